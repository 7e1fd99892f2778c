import type { PlaybookDraft } from './draft';
import { Playbook } from './playbook';
import { type PlaybookProblem, playbookProblems } from './problems';

/** One thing that keeps a draft from being published. `where` is the id of the stage, the question or the playbook; `field` the field in it. */
export type DraftProblem = {
  kind: PlaybookProblem['kind'] | 'missing' | 'no-questions' | 'no-stages' | 'wrong';
  where: string;
  field: string;
};

const OF_FIELD: Partial<Record<PlaybookProblem['kind'], string>> = { 'leading-question': 'text' };

/** Everything that keeps a draft from being published; empty when it can be. */
export function draftProblems(draft: PlaybookDraft): DraftProblem[] {
  const checked = Playbook.safeParse(draft);
  const ofForm = checked.success ? [] : checked.error.issues.map(({ path }) => problemAt(draft, path));
  const ofContent = playbookProblems(draft).map(({ kind, where }) => ({ kind, where, field: OF_FIELD[kind] ?? '' }));
  return unique([...ofForm, ...ofContent]);
}

function problemAt(draft: PlaybookDraft, path: readonly PropertyKey[]): DraftProblem {
  const [first, stageAt, second, questionAt, third, lineAt] = path;
  if (first !== 'stages') return at(draft.id, String(first), draft[first as 'title']);
  const stage = draft.stages[Number(stageAt)];
  if (!stage) return { kind: 'no-stages', where: draft.id, field: 'stages' };
  const question = second === 'questions' ? stage.questions[Number(questionAt)] : undefined;
  if (question) {
    const value = question[third as 'text'] as unknown;
    return at(question.id, String(third), Array.isArray(value) ? value[Number(lineAt)] : value);
  }
  if (second === 'questions') return { kind: 'no-questions', where: stage.id, field: 'questions' };
  return at(stage.id, String(second), stage[second as 'title']);
}

function at(where: string, field: string, value: unknown): DraftProblem {
  return { kind: value === '' ? 'missing' : 'wrong', where, field };
}

function unique(problems: readonly DraftProblem[]): DraftProblem[] {
  return [...new Map(problems.map((one) => [`${one.kind} ${one.where} ${one.field}`, one])).values()];
}
