import { featuresOf } from './features';
import { type Blend, type LineModel, probability, scoreOf } from './line-model';

/** What is known of a line besides its own score. */
export type Around = { before: readonly number[]; rule: number };

/** The sureness of one line as a logit: its own score, those of the lines before it (scores as well), and the surest rule. */
export function blended(blend: Blend, own: number, { before, rule }: Around): number {
  return blendInputs(own, { before, rule }).reduce(
    (sum, input, at) => sum + input * blend[BLEND_ORDER[at] as keyof Blend],
    blend.bias,
  );
}

export const BLEND_ORDER = ['own', 'meanBefore', 'mostBefore', 'noneBefore', 'rule'] as const;

/** In the order of `BLEND_ORDER`. */
export function blendInputs(own: number, { before, rule }: Around): number[] {
  const sure = before.map((score) => probability(SLOPE * score));
  const mean = sure.length > 0 ? sure.reduce((sum, one) => sum + one, 0) / sure.length : 0;
  return [own, mean, Math.max(0, ...sure), sure.length > 0 ? 0 : 1, rule];
}

/** Turns a score into a rough sureness before it is blended; the blend has the last word. */
const SLOPE = 2;

/** The score of a text by its words alone; texts of a session come again and again, so the last ones are remembered. */
export function scorer(model: LineModel): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const score = scoreOf(model, featuresOf(text));
    known.set(text, score);
    return score;
  };
}
const MOST_REMEMBERED = 2_000;
