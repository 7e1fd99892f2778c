import type { FlagsOfMonth, Insights, Part } from '@/lib/insights/insights';
import { monthsBetween } from '@/lib/insights/months';
import { inBlocks, type Narrowing, ofMonth, type Tally } from '@/lib/insights/shown-groups';
import type { Playbook } from '@/lib/playbooks/playbook';
import { questionUses } from './question-uses';
import { type SessionTally, STAGES_BEFORE, type Tallies } from './tallies';

/** What may be shown of what was counted. `playbooks` are those of the sessions, each version. */
export function insightsOf(
  tallies: Tallies,
  asked: Narrowing & Pick<Insights, 'scope'>,
  playbooks: readonly Playbook[],
): Insights {
  const { scope, from, to, playbook } = asked;
  const { sessions, disputes } = tallies;
  return {
    scope,
    from,
    to,
    playbook,
    playbooks: titlesOf(playbooks),
    stages: STAGES_BEFORE.map((kind) => {
      const withStage = sessions.filter((row) => has(playbooks, row, kind));
      return {
        kind,
        ...partOf(
          withStage,
          (row) => row.options,
          (row) => row.before[kind],
          asked,
        ),
      };
    }).filter(({ counted, someLeftOut }) => counted !== null || someLeftOut),
    reasoned: partOf(
      sessions,
      (row) => row.sessions,
      (row) => row.reasoned,
      asked,
    ),
    lookedAgain: partOf(
      sessions,
      (row) => row.due,
      (row) => row.lookedAgain,
      asked,
    ),
    disputes: disputesOf(disputes, asked),
    flags: monthsBetween(from, to).map((month) => flagsOf(month, ofMonth(sessions, month, playbook))),
    questions: questionUses(tallies, asked, playbooks),
  };
}

/** `of` is a number of sessions, so it is the size of the group too. */
function partOf(
  rows: readonly SessionTally[],
  of: (row: SessionTally) => number,
  part: (row: SessionTally) => number,
  asked: Narrowing,
): Part {
  const sized = rows.map((row) => ({ ...groupOf(row), sessions: of(row), of: of(row), part: part(row) }));
  return together(inBlocks(sized, asked));
}

function disputesOf(rows: Tallies['disputes'], asked: Narrowing): Part {
  const sized = rows.map((row) => ({ ...groupOf(row), sessions: row.sessions, of: row.judged, part: row.agreed }));
  return together(inBlocks(sized, asked));
}

const groupOf = ({ playbook, month }: Tally) => ({ playbook, month });

function together({ counted, someLeftOut }: { counted: { of: number; part: number }[]; someLeftOut: boolean }): Part {
  const whole = { part: sum(counted, ({ part }) => part), of: sum(counted, (one) => one.of) };
  return { counted: counted.length > 0 ? whole : null, someLeftOut };
}

function flagsOf(month: string, rows: readonly SessionTally[] | null): FlagsOfMonth {
  if (!rows) return { month, counted: null };
  const flags: NonNullable<FlagsOfMonth['counted']>['flags'] = {};
  for (const row of rows)
    for (const [category, found] of Object.entries(row.flags) as [keyof typeof flags, number][])
      if (found > 0) flags[category] = (flags[category] ?? 0) + found;
  return { month, counted: { words: sum(rows, ({ words }) => words), flags } };
}

function has(playbooks: readonly Playbook[], row: SessionTally, kind: string): boolean {
  const found = playbooks.find(({ id, version }) => id === row.playbook && version === row.version);
  return found?.stages.some((stage) => stage.kind === kind) ?? false;
}

/** Each playbook once, under its newest title. */
function titlesOf(playbooks: readonly Playbook[]): Insights['playbooks'] {
  const newest = new Map([...playbooks].sort((a, b) => a.version - b.version).map(({ id, title }) => [id, title]));
  return [...newest].map(([id, title]) => ({ id, title })).sort((a, b) => (a.title < b.title ? -1 : 1));
}

function sum<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((all, row) => all + of(row), 0);
}
