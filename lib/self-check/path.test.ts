import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCheck, anyAnswers, anySelfCheck } from '@/test/fixtures/self-checks';
import { pathOf, questionAfter, questionBefore } from './path';
import type { Answers } from './self-check';
import { shippedSelfChecks } from './shipped';

const said = (text: string) => ({ text, choices: [] });
const chose = (...choices: string[]) => ({ text: '', choices });

describe('the way through a self-check', () => {
  it('reaches exactly one closing, whatever the self-check and the answers', () => {
    fc.assert(
      fc.property(anySelfCheck(), anyAnswers(), (check, answers) => {
        const { closing } = pathOf(check, answers);
        expect(Object.keys(check.closings).filter((id) => id === closing)).toHaveLength(1);
        expect(pathOf(check, answers).closing).toBe(closing);
      }),
    );
  });

  it('does not hang on the order in which answers were given', () => {
    fc.assert(
      fc.property(
        anySelfCheck().chain((check) => fc.tuple(fc.constant(check), anyAnswers(check))),
        fc.infiniteStream(fc.nat()),
        ([check, answers], order) => {
          const mixed: Answers = Object.fromEntries(
            Object.entries(answers)
              .map((entry) => ({ entry, at: order.next().value }))
              .sort((a, b) => a.at - b.at)
              .map(({ entry }) => entry),
          );
          expect(pathOf(check, mixed)).toEqual(pathOf(check, answers));
        },
      ),
    );
  });

  it('comes to its end in as many steps as there are questions on it, and back the same way', () => {
    fc.assert(
      fc.property(
        anySelfCheck().chain((check) => fc.tuple(fc.constant(check), anyAnswers(check))),
        ([check, answers]) => {
          const path = pathOf(check, answers);
          const there: string[] = [];
          for (let one = questionAfter(path, null); one; one = questionAfter(path, one.id)) there.push(one.id);
          const back: string[] = [];
          for (let one = questionBefore(path, null); one; one = questionBefore(path, one.id)) back.push(one.id);
          expect(there).toEqual(path.asked.map(({ id }) => id));
          expect(back.reverse()).toEqual(there);
        },
      ),
    );
  });

  it('counts nothing that is not asked, and asking by what counts changes nothing', () => {
    fc.assert(
      fc.property(
        anySelfCheck().chain((check) => fc.tuple(fc.constant(check), anyAnswers(check))),
        ([check, answers]) => {
          const path = pathOf(check, answers);
          const asked = path.asked.map(({ id }) => id);
          expect(Object.keys(path.answers).every((id) => asked.includes(id))).toBe(true);
          expect(pathOf(check, path.answers)).toEqual(path);
        },
      ),
    );
  });

  it('passes over a question whose condition does not hold, and forgets its answer', () => {
    const [check] = shippedSelfChecks;
    if (!check) throw new Error('none ships');
    const path = pathOf(check, { cost: chose('little'), worth: said('A calm night') });
    expect(path.asked.map(({ id }) => id)).not.toContain('worth');
    expect(path.answers).not.toHaveProperty('worth');
    expect(path.closing).toBe('others');
  });

  it('goes by the first criterion that holds', () => {
    const [check] = shippedSelfChecks;
    if (!check) throw new Error('none ships');
    expect(pathOf(check, {}).closing).toBe('early');
    expect(pathOf(check, { today: said('The pump stops'), cost: chose('time') }).closing).toBe('talk');
    expect(pathOf(check, { today: said('It stops'), cost: chose('time'), who: chose('unaware') }).closing).toBe(
      'early',
    );
    expect(pathOf(check, { cost: chose('little', 'time'), today: said('It stops') }).closing).toBe('talk');
  });

  it('takes blank words, choices that are not there and a second choice of one as not given', () => {
    const check = aCheck();
    const path = pathOf(check, { words: said('  \n'), one: chose('b', 'a', 'zzz'), several: chose('zzz') });
    expect(path.answers).toEqual({ one: chose('a') });
  });
});
