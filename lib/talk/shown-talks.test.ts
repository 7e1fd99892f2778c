import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MonthOfTalks, shownTalks } from './shown-talks';
import { TALK_QUESTIONS, type TalkAnswers, TalkInsights } from './talk';

const LATER = new Date('2027-06-15T12:00:00Z');
type Given = { month: string } & TalkAnswers;
const given = (month: string, step: number | null, times = 1): Given[] =>
  Array.from({ length: times }, () => ({ month, understood: step, heard: step, shaped: step }));

/** As the database counts them. */
function counted(answers: readonly Given[]): MonthOfTalks[] {
  const months = Map.groupBy(answers, ({ month }) => month);
  return [...months].map(([month, ofMonth]) => {
    const of = (question: (typeof TALK_QUESTIONS)[number]) => {
      const steps = ofMonth.flatMap((one) => one[question] ?? []);
      return { answers: steps.length, sum: steps.reduce((sum, step) => sum + step, 0) };
    };
    return { month, understood: of('understood'), heard: of('heard'), shaped: of('shaped') };
  });
}
const shown = (answers: readonly Given[], now = LATER) => shownTalks(counted(answers), now);
const monthsOf = ({ groups }: TalkInsights) => groups.map(({ from, to }) => `${from} ${to}`);

describe('answers about talks', () => {
  it('are not shown before 5 of them are together', () => {
    expect(shown([])).toEqual({ groups: [], together: null });
    expect(shown(given('2026-01', 4, 4))).toEqual({ groups: [], together: null });
    expect(shown(given('2026-01', 4, 5)).groups).toHaveLength(1);
  });

  it('stand together over months in a row until they are 5, and what follows waits', () => {
    const answers = [
      ...given('2026-04', 0, 4),
      ...given('2026-01', 4, 3),
      ...given('2026-03', 1, 6),
      ...given('2026-02', 2, 3),
    ];
    expect(monthsOf(shown(answers))).toEqual(['2026-01 2026-02', '2026-03 2026-03']);
    expect(shown(answers).groups[0]?.heard).toEqual({ mean: 3, atLeast: 5 });
    expect(shown(answers).together?.heard).toEqual({ mean: 2, atLeast: 10 });
  });

  it('wait until each question has 5, so that none is shown of fewer', () => {
    const sparse = given('2026-01', 4, 5).map((one, at) => ({ ...one, shaped: at === 0 ? null : 4 }));
    expect(shown(sparse).groups).toEqual([]);
    expect(monthsOf(shown([...sparse, ...given('2026-02', 2)]))).toEqual(['2026-01 2026-02']);
  });

  it('of a month are shown a day after its end, when nobody adds to it any more', () => {
    const answers = given('2026-01', 3, 8);
    expect(shown(answers, new Date('2026-01-31T23:59:00Z')).groups).toEqual([]);
    expect(shown(answers, new Date('2026-02-01T23:59:00Z')).groups).toEqual([]);
    expect(shown(answers, new Date('2026-02-02T00:00:00Z')).groups).toHaveLength(1);
  });

  it('say their number in fives only, so that it tells nobody who left a question empty', () => {
    const answers = [...given('2026-01', 3, 8), { ...given('2026-01', 3)[0], heard: null } as Given];
    const [group] = shown(answers).groups;
    expect(TALK_QUESTIONS.map((question) => group?.[question].atLeast)).toEqual([5, 5, 5]);
  });
});

const step = fc.option(fc.integer({ min: 0, max: 4 }), { freq: 4 });
const somebody = fc.record({ understood: step, heard: step, shaped: step, days: fc.integer({ min: 0, max: 25 }) });

describe('whatever is answered, and whenever one looks', () => {
  it('two looks one after the other differ by no answer to a question, or by 5 or more', () => {
    fc.assert(
      fc.property(fc.array(somebody, { maxLength: 80 }), (people) => {
        let now = Date.parse('2026-01-03T12:00:00Z');
        let before: TalkInsights = { groups: [], together: null };
        const answers: Given[] = [];
        const within = (insights: TalkInsights) =>
          answers.filter(({ month }) => insights.groups.some(({ from, to }) => from <= month && month <= to));
        for (const { days, ...steps } of people) {
          now += days * 86_400_000;
          answers.push({ month: new Date(now).toISOString().slice(0, 7), ...steps });
          const next = TalkInsights.parse(shown(answers, new Date(now)));
          expect(next.groups.slice(0, before.groups.length)).toEqual(before.groups);
          const added = within(next).filter((one) => !within(before).includes(one));
          for (const question of TALK_QUESTIONS) {
            const size = added.filter((one) => one[question] !== null).length;
            expect(size === 0 || size >= 5).toBe(true);
          }
          if (added.length === 0) expect(next).toEqual(before);
          before = next;
        }
      }),
    );
  });

  it('no group and no sum of groups holds fewer than 5 answers to a question', () => {
    fc.assert(
      fc.property(fc.array(somebody, { maxLength: 60 }), (people) => {
        const answers = people.map(({ days, ...steps }) => ({ month: `2026-0${1 + (days % 9)}`, ...steps }));
        for (const { from, to, ...means } of shown(answers).groups)
          for (const question of TALK_QUESTIONS) {
            const steps = answers
              .filter(({ month }) => from <= month && month <= to)
              .flatMap((one) => one[question] ?? []);
            expect(steps.length).toBeGreaterThanOrEqual(5);
            expect(means[question].mean).toBeCloseTo(steps.reduce((sum, one) => sum + one, 0) / steps.length, 0);
          }
      }),
    );
  });
});
