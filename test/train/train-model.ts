import { type Engine, loadEngine } from '@/lib/pitch/engine';
import { Category, type CheckContext } from '@/lib/pitch/flag';
import { BUCKETS, type Features, featuresOf } from '@/lib/pitch/model/features';
import { BLEND_ORDER, blendInputs } from '@/lib/pitch/model/judge-line';
import type { Blend, LineModel } from '@/lib/pitch/model/line-model';
import { piecesOf } from '@/lib/pitch/model/pieces';
import { ruleHits } from '@/lib/pitch/rule-hits';
import table from '@/lib/pitch/table.json' with { type: 'json' };
import { dot, type Example, fitLinear } from './fit-linear';
import { fitLogistic } from './fit-logistic';
import { foldIn, meaningOf } from './meaning';
import type { TrainingLine } from './training-lines';
import type { WordVectors } from './word-vectors';

export const MODEL_VERSION = 'lines-1';

/** Chosen by leaving one set out in turn; docs/evaluation.md has what was tried. */
const COST = 0.05;
/** What a line weighs. Notes written for training hold more agenda, in neater words, than those measured on. */
const WEIGHT = { measured: 20, answered: 20, written: 10, neutral: 1 };
const PASSES = 12;
const CATEGORY_BUCKETS = 2 ** 19;
const CATEGORY_COST = 0.3;
/** How much the meaning of the words counts beside the words themselves. */
const MEANING = 0.4;
const MEANING_OF_CATEGORY = 2;
/** How far the written notes are set right to the categories' frequency in the measured ones: 1 is wholly. */
const TOWARDS_MEASURED = 0.3;
const INNER_FOLDS = 6;

/** A piece of a training line, as the engine will cut it, and where it comes from. */
type Piece = { line: TrainingLine; features: Features; meaning: Float32Array; positive: boolean };

const rulesOnly: Engine = loadEngine(table);
const CONTEXT: CheckContext = { stage: null, sensitivity: 'strict', clientNames: [] };

/** Trains both parts of the learned layer. Deterministic: the same lines in the same order give the same bytes. */
export function trainModel(lines: readonly TrainingLine[], vectors: WordVectors): LineModel {
  const pieces = lines.flatMap((line) => asPieces(line, vectors));
  const { weights, step, bias } = stepped(fitFolded(pieces.map(asExample), COST, vectors, MEANING));
  return {
    version: MODEL_VERSION,
    weights,
    step,
    bias,
    blend: fitBlend(pieces, vectors),
    categories: fitCategories(
      pieces.filter((piece) => piece.positive),
      vectors,
    ),
  };
}

function asPieces(line: TrainingLine, vectors: WordVectors): Piece[] {
  const { text } = line.input;
  return piecesOf(text).map(({ from, to }) => ({
    line,
    features: featuresOf(text.slice(from, to)),
    meaning: meaningOf(text.slice(from, to), vectors, 1),
    positive: line.pitch && (!line.span || (line.span.from < to && from < line.span.to)),
  }));
}

function asExample({ line, features, meaning, positive }: Piece): Example {
  return { features, meaning: meaning.map((value) => value * MEANING), positive, weight: WEIGHT[line.kind] };
}

/** How the score, the lines before and the rules go together: learned from scores of lines that the model had not seen. */
function fitBlend(pieces: readonly Piece[], vectors: WordVectors): Blend {
  const groups = [...new Set(pieces.map(({ line }) => line.group))].toSorted();
  const fold = new Map(groups.map((group, at) => [group, at % INNER_FOLDS]));
  const unseen = Array.from({ length: INNER_FOLDS }, (_, held) =>
    fitFolded(pieces.filter(({ line }) => fold.get(line.group) !== held).map(asExample), COST, vectors, MEANING),
  );
  const scoreIn = (group: string, features: Features) =>
    dot(unseen[fold.get(group) ?? 0] as Float32Array, features, BUCKETS - 1);
  const known = new Map<string, number>();
  const scoreOfText = (group: string, text: string) => {
    const key = `${group}\n${text}`;
    const score = known.get(key) ?? scoreIn(group, featuresOf(text));
    known.set(key, score);
    return score;
  };
  const notes = pieces.filter(({ line }) => line.kind !== 'neutral');
  const rows = notes.map(({ line, features, positive }) => ({
    inputs: blendInputs(scoreIn(line.group, features), {
      before: line.input.before.map((text) => scoreOfText(line.group, text)),
      rule: Math.max(0, ...ruleHits(line.input, CONTEXT, rulesOnly).map(({ rule }) => rule.sureness)),
    }),
    positive,
    weight: line.kind === 'written' && positive ? WRITTEN_PITCH : 1,
  }));
  const found = fitLogistic(rows);
  return { ...Object.fromEntries(BLEND_ORDER.map((name, at) => [name, found[at]])), bias: found.at(-1) } as Blend;
}

/** Sets written for training hold 39 % agenda, those measured on 24 %: what the written ones say of the frequency is set right. */
const WRITTEN_PITCH = 0.24 / 0.76 / (0.39 / 0.61);

/** One classifier a category, against all others; a category weighs as much as it does in the measured notes. */
function fitCategories(pieces: readonly Piece[], vectors: WordVectors): LineModel['categories'] {
  const share = (kind: 'measured' | 'written', name: string) => {
    const some = pieces.filter(({ line }) => (line.kind === 'written') === (kind === 'written'));
    return (1 + some.filter(({ line }) => line.category === name).length) / (some.length + Category.options.length);
  };
  const weight = new Map(
    Category.options.map((name) => [
      name as string,
      (share('measured', name) / share('written', name)) ** TOWARDS_MEASURED,
    ]),
  );
  const weighed = pieces.map((piece) => ({
    ...piece,
    meaning: piece.meaning.map((value) => value * MEANING_OF_CATEGORY),
    weight: piece.line.kind === 'written' ? (weight.get(piece.line.category) ?? 1) : 1,
  }));
  return Category.options.map((name) => {
    const examples = weighed.map((piece) => ({ ...piece, positive: piece.line.category === name }));
    return { name, ...stepped(fitFolded(examples, CATEGORY_COST, vectors, MEANING_OF_CATEGORY, CATEGORY_BUCKETS)) };
  });
}

/** Learned weights with what was learned of meanings added to each word. */
function fitFolded(
  examples: readonly Example[],
  cost: number,
  vectors: WordVectors,
  share: number,
  buckets = BUCKETS,
): Float32Array {
  const { weights, directions } = fitLinear(examples, cost, PASSES, buckets);
  foldIn(weights, directions, vectors, share);
  return weights;
}

/** Weights as whole steps from -127 to 127. */
function stepped(found: Float32Array): { weights: Int8Array; step: number; bias: number } {
  const weights = found.subarray(0, -1);
  const step = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-9) / 127;
  return { weights: Int8Array.from(weights, (weight) => Math.round(weight / step)), step, bias: found.at(-1) ?? 0 };
}
