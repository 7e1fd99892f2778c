import type { Features } from '@/lib/pitch/model/features';
import { add, dot, generator, inner, shuffle, squared } from './fit-linear';

/** A line of one of several kinds: its features, and what else is known of it as plain numbers. */
export type Kinded = { features: Features; dense: Float32Array; kind: number };

/** Weights by bucket, the bias last, and by plain number. */
export type Fitted = { weights: Float32Array; dense: Float32Array };

const PASSES = 30;

/**
 * Softmax regression with L2, by dual coordinate ascent: each line's dual is moved towards what is missing of its truth.
 * Deterministic: the order of each pass comes from a fixed generator. Source: Shalev-Shwartz & Zhang 2013, "Stochastic dual
 * coordinate ascent methods for regularized loss minimization".
 */
export function fitSoftmax(
  examples: readonly Kinded[],
  kinds: number,
  { ridge, buckets }: { ridge: number; buckets: number },
): Fitted[] {
  const mask = buckets - 1;
  const fitted = Array.from({ length: kinds }, () => ({
    weights: new Float32Array(buckets + 1),
    dense: new Float32Array(examples[0]?.dense.length ?? 0),
  }));
  const duals = examples.map(() => new Float64Array(kinds));
  const steps = examples.map(
    ({ features, dense }) => ridge / (ridge + (1 + squared(features.value) + squared(dense)) / 2),
  );
  const order = Int32Array.from(examples.keys());
  const next = generator(20_261);
  for (let pass = 0; pass < PASSES; pass++) {
    shuffle(order, next);
    for (const at of order) {
      const { features, dense, kind } = examples[at] as Kinded;
      const dual = duals[at] as Float64Array;
      const shares = softmax(fitted.map((one) => dot(one.weights, features, mask) + inner(one.dense, dense)));
      for (const [to, one] of fitted.entries()) {
        const missing = (to === kind ? 1 : 0) - (shares[to] as number);
        const change = (steps[at] as number) * (missing - (dual[to] as number));
        (dual[to] as number) += change;
        add(one.weights, features, mask, change / ridge);
        for (let n = 0; n < dense.length; n++) (one.dense[n] as number) += (change / ridge) * (dense[n] as number);
      }
    }
  }
  return fitted;
}

function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const raised = scores.map((score) => Math.exp(score - most));
  const sum = raised.reduce((total, one) => total + one, 0);
  return raised.map((one) => one / sum);
}
