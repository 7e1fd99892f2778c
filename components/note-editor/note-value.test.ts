import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aFlag } from './checker-for-tests';
import { cleanNote, cleanText, type NoteValue } from './note-value';

const note = (text: string, rest: Partial<NoteValue> = {}): NoteValue => ({ text, theyAsked: [], flags: [], ...rest });

describe('a note from elsewhere', () => {
  it('is the very same note when nothing is wrong with it', () => {
    const value = note('one\ntwo 👩‍👩‍👧');
    expect(cleanNote(value)).toBe(value);
  });
  it('has line feeds alone as line breaks', () => {
    expect(cleanNote(note('a\r\nb\rc\n')).text).toBe('a\nb\nc\n');
  });
  it('loses null characters and halves of characters, which no database takes', () => {
    expect(cleanNote(note('a\0b\ud83d!')).text).toBe('ab\ufffd!');
    expect(cleanText('\0a\udc00')).toBe('a\ufffd');
  });
  it('keeps marks and flags on their words', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\r\n', '\0', '\r', ' '), { maxLength: 12 }), (pieces) => {
        const before = pieces.join('');
        const text = `${before}hurry${before}`;
        const span = { from: before.length, to: before.length + 5 };
        const clean = cleanNote(note(text, { theyAsked: [span], flags: [{ ...aFlag('hurry'), ...span }] }));
        for (const { from, to } of [...clean.theyAsked, ...clean.flags])
          expect(clean.text.slice(from, to)).toBe('hurry');
      }),
    );
  });
});
