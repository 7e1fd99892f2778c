import { loadEngine } from '@/lib/pitch/engine';
import { writeModel } from '@/lib/pitch/model/line-model';
import table from '@/lib/pitch/table.json' with { type: 'json' };
import { trainModel } from '../train/train-model';
import type { TrainingLine } from '../train/training-lines';
import { wordVectors } from '../train/word-vectors';
import { type Judged, judge } from './judge';

/**
 * Judges every measured set, and every neutral source, by an engine that was trained without it. Each round leaves one set
 * out and, with it, its share of the sources.
 */
export function leaveOneSetOut(lines: readonly TrainingLine[], say: (sentence: string) => void): Judged[] {
  const sets = groupsOf(lines, 'measured');
  const vectors = wordVectors();
  const sources = groupsOf(lines, 'neutral');
  return sets.flatMap((set, round) => {
    const held = new Set([set, ...sources.filter((_, at) => at % sets.length === round)]);
    const model = trainModel(
      lines.filter(({ group }) => !held.has(group)),
      vectors,
    );
    const engine = loadEngine(table, writeModel(model).buffer as ArrayBuffer);
    say(`Round ${round + 1} of ${sets.length}: trained without ${[...held].join(', ')}.`);
    return judge(
      lines.filter(({ group }) => held.has(group)),
      engine,
    );
  });
}

function groupsOf(lines: readonly TrainingLine[], kind: TrainingLine['kind']): string[] {
  return [...new Set(lines.filter((line) => line.kind === kind).map(({ group }) => group))].toSorted();
}
