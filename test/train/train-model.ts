import { type Engine, loadEngine } from '@/lib/pitch/engine';
import type { CheckContext } from '@/lib/pitch/flag';
import { BUCKETS, type Features, featuresOf } from '@/lib/pitch/model/features';
import { BLEND_ORDER, blendInputs } from '@/lib/pitch/model/judge-line';
import type { Blend, LineModel } from '@/lib/pitch/model/line-model';
import { piecesOf } from '@/lib/pitch/model/pieces';
import { ruleHits } from '@/lib/pitch/rule-hits';
import table from '@/lib/pitch/table.json' with { type: 'json' };
import { fitCategories } from './fit-categories';
import { dot, type Example, fitLinear } from './fit-linear';
import { fitLogistic } from './fit-logistic';
import { foldIn, meaningOf } from './meaning';
import { stepped } from './stepped';
import type { TrainingLine } from './training-lines';
import type { WordVectors } from './word-vectors';

export const MODEL_VERSION = 'lines-2';

/** Chosen by leaving one set out in turn; docs/evaluation.md has what was tried. */
const COST = 0.05;
/** What a line weighs. Notes written for training hold more agenda, in neater words, than those measured on. */
const WEIGHT = { measured: 20, answered: 20, written: 10, neutral: 1 };
const PASSES = 12;
/** How much the meaning of the words counts beside the words themselves. */
const MEANING = 0.4;
const INNER_FOLDS = 6;

/** A piece of a training line, as the engine will cut it, and where it comes from. */
type Piece = { line: TrainingLine; features: Features; meaning: Float32Array; positive: boolean };

const rulesOnly: Engine = loadEngine(table);
const CONTEXT: CheckContext = { stage: null, sensitivity: 'strict', clientNames: [] };

/** Trains both parts of the learned layer. Deterministic: the same lines in the same order give the same bytes. */
export function trainModel(lines: readonly TrainingLine[], vectors: WordVectors): LineModel {
  const pieces = lines.filter(({ kind }) => kind !== 'category').flatMap((line) => asPieces(line, vectors));
  const { weights, step, bias } = stepped(fitFolded(pieces.map(asExample), COST, vectors, MEANING));
  return {
    version: MODEL_VERSION,
    weights,
    step,
    bias,
    blend: fitBlend(pieces, vectors),
    categories: fitCategories(lines, vectors),
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
  return {
    features,
    meaning: meaning.map((value) => value * MEANING),
    positive,
    weight: line.kind === 'category' ? 0 : WEIGHT[line.kind],
  };
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

/** Learned weights with what was learned of meanings added to each word. */
function fitFolded(examples: readonly Example[], cost: number, vectors: WordVectors, share: number): Float32Array {
  const { weights, directions } = fitLinear(examples, cost, PASSES);
  foldIn(weights, directions, vectors, share);
  return weights;
}
