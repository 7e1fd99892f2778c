import { bucketOfWord, wordsOf } from '@/lib/pitch/model/features';
import { DIMENSIONS, type WordVectors } from './word-vectors';

/**
 * What the words of a text mean: the sum of their vectors over the root of their number, which is how the features weigh a
 * word. So whatever the training finds for a direction of meaning can be added to the weight of every word afterwards,
 * those never seen in a note too, and the engine needs no vectors. `share` is how much the meaning counts beside the words.
 */
export function meaningOf(text: string, vectors: WordVectors, share: number): Float32Array {
  const words = wordsOf(text);
  const sum = new Float32Array(DIMENSIONS);
  for (const word of words) {
    const vector = vectors.get(word);
    if (vector) for (let at = 0; at < DIMENSIONS; at++) (sum[at] as number) += vector[at] as number;
  }
  const scale = share / Math.sqrt(Math.max(1, words.length));
  return sum.map((value) => value * scale);
}

/** Adds what was learned of meanings to the weights of the words, the bias last among them; the vectors are not needed after that. */
export function foldIn(weights: Float32Array, directions: Float32Array, vectors: WordVectors, share: number): void {
  const mask = weights.length - 2;
  for (const [word, vector] of vectors) {
    const worth = vector.reduce((sum, value, at) => sum + value * (directions[at] as number), 0);
    (weights[bucketOfWord(word) & mask] as number) += worth * share;
  }
}
