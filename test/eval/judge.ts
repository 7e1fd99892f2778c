import { checkLine } from '@/lib/pitch/check-line';
import type { Engine } from '@/lib/pitch/engine';
import type { CheckContext, Flag } from '@/lib/pitch/flag';
import { judgeLine } from '@/lib/pitch/model/model-flags';
import { ruleHits } from '@/lib/pitch/rule-hits';
import type { TrainingLine } from '../train/training-lines';

/** A labelled line, how sure the engine is of it (0 to 1), and its flags at each sensitivity. */
export type Judged = TrainingLine & { sureness: number; quiet: Flag[]; normal: Flag[]; strict: Flag[] };

const CONTEXT: CheckContext = { stage: null, sensitivity: 'normal', clientNames: [] };

/** Runs the engine over labelled lines. */
export function judge(lines: readonly TrainingLine[], engine: Engine): Judged[] {
  return lines.map((line) => ({
    ...line,
    sureness: surenessOf(line, engine),
    quiet: checkLine(line.input, { ...CONTEXT, sensitivity: 'quiet' }, engine),
    normal: checkLine(line.input, CONTEXT, engine),
    strict: checkLine(line.input, { ...CONTEXT, sensitivity: 'strict' }, engine),
  }));
}

function surenessOf({ input }: TrainingLine, engine: Engine): number {
  const found = engine.model
    ? judgeLine(input, CONTEXT, { ...engine, model: engine.model }).map(({ sureness }) => sureness)
    : ruleHits(input, CONTEXT, engine).map(({ rule }) => rule.sureness);
  return Math.max(0, ...found);
}
