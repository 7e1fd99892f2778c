import type { Playbook, StageKind } from './playbook';

/** What is wrong with a playbook beyond its form, and where. */
export type PlaybookProblem = {
  kind: 'stage-id-twice' | 'question-id-twice' | 'leading-question' | 'options-incomplete' | 'nothing-decided';
  /** Id of the stage or the question. */
  where: string;
};

/** Turns that put an answer into the other one's mouth. After "what", "why" and the like the first two are open questions. */
const LEADING = [
  /(?<!\b(?:wh\w+|how)\s)\b(?:(?:would|could|should|is|are|was)n['’]t (?:you|we|it|that|this|they)|is not it)\b/i,
  /(?<!\b(?:wh\w+|how)\s)\b(?:would|do)(?:n['’]t| not) you (?:think|agree|feel|want|like|say)\b/i,
  /\b(?:can we agree that|imagine (?:if|how)|how much (?:better|easier|more)|surely|obviously)\b/i,
  /,\s*(?:right|correct|agreed|ok|okay|yes)\s*\?/i,
  /\b(?:once|when|as soon as) (?:you|we) (?:sign|go ahead|have signed|say yes|agree)\b/i,
];

/** Every problem of a playbook, in its order; empty when it can be used. */
export function playbookProblems(playbook: Playbook): PlaybookProblem[] {
  const questions = playbook.stages.flatMap((stage) => stage.questions);
  return [
    ...twice(playbook.stages.map((stage) => stage.id)).map((where) => ({ kind: 'stage-id-twice' as const, where })),
    ...twice(questions.map((question) => question.id)).map((where) => ({ kind: 'question-id-twice' as const, where })),
    ...questions
      .filter((question) => [question.text, ...question.followUps].some(leads))
      .map((question) => ({ kind: 'leading-question' as const, where: question.id })),
    ...without(playbook, 'options', 'option').map((where) => ({ kind: 'options-incomplete' as const, where })),
    ...without(playbook, 'decide', 'process').map((where) => ({ kind: 'nothing-decided' as const, where })),
  ];
}

function leads(text: string): boolean {
  return LEADING.some((turn) => turn.test(text));
}

function twice(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

/** The playbook's id when no question of this kind stands in such a stage. */
function without(playbook: Playbook, stage: StageKind, kind: 'option' | 'process'): string[] {
  const has = playbook.stages.some((one) => one.kind === stage && one.questions.some((q) => q.kind === kind));
  return has ? [] : [playbook.id];
}
