import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { askedLines } from './asked-lines';
import { aFlag, NOW } from './checker-for-tests';
import { flagMarks, standing } from './flag-marks';
import { readNote } from './note-reading';
import type { NoteValue } from './note-value';
import { showValue } from './outside-value';

const empty = EditorState.create({ extensions: [flagMarks, askedLines] });
const shown = (value: NoteValue, state = empty) => state.update(showValue(state, value)).state;
const note = (text: string, rest: Partial<NoteValue> = {}): NoteValue => ({ text, theyAsked: [], flags: [], ...rest });
const reworded = aFlag('quota', { from: 3, answer: { kind: 'reworded', reason: '', at: NOW } });

describe('a note shown in the editor', () => {
  it('is read as it was given: words, marks, flags with their answers', () => {
    const value = note('hurry up\nthey want it', {
      theyAsked: [{ from: 9, to: 21 }],
      flags: [aFlag('hurry', { answer: { kind: 'kept', reason: 'theirs', at: NOW } }), reworded],
    });
    expect({ ...readNote(shown(value)).note }).toEqual(value);
  });
  it('keeps the cursor where it was when the words before and after are the same', () => {
    const before = shown(note('one three')).update({ selection: { anchor: 7 } }).state;
    const after = shown(note('one two three'), before);
    expect(after.sliceDoc(after.selection.main.head)).toBe('ee');
  });
  it('takes the answers of another window without touching the words', () => {
    const before = shown(note('hurry', { flags: [aFlag('hurry')] }));
    const answer = { kind: 'kept' as const, reason: 'theirs', at: NOW };
    const after = shown(note('hurry', { flags: [aFlag('hurry', { answer })] }), before);
    expect(after.doc).toBe(before.doc);
    expect(standing(after)).toMatchObject([{ answer }]);
  });
  it('does not underline words that a damaged flag does not fit, and still remembers its answer', () => {
    const state = shown(note('other words', { flags: [aFlag('hurry', { from: 400 }), aFlag('quota', { from: 2 })] }));
    expect(standing(state)).toEqual([]);
    expect(state.field(flagMarks).gone).toMatchObject([{ from: 11, to: 11 }, { from: 2 }]);
  });
});

describe('a reading of the note', () => {
  it('puts the text together when it is asked for, and once', () => {
    const reading = readNote(shown(note('one\ntwo')));
    expect(reading.wasRead()).toBe(false);
    expect(reading.note.text).toBe('one\ntwo');
    expect(reading.wasRead()).toBe(true);
    expect(reading.note.flags).toBe(reading.note.flags);
    expect(reading.note.theyAsked).toBe(reading.note.theyAsked);
  });
  it('can be copied into a note and cloned into storage', () => {
    const { note: read } = readNote(shown(note('one', { flags: [reworded], theyAsked: [{ from: 0, to: 3 }] })));
    expect({ ...read }).toEqual(structuredClone(read));
    expect(structuredClone(read)).toMatchObject({ text: 'one', theyAsked: [{ from: 0, to: 3 }] });
  });
});
