import type { Span } from '@/lib/pitch/flag';
import type { Note, NoteFlag } from '@/lib/session/note';

/** What the editor shows and hands back: the parts of a note that typing changes. */
export type NoteValue = Pick<Note, 'text' | 'theyAsked' | 'flags'>;

/** The longest text that a note holds, in UTF-16 units (see `Note`). */
export const LONGEST_TEXT = 900_000;
/** The most flags and marked pieces that a note holds (see `Note`). */
export const MOST_PIECES = 5_000;

/** Text as every store of ours can hold it: no null characters (PostgreSQL refuses them), no halves of a character. */
export function cleanText(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** The same note with line feeds alone as line breaks and without what cannot be stored; pieces move along. */
export function cleanNote(value: NoteValue): NoteValue {
  const text = value.text.toWellFormed();
  const wanting: number[] = [];
  for (const match of text.matchAll(/\r(?=\n)|\0/g)) wanting.push(match.index);
  if (wanting.length === 0 && text === value.text && !text.includes('\r')) return value;
  const at = (offset: number) => offset - countBelow(wanting, offset);
  const moved = <Piece extends Span>(piece: Piece): Piece => ({ ...piece, from: at(piece.from), to: at(piece.to) });
  return {
    text: text.replace(/\r\n?/g, '\n').replaceAll('\0', ''),
    theyAsked: value.theyAsked.map(moved),
    flags: value.flags.map((flag): NoteFlag => moved(flag)),
  };
}

function countBelow(sorted: readonly number[], offset: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
