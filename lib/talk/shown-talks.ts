import { SMALLEST_GROUP } from '@/lib/insights/insights';
import { monthOf } from '@/lib/insights/months';
import { TALK_QUESTIONS, type TalkInsights, type TalkMean, type TalkQuestion } from './talk';

/** How many answered a question in a month, and the sum of their steps. */
type Counted = { answers: number; sum: number };
export type MonthOfTalks = { month: string } & Record<TalkQuestion, Counted>;

const DAY_MS = 86_400_000;

/**
 * What may be shown of the answers of all months. A month counts a day after its end, when nothing is added to it any
 * more; months in a row stand together until each question has 5 answers; what follows waits. So a group never changes once
 * it is shown: what is shown at two times, and any two numbers of it, differ by no answer or by 5 or more of each question.
 */
export function shownTalks(months: readonly MonthOfTalks[], now: Date): TalkInsights {
  const running = monthOf(new Date(now.getTime() - DAY_MS));
  const over = months.filter(({ month }) => month < running).sort((a, b) => (a.month < b.month ? -1 : 1));
  const groups: MonthOfTalks[][] = [];
  let group: MonthOfTalks[] = [];
  for (const month of over) {
    group.push(month);
    if (TALK_QUESTIONS.some((question) => countedOf(group, question).answers < SMALLEST_GROUP)) continue;
    groups.push(group);
    group = [];
  }
  return {
    groups: groups.map((one) => ({ from: one[0]?.month ?? '', to: one.at(-1)?.month ?? '', ...meansOf(one) })),
    together: groups.length > 0 ? meansOf(groups.flat()) : null,
  };
}

function meansOf(months: readonly MonthOfTalks[]): Record<TalkQuestion, TalkMean> {
  const meanOf = (question: TalkQuestion): TalkMean => {
    const { answers, sum } = countedOf(months, question);
    return {
      mean: Math.round((sum / answers) * 10) / 10,
      atLeast: Math.floor(answers / SMALLEST_GROUP) * SMALLEST_GROUP,
    };
  };
  return { understood: meanOf('understood'), heard: meanOf('heard'), shaped: meanOf('shaped') };
}

function countedOf(months: readonly MonthOfTalks[], question: TalkQuestion): Counted {
  return months.reduce(
    (all, month) => ({ answers: all.answers + month[question].answers, sum: all.sum + month[question].sum }),
    { answers: 0, sum: 0 },
  );
}
