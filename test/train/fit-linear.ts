import { BUCKETS, type Features } from '@/lib/pitch/model/features';

export type Example = { features: Features; meaning: Float32Array; positive: boolean; weight: number };

/** Weights by bucket, the bias last, and by direction of meaning. */
export type Fitted = { weights: Float32Array; directions: Float32Array };

/**
 * A linear classifier: L2-regularised, squared hinge loss, by dual coordinate descent. Deterministic: the order of each
 * pass comes from a fixed generator. Source: Hsieh et al. 2008, "A dual coordinate descent method for large-scale linear
 * SVM".
 */
export function fitLinear(examples: readonly Example[], cost: number, passes = 12, buckets = BUCKETS): Fitted {
  const mask = buckets - 1;
  const weights = new Float32Array(buckets + 1);
  const directions = new Float32Array(examples[0]?.meaning.length ?? 0);
  const alpha = new Float64Array(examples.length);
  const squares = examples.map(({ features, meaning }) => 1 + squared(features.value) + squared(meaning));
  const order = Int32Array.from(examples.keys());
  const next = generator(20_261);
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, next);
    for (const at of order) {
      const { features, meaning, positive, weight } = examples[at] as Example;
      const sign = positive ? 1 : -1;
      const damping = 1 / (2 * cost * weight);
      const before = alpha[at] as number;
      const gradient = sign * (dot(weights, features, mask) + inner(directions, meaning)) - 1 + damping * before;
      const after = Math.max(0, before - gradient / ((squares[at] as number) + damping));
      if (after === before) continue;
      alpha[at] = after;
      const step = (after - before) * sign;
      add(weights, features, mask, step);
      for (let dimension = 0; dimension < meaning.length; dimension++)
        (directions[dimension] as number) += step * (meaning[dimension] as number);
    }
  }
  return { weights, directions };
}

export function squared(values: Float32Array): number {
  return values.reduce((sum, value) => sum + value * value, 0);
}

export function inner(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at++) sum += (one[at] as number) * (other[at] as number);
  return sum;
}

export function dot(weights: Float32Array, { index, value }: Features, mask: number): number {
  let sum = weights[mask + 1] as number;
  for (let at = 0; at < index.length; at++)
    sum += (weights[(index[at] as number) & mask] as number) * (value[at] as number);
  return sum;
}

export function add(weights: Float32Array, { index, value }: Features, mask: number, step: number): void {
  for (let at = 0; at < index.length; at++)
    (weights[(index[at] as number) & mask] as number) += step * (value[at] as number);
  (weights[mask + 1] as number) += step;
}

/** A small generator of numbers from 0 to 1. Source: mulberry32. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mix = Math.imul(state ^ (state >>> 15), 1 | state);
    mix = (mix + Math.imul(mix ^ (mix >>> 7), 61 | mix)) ^ mix;
    return ((mix ^ (mix >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function shuffle(order: Int32Array, next: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(next() * (at + 1));
    const held = order[at] as number;
    order[at] = order[other] as number;
    order[other] = held;
  }
}
