import { BUCKETS, type Features } from './features';

/** How much each thing known of a line moves its sureness; found by `npm run train`. */
export type Blend = {
  bias: number;
  /** The score of the line itself. */
  own: number;
  /** The mean and the greatest sureness of the lines before it, in its own words only, and whether there are any. */
  meanBefore: number;
  mostBefore: number;
  noneBefore: number;
  /** The surest rule that hit: its sureness. */
  rule: number;
};

/** The learned layer: one weight a bucket for "agenda or not", and fewer for each category. */
export type LineModel = {
  version: string;
  weights: Int8Array;
  /** What one step of a weight is worth, and where the score starts. */
  step: number;
  bias: number;
  blend: Blend;
  categories: readonly LearnedCategory[];
};

/** What speaks for a category: the words, and its cues (as many as `cueInputs` gives). */
export type LearnedCategory = { name: string; weights: Int8Array; step: number; bias: number; cues: readonly number[] };

type Head = Pick<LineModel, 'version' | 'step' | 'bias' | 'blend'> & {
  buckets: number;
  categoryBuckets: number;
  categories: Omit<LearnedCategory, 'weights'>[];
};

/** The model as it ships: the length of a JSON head (4 bytes, little endian), the head, then the weights, a byte each. */
export function writeModel(model: LineModel): Uint8Array {
  const head: Head = {
    version: model.version,
    step: model.step,
    bias: model.bias,
    blend: model.blend,
    buckets: model.weights.length,
    categoryBuckets: model.categories[0]?.weights.length ?? 0,
    categories: model.categories.map(({ weights: _weights, ...rest }) => rest),
  };
  const json = new TextEncoder().encode(JSON.stringify(head));
  const parts = [
    new Uint8Array(new Uint32Array([json.length]).buffer),
    json,
    ...[model.weights, ...model.categories.map(({ weights }) => weights)].map((part) => new Uint8Array(part.buffer)),
  ];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Reads what `writeModel` wrote. Throws when the bytes are cut short or made for another hash. */
export function readModel(bytes: ArrayBuffer): LineModel {
  const length = new DataView(bytes).getUint32(0, true);
  const head = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, length))) as Head;
  if (head.buckets !== BUCKETS) throw new Error(`the model of the flags has ${head.buckets} buckets, not ${BUCKETS}`);
  let at = 4 + length;
  const take = (size: number) => {
    const part = new Int8Array(bytes, at, size);
    at += size;
    return part;
  };
  return {
    ...head,
    weights: take(head.buckets),
    categories: head.categories.map((one) => ({ ...one, weights: take(head.categoryBuckets) })),
  };
}

/** How much the words of a text look like an agenda: 0 is undecided, more is surer. */
export function scoreOf(model: Pick<LineModel, 'weights' | 'step' | 'bias'>, { index, value }: Features): number {
  const { weights, step, bias } = model;
  const mask = weights.length - 1;
  let sum = 0;
  for (let at = 0; at < index.length; at++)
    sum += (weights[(index[at] as number) & mask] as number) * (value[at] as number);
  return sum * step + bias;
}

export function probability(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
