import type { Span } from '../flag';

/** A piece longer than this is cut where a sentence ends: the model learned from lines, not from paragraphs. */
const LONGEST_PIECE = 280;
const SENTENCE_END = /[.;!?…](?=\s)/g;

/** The pieces of a line that are judged by themselves: a short line is one, a paragraph is cut at its sentences. Pieces ascend and lie inside the line. */
export function piecesOf(text: string): Span[] {
  if (text.length <= LONGEST_PIECE) return [{ from: 0, to: text.length }];
  const pieces: Span[] = [];
  let from = 0;
  let fits = 0;
  for (const end of [...text.matchAll(SENTENCE_END)].map((match) => match.index + 1).concat(text.length)) {
    if (end - from > LONGEST_PIECE && fits > from) {
      pieces.push({ from, to: fits });
      from = fits;
    }
    while (end - from > LONGEST_PIECE) {
      const space = text.lastIndexOf(' ', from + LONGEST_PIECE);
      const to = space > from ? space : from + LONGEST_PIECE;
      pieces.push({ from, to });
      from = to;
    }
    fits = end;
  }
  if (fits > from) pieces.push({ from, to: fits });
  return pieces;
}
