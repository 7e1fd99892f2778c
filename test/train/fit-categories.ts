import { loadEngine } from '@/lib/pitch/engine';
import { Category } from '@/lib/pitch/flag';
import { featuresOf } from '@/lib/pitch/model/features';
import { cueInputs } from '@/lib/pitch/model/likely-category';
import type { LineModel } from '@/lib/pitch/model/line-model';
import { piecesOf } from '@/lib/pitch/model/pieces';
import table from '@/lib/pitch/table.json' with { type: 'json' };
import { fitSoftmax, type Kinded } from './fit-softmax';
import { foldIn, meaningOf } from './meaning';
import { stepped } from './stepped';
import type { TrainingLine } from './training-lines';
import type { WordVectors } from './word-vectors';

/** Chosen by leaving one set out in turn; docs/evaluation.md has what was tried. */
const BUCKETS = 2 ** 19;
const RIDGE = 1;
/** How much the meaning of the words counts beside the words themselves. */
const MEANING = 2;
/** How far the frequency of the categories is set right to that in the measured notes: 1 is wholly. */
const TOWARDS_MEASURED = 0.3;

/** Which category an agenda is of: words, meanings and cues together, all categories at once. */
export function fitCategories(lines: readonly TrainingLine[], vectors: WordVectors): LineModel['categories'] {
  const { cues } = loadEngine(table);
  const agenda = lines.filter(({ pitch, category }) => pitch && category !== '');
  const examples = agenda.flatMap(({ input, span, category }): Kinded[] =>
    piecesOf(input.text)
      .filter(({ from, to }) => !span || (span.from < to && from < span.to))
      .map(({ from, to }) => input.text.slice(from, to))
      .map((text) => ({
        features: featuresOf(text),
        dense: Float32Array.from([...meaningOf(text, vectors, MEANING), ...cueInputs(text, cues)]),
        kind: Category.options.indexOf(category as Category),
      })),
  );
  const fitted = fitSoftmax(examples, Category.options.length, { ridge: RIDGE, buckets: BUCKETS });
  const share = shares(agenda);
  return Category.options.map((name, kind) => {
    const { weights, dense } = fitted[kind] as (typeof fitted)[number];
    const directions = dense.length - cues.length - Category.options.length;
    foldIn(weights, dense.subarray(0, directions), vectors, MEANING);
    const { bias, ...rest } = stepped(weights);
    return { name, ...rest, bias: bias + TOWARDS_MEASURED * share(name), cues: [...dense.subarray(directions)] };
  });
}

/** How much more often a category is met in the measured notes than in all, as a logarithm. */
function shares(lines: readonly TrainingLine[]): (name: string) => number {
  const measured = lines.filter(({ kind }) => kind === 'measured');
  const of = (some: readonly TrainingLine[], name: string) =>
    (1 + some.filter(({ category }) => category === name).length) / (some.length + Category.options.length);
  return (name) => Math.log(of(measured, name) / of(lines, name));
}
