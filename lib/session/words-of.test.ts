import { expect, it } from 'vitest';
import { aNote } from '@/test/fixtures';
import { wordsOf } from './words-of';

it('counts the words of all notes, no dashes and no blank lines', () => {
  const notes = [aNote({ text: 'Scrap is 4 % — by hand,\n\nevery Friday.' }), aNote({ text: ' \n' })];
  expect(wordsOf({ notes })).toBe(7);
  expect(wordsOf({ notes: [] })).toBe(0);
});
