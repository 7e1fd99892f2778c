import type { Span } from '../flag';

/** What a word has to carry beyond this share of the whole to belong to the piece. */
const SHARE = 0.04;
const SHORTEST_WORDS = 2;

/**
 * The words that carry the score: each is left out in turn, and the run of words that takes the most away is the piece.
 * `score` is of any text; offsets are UTF-16 in `text`.
 */
export function carryingPiece(text: string, score: (text: string) => number): Span {
  const words = [...text.matchAll(/\S+/g)].map((match) => ({ from: match.index, to: match.index + match[0].length }));
  if (words.length <= SHORTEST_WORDS) return trimmed(text, { from: 0, to: text.length });
  const whole = score(text);
  const carried = words.map(({ from, to }) => whole - score(text.slice(0, from) + text.slice(to)));
  const most = carried.reduce((sum, one) => sum + Math.max(0, one), 0);
  const run = greatestRun(carried.map((one) => one - SHARE * most));
  const last = Math.max(run.last, Math.min(words.length - 1, run.first + SHORTEST_WORDS - 1));
  return trimmed(text, { from: words[run.first]?.from ?? 0, to: words[last]?.to ?? text.length });
}

/** The run of numbers with the greatest sum. Source: Kadane. */
function greatestRun(values: readonly number[]): { first: number; last: number } {
  let best = { first: 0, last: 0, sum: Number.NEGATIVE_INFINITY };
  let first = 0;
  let sum = 0;
  for (const [last, value] of values.entries()) {
    if (sum <= 0) {
      first = last;
      sum = 0;
    }
    sum += value;
    if (sum > best.sum) best = { first, last, sum };
  }
  return best;
}

/** Without the signs and spaces at both ends. */
function trimmed(text: string, { from, to }: Span): Span {
  const piece = text.slice(from, to);
  const start = /^[\s,.;:–—"“”()-]*/.exec(piece)?.[0].length ?? 0;
  const end = /[\s,.;:–—"“”()-]*$/.exec(piece)?.index ?? piece.length;
  return end > start ? { from: from + start, to: from + end } : { from, to };
}
