import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aFlag, aNote, idOf } from '@/test/fixtures';
import { aFinished } from '../test-people';
import { flagsOf, storable } from './storable';

const noted = (text: string) => aFinished({ id: idOf(1), notes: [aNote({ text })] });
const textOf = ({ document }: ReturnType<typeof storable>) => document.notes[0]?.text ?? '';
const hashOf = (text: string) => storable(noted(text)).hash;
/** Any text at all, with halves of surrogate pairs and NUL in it. */
const anyText = fc.string({
  unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
  maxLength: 60,
});

describe('a session as it is stored', () => {
  it('keeps every offset, whatever was typed', () => {
    fc.assert(fc.property(anyText, (text) => textOf(storable(noted(text))).length === text.length));
  });

  it('holds nothing that a database refuses', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const kept = textOf(storable(noted(text)));
        expect(kept.isWellFormed() && !kept.includes('\0')).toBe(true);
      }),
    );
  });

  it('is as it was sent when nothing is wrong with it', () => {
    const session = aFinished({ notes: [aNote({ text: 'Größe 😀 ok', flags: [aFlag()] })] });
    expect(storable(session).document).toEqual(session);
  });

  it('does not change what was given', () => {
    const answer = { kind: 'reworded' as const, reason: '', at: '2026-03-02T10:10:00.000Z' };
    const session = aFinished({ notes: [aNote({ flags: [aFlag({ answer, piece: 'as typed' })] })] });
    expect(storable(session).document.notes[0]?.flags[0]?.piece).toBe('');
    expect(session.notes[0]?.flags[0]?.piece).toBe('as typed');
  });

  it('has the text of what is stored', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { document, json } = storable(noted(text));
        expect(JSON.parse(json)).toEqual(document);
      }),
    );
  });

  it('has the same hash for the same content and another for any other', () => {
    expect(hashOf('same')).toBe(hashOf('same'));
    expect(hashOf('same')).not.toBe(hashOf('Same'));
    expect(hashOf('a\0')).not.toBe(hashOf('a\uFFFD'));
  });

  it('counts a flag once, though two notes name it', () => {
    const flags = [aFlag({ id: idOf(1) }), aFlag({ id: idOf(2) })];
    const session = aFinished({
      notes: [aNote({ flags }), aNote({ id: idOf(801), questionId: null, flags: flags.slice(0, 1) })],
    });
    expect(flagsOf(session).map(({ id }) => id)).toEqual([idOf(1), idOf(2)]);
  });
});
