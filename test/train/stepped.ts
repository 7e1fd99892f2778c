/** Weights as whole steps from -127 to 127. */
export function stepped(found: Float32Array): { weights: Int8Array; step: number; bias: number } {
  const weights = found.subarray(0, -1);
  const step = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 127;
  return { weights: Int8Array.from(weights, (weight) => Math.round(weight / step)), step, bias: found.at(-1) ?? 0 };
}
