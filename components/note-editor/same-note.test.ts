import { expect, it } from 'vitest';
import { aFlag, NOW } from './checker-for-tests';
import type { NoteValue } from './note-value';
import { sameNote } from './same-note';

const note: NoteValue = { text: 'hurry', theyAsked: [{ from: 0, to: 5 }], flags: [aFlag('hurry')] };

it('takes a copy of a note for the same note', () => {
  expect(sameNote(note, structuredClone(note))).toBe(true);
  expect(sameNote(note, note)).toBe(true);
});

it.each<[string, Partial<NoteValue>]>([
  ['other words', { text: 'hurrx' }],
  ['fewer marks', { theyAsked: [] }],
  ['another mark', { theyAsked: [{ from: 0, to: 4 }] }],
  ['fewer flags', { flags: [] }],
  ['a flag elsewhere', { flags: [aFlag('hurry', { from: 1 })] }],
  ['another flag', { flags: [aFlag('hurry', { id: 'other' })] }],
  ['another answer', { flags: [aFlag('hurry', { answer: { kind: 'kept', reason: 'x', at: NOW } })] }],
])('sees a difference in %s', (_, other) => {
  expect(sameNote(note, { ...structuredClone(note), ...other })).toBe(false);
});
