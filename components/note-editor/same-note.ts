import type { NoteValue } from './note-value';
import { sameAnswer } from './reattach';

/** Whether two notes are the same for the expert: text, marked lines, flags with their answers. */
export function sameNote(a: NoteValue, b: NoteValue): boolean {
  if (a === b) return true;
  if (a.text !== b.text || a.theyAsked.length !== b.theyAsked.length || a.flags.length !== b.flags.length) return false;
  if (!a.theyAsked.every((span, at) => span.from === b.theyAsked[at]?.from && span.to === b.theyAsked[at]?.to))
    return false;
  if (a.flags === b.flags) return true;
  return a.flags.every((flag, at) => {
    const other = b.flags[at];
    return other !== undefined && flag.id === other.id && flag.from === other.from && sameAnswer(flag, other);
  });
}
