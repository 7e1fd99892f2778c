import type { CheckTexts } from './in-language';
import type { Path } from './path';
import type { Answered } from './sent';

export type AnsweredQuestion = Answered;

/** The answers that count as they read in one language, in their order; choices in words, one a line. */
export function answeredQuestions(path: Path, texts: CheckTexts): AnsweredQuestion[] {
  return path.asked.flatMap(({ id, stage }) => {
    const answer = path.answers[id];
    const question = texts.questions.find((one) => one.id === id);
    if (!answer || !question) return [];
    const chosen = question.choices.filter((choice) => answer.choices.includes(choice.id)).map(({ text }) => text);
    return [{ id, stage, question: question.text, answer: answer.text || chosen.join('\n') }];
  });
}

/** As plain text, to keep. */
export function answeredText(title: string, answered: readonly AnsweredQuestion[]): string {
  return [title, ...answered.map(({ question, answer }) => `${question}\n${answer}`)].join('\n\n');
}
