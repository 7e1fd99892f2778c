import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aFlag, aNote, idOf } from '@/test/fixtures';
import { listedFlags, notePieces } from './note-pieces';

const REWORDED = { kind: 'reworded', reason: '', at: '2026-03-02T10:06:00.000Z' } as const;

describe('the pieces of a note', () => {
  it('carry a flag from its first to its last character', () => {
    const pieces = notePieces(aNote({ flags: [aFlag({ from: 0, to: 10 })] }));
    expect(pieces.map(({ text, flags }) => [text, flags.length])).toEqual([
      ['sign today', 1],
      [' or lose it', 0],
    ]);
  });

  it('carry both flags where two overlap, and name each where it ends', () => {
    const flags = [aFlag({ id: idOf(1), from: 0, to: 10 }), aFlag({ id: idOf(2), from: 5, to: 13 })];
    const pieces = notePieces(aNote({ flags }));
    expect(pieces.map((piece) => piece.flags.map((flag) => flag.id))).toEqual([
      [idOf(1)],
      [idOf(1), idOf(2)],
      [idOf(2)],
      [],
    ]);
    expect(pieces.map((piece) => piece.ends.map((flag) => flag.id))).toEqual([[], [idOf(1)], [idOf(2)], []]);
  });

  it('mark what the client asked for', () => {
    const pieces = notePieces(aNote({ text: 'one\ntwo', theyAsked: [{ from: 4, to: 7 }] }));
    expect(pieces.map(({ text, theyAsked }) => [text, theyAsked])).toEqual([
      ['one\n', false],
      ['two', true],
    ]);
  });

  it('are the whole text again, whatever the flags say', () => {
    const span = fc.record({ from: fc.nat(40), to: fc.nat(40) });
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), fc.array(span), fc.array(span), (text, flags, theyAsked) => {
        const note = aNote({ text, theyAsked, flags: flags.map((at, n) => aFlag({ id: idOf(n), ...at })) });
        expect(
          notePieces(note)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('the flags under a note', () => {
  it('are all there: in reading order those in the text, then the reworded', () => {
    const flags = [
      aFlag({ id: idOf(1), answer: REWORDED }),
      aFlag({ id: idOf(2), from: 14, to: 18 }),
      aFlag({ id: idOf(3), from: 0, to: 4 }),
    ];
    expect(listedFlags(aNote({ flags })).map((flag) => flag.id)).toEqual([idOf(3), idOf(2), idOf(1)]);
  });

  it('include one whose place lies outside of the text', () => {
    expect(listedFlags(aNote({ text: 'short', flags: [aFlag({ from: 90, to: 95 })] }))).toHaveLength(1);
  });
});
