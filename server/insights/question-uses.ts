import type { QuestionUse } from '@/lib/insights/insights';
import { inBlocks, type Narrowing } from '@/lib/insights/shown-groups';
import type { Playbook } from '@/lib/playbooks/playbook';
import type { QuestionTally, Tallies } from './tallies';

/** How each question of the playbooks was used, in their order; of a playbook of several versions in the newest words. */
export function questionUses(tallies: Tallies, asked: Narrowing, playbooks: readonly Playbook[]): QuestionUse[] {
  const rewordedIn = new Map(tallies.reworded.map((row) => [keyOf(row), row.flags]));
  const byQuestion = Map.groupBy(tallies.questions, ({ playbook, question }) => `${playbook} ${question}`);
  return questionsOf(playbooks).flatMap((question) => {
    const rows = byQuestion.get(`${question.playbook} ${question.id}`) ?? [];
    const { counted, someLeftOut } = inBlocks(
      rows.map((row) => ({ ...row, sessions: row.asked + row.skipped + row.notRelevant + row.open })),
      asked,
    );
    if (counted.length === 0 && !someLeftOut) return [];
    return [{ ...question, counted: counted.length > 0 ? sumOf(counted, rewordedIn) : null, someLeftOut }];
  });
}

function sumOf(rows: readonly QuestionTally[], rewordedIn: Map<string, number>): QuestionUse['counted'] {
  const all = { asked: 0, skipped: 0, notRelevant: 0, open: 0, reworded: 0 };
  for (const row of rows) {
    all.asked += row.asked;
    all.skipped += row.skipped;
    all.notRelevant += row.notRelevant;
    all.open += row.open;
    all.reworded += rewordedIn.get(keyOf(row)) ?? 0;
  }
  return all;
}

const keyOf = (row: { playbook: string; month: string; question: string }) =>
  `${row.playbook} ${row.month} ${row.question}`;

function questionsOf(playbooks: readonly Playbook[]): Pick<QuestionUse, 'playbook' | 'id' | 'text' | 'stage'>[] {
  const seen = new Set<string>();
  return [...playbooks]
    .sort((a, b) => (a.id === b.id ? b.version - a.version : a.id < b.id ? -1 : 1))
    .flatMap(({ id: playbook, stages }) =>
      stages.flatMap((stage) =>
        stage.questions.flatMap(({ id, text }) => {
          const key = `${playbook} ${id}`;
          if (seen.has(key)) return [];
          seen.add(key);
          return [{ playbook, id, text, stage: stage.title }];
        }),
      ),
    );
}
