import type { Condition, SelfCheck } from './self-check';

/** What keeps a self-check from being published. `at` is where, `key` the message that says it in a sentence. */
export type SelfCheckProblem = { at: string; key: string; values: Record<string, string> };

/** Everything that does not hang together, in the order of the self-check; empty when it may be published. */
export function selfCheckProblems(check: SelfCheck): SelfCheckProblem[] {
  const problems: SelfCheckProblem[] = [];
  const say = (at: string, key: string, values: Record<string, string> = {}) => problems.push({ at, key, values });
  const { questions } = check;
  if (questions.length < 6 || questions.length > 10) say('questions', 'selfCheckProblemLength');
  for (const [at, question] of questions.entries()) {
    const where = `questions.${at}`;
    if (questions.findIndex(({ id }) => id === question.id) < at)
      say(where, 'selfCheckProblemTwice', { id: question.id });
    if (question.kind !== 'text' && question.choices.length < 2) say(where, 'selfCheckProblemChoices');
    if (new Set(question.choices.map(({ id }) => id)).size < question.choices.length)
      say(where, 'selfCheckProblemChoiceTwice');
    for (const condition of question.askIf) {
      const key = conditionProblem(check, condition, at);
      if (key) say(where, key, { id: condition.question });
    }
  }
  for (const [at, { when }] of check.criteria.entries())
    for (const condition of when) {
      const key = conditionProblem(check, condition, questions.length);
      if (key) say(`criteria.${at}`, key, { id: condition.question });
    }
  return problems;
}

/** Conditions look at questions before `before`, and at choices that these have. */
function conditionProblem(
  { questions }: SelfCheck,
  { question, is, choices }: Condition,
  before: number,
): string | null {
  const at = questions.findIndex(({ id }) => id === question);
  if (at === -1) return 'selfCheckProblemUnknown';
  if (at >= before) return 'selfCheckProblemLater';
  if (is === 'answered' || is === 'unanswered') return null;
  const known = questions[at]?.choices.map(({ id }) => id) ?? [];
  return choices.length > 0 && choices.every((choice) => known.includes(choice)) ? null : 'selfCheckProblemChoice';
}
