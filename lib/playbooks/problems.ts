import type { Playbook, StageKind } from './playbook';

/** What is wrong with a playbook beyond its form, and where. */
export type PlaybookProblem = {
  kind: 'stage-id-twice' | 'question-id-twice' | 'leading-question' | 'options-incomplete' | 'nothing-decided';
  /** Id of the stage or the question. */
  where: string;
};

/** Openings that put an answer into the other one's mouth. */
const LEADING =
  /\b(?:would(?:n['’]t| not) you|do(?:n['’]t| not) you (?:think|agree)|is(?:n['’]t| not) it|are(?:n['’]t| not) you|can we agree that|imagine (?:if|how)|how much (?:better|easier|more)|surely|obviously)\b/i;

/** Every problem of a playbook, in its order; empty when it can be used. */
export function playbookProblems(playbook: Playbook): PlaybookProblem[] {
  const questions = playbook.stages.flatMap((stage) => stage.questions);
  return [
    ...twice(playbook.stages.map((stage) => stage.id)).map((where) => ({ kind: 'stage-id-twice' as const, where })),
    ...twice(questions.map((question) => question.id)).map((where) => ({ kind: 'question-id-twice' as const, where })),
    ...questions
      .filter((question) => [question.text, ...question.followUps].some((text) => LEADING.test(text)))
      .map((question) => ({ kind: 'leading-question' as const, where: question.id })),
    ...without(playbook, 'options', 'option').map((where) => ({ kind: 'options-incomplete' as const, where })),
    ...without(playbook, 'decide', 'process').map((where) => ({ kind: 'nothing-decided' as const, where })),
  ];
}

function twice(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

/** The playbook's id when no question of this kind stands in such a stage. */
function without(playbook: Playbook, stage: StageKind, kind: 'option' | 'process'): string[] {
  const has = playbook.stages.some((one) => one.kind === stage && one.questions.some((q) => q.kind === kind));
  return has ? [] : [playbook.id];
}
