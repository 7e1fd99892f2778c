import type { Session } from './session';

const WORD = /[\p{L}\p{N}]/u;

/** How many words the notes hold: what white space parts, with a letter or a digit in it. */
export function wordsOf({ notes }: Pick<Session, 'notes'>): number {
  let words = 0;
  for (const { text } of notes) for (const piece of text.split(/\s+/)) if (WORD.test(piece)) words += 1;
  return words;
}
