import type { StageKind } from '@/lib/playbooks/playbook';
import type { CheckContext } from './flag';

export type Asks = { ask: string; askAt: Partial<Record<StageKind, string>> };

/** From this share of common words on, two questions count as one (0 to 1; all pairs of the playbooks that ship were read). */
const SAME = 0.55;

/** The question to ask instead: the stage's, else the category's, else any of the category's; never the one that stands there already. */
export function askInstead(
  { ask, askAt }: Asks,
  { stage, question }: Pick<CheckContext, 'stage' | 'question'>,
): string {
  const fitting = [...(stage && askAt[stage] ? [askAt[stage]] : []), ask, ...Object.values(askAt)];
  return fitting.find((one) => !question || !isSame(one, question)) ?? ask;
}

function isSame(a: string, b: string): boolean {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const common = [...left].filter((word) => right.has(word)).length;
  return common / (left.size + right.size - common) >= SAME;
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}+/gu));
}
