import { SMALLEST_GROUP } from './insights';

/** What was counted of the sessions of one playbook in one month. `sessions` is how many they were. */
export type Tally = { playbook: string; month: string; sessions: number };
export type Narrowing = { from: string; to: string; playbook: string | null };

/**
 * The tallies that may be counted together, so that no group of fewer than 5 sessions is shown, nor found by taking one
 * answer from another. The sessions of each playbook and year stand in fixed blocks: months in a row, as many as 5 sessions
 * need, the same whatever is asked for. An answer holds whole blocks only. So answers for two periods, or for one playbook
 * and for all, differ by whole blocks too: by no session, or by 5 or more. What forms no block yet is left out.
 */
export function inBlocks<T extends Tally>(
  tallies: readonly T[],
  asked: Narrowing,
): { counted: T[]; someLeftOut: boolean } {
  const isAskedFor = ({ month, playbook }: Tally) =>
    month >= asked.from && month <= asked.to && (asked.playbook === null || playbook === asked.playbook);
  const rows = tallies.filter(({ sessions }) => sessions > 0);
  const counted = blocksOf(rows)
    .filter((block) => block.every(isAskedFor))
    .flat();
  return { counted, someLeftOut: rows.filter(isAskedFor).length > counted.length };
}

function blocksOf<T extends Tally>(rows: readonly T[]): T[][] {
  const years = Map.groupBy(rows, ({ playbook, month }) => `${playbook} ${month.slice(0, 4)}`);
  return [...years.values()].flatMap((ofYear) => {
    const blocks: T[][] = [];
    let block: T[] = [];
    for (const ofMonth of inOrder(ofYear)) {
      block.push(...ofMonth);
      if (sizeOf(block) < SMALLEST_GROUP) continue;
      blocks.push(block);
      block = [];
    }
    return blocks;
  });
}

function inOrder<T extends Tally>(rows: readonly T[]): T[][] {
  const months = Map.groupBy(rows, ({ month }) => month);
  return [...months.keys()].sort().map((month) => months.get(month) ?? []);
}

/**
 * The tallies of one month that may be counted together, for what is shown month by month: a playbook with 5 sessions or
 * more stands for itself, and the smaller ones together when they are 5 or more. So a month and one playbook of it differ
 * by no session, or by 5 or more. Null when nothing of it may be shown.
 */
export function ofMonth<T extends Tally>(tallies: readonly T[], month: string, playbook: string | null): T[] | null {
  const groups = [
    ...Map.groupBy(
      tallies.filter((one) => one.month === month && one.sessions > 0),
      (one) => one.playbook,
    ).values(),
  ];
  const large = groups.filter((group) => sizeOf(group) >= SMALLEST_GROUP);
  const small = groups.filter((group) => sizeOf(group) < SMALLEST_GROUP).flat();
  const shown =
    playbook === null
      ? [...large.flat(), ...(sizeOf(small) >= SMALLEST_GROUP ? small : [])]
      : large.flat().filter((one) => one.playbook === playbook);
  return shown.length > 0 ? shown : null;
}

function sizeOf(rows: readonly Tally[]): number {
  return rows.reduce((sum, { sessions }) => sum + sessions, 0);
}
