import type { Answer, Answers, CheckQuestion, ClosingId, Condition, SelfCheck } from './self-check';

export type Path = {
  /** The questions that these answers lead past, in their order. */
  asked: CheckQuestion[];
  /** The answers that count: of the questions on the path, with the choices that there are. */
  answers: Answers;
  closing: ClosingId;
};

/**
 * The way through a self-check by what was answered. Conditions look back only, so there is always one way and one
 * closing; an answer to a question that is no longer on the way does not count.
 */
export function pathOf(check: SelfCheck, given: Answers): Path {
  const asked: CheckQuestion[] = [];
  const answers: Answers = {};
  for (const question of check.questions) {
    if (!question.askIf.every((condition) => holds(condition, answers))) continue;
    asked.push(question);
    const answer = counted(question, given[question.id]);
    if (answer) answers[question.id] = answer;
  }
  const criterion = check.criteria.find(({ when }) => when.every((condition) => holds(condition, answers)));
  return { asked, answers, closing: criterion?.closing ?? check.otherwise };
}

/** The question after `id`, or null at the end. Without `id`, or with one that is not on the way, the first one. */
export function questionAfter({ asked }: Path, id: string | null): CheckQuestion | null {
  return asked[asked.findIndex((question) => question.id === id) + 1] ?? null;
}

/** The question before `id`, or null at the beginning; from the end (`null`), the last one. */
export function questionBefore({ asked }: Path, id: string | null): CheckQuestion | null {
  if (id === null) return asked.at(-1) ?? null;
  return asked[asked.findIndex((question) => question.id === id) - 1] ?? null;
}

function holds({ question, is, choices }: Condition, answers: Answers): boolean {
  const answer = answers[question];
  if (is === 'answered') return answer !== undefined;
  if (is === 'unanswered') return answer === undefined;
  const chosen = answer?.choices.some((choice) => choices.includes(choice)) ?? false;
  return is === 'any-of' ? chosen : !chosen;
}

/** Undefined when nothing was written or chosen. */
function counted(question: CheckQuestion, given: Answer | undefined): Answer | undefined {
  if (!given) return undefined;
  const known = question.choices.filter(({ id }) => given.choices.includes(id)).map(({ id }) => id);
  const answer = {
    text: question.kind === 'text' ? given.text.trim() : '',
    choices: question.kind === 'text' ? [] : question.kind === 'one' ? known.slice(0, 1) : known,
  };
  return answer.text || answer.choices.length > 0 ? answer : undefined;
}
