import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCheck, anySelfCheck } from '@/test/fixtures/self-checks';
import { selfCheckProblems } from './problems';
import type { Condition, SelfCheck } from './self-check';
import { shippedSelfChecks } from './shipped';

const keysOf = (check: SelfCheck) => selfCheckProblems(check).map(({ key }) => key);
const asking = (at: number, condition: Condition) => {
  const check = aCheck();
  return { ...check, questions: check.questions.map((one, n) => (n === at ? { ...one, askIf: [condition] } : one)) };
};

describe('what keeps a self-check from being published', () => {
  it('is nothing in those that ship', () => {
    for (const check of shippedSelfChecks) expect(selfCheckProblems(check)).toEqual([]);
    expect(keysOf(aCheck())).toEqual([]);
  });

  it('is a condition on something later, unknown, or not to be chosen', () => {
    expect(keysOf(asking(2, { question: 'one', is: 'any-of', choices: ['a'] }))).toEqual([]);
    expect(keysOf(asking(1, { question: 'one', is: 'answered', choices: [] }))).toEqual(['selfCheckProblemLater']);
    expect(keysOf(asking(1, { question: 'gone', is: 'answered', choices: [] }))).toEqual(['selfCheckProblemUnknown']);
    expect(keysOf(asking(2, { question: 'one', is: 'any-of', choices: ['z'] }))).toEqual(['selfCheckProblemChoice']);
    expect(keysOf(asking(2, { question: 'one', is: 'none-of', choices: [] }))).toEqual(['selfCheckProblemChoice']);
    const when = [{ question: 'gone', is: 'answered' as const, choices: [] }];
    expect(selfCheckProblems(aCheck({ criteria: [{ closing: 'talk', when }] }))[0]).toMatchObject({ at: 'criteria.0' });
  });

  it('is too little or too much to ask, one id twice, or a choice that is none', () => {
    const check = aCheck();
    const [first] = check.questions;
    if (!first) throw new Error('no question');
    expect(keysOf({ ...check, questions: check.questions.slice(1) })).toEqual(['selfCheckProblemLength']);
    expect(keysOf({ ...check, questions: [...check.questions, first] })).toEqual(['selfCheckProblemTwice']);
    const one = (choices: { id: string; text: string }[]) => ({
      ...check,
      questions: check.questions.map((question) => (question.id === 'one' ? { ...question, choices } : question)),
    });
    expect(keysOf(one([{ id: 'a', text: 'A' }]))).toEqual(['selfCheckProblemChoices']);
    const twice = [
      { id: 'a', text: 'A' },
      { id: 'a', text: 'B' },
    ];
    expect(keysOf(one(twice))).toEqual(['selfCheckProblemChoiceTwice']);
  });

  it('never is a condition that looks back at what can be chosen', () => {
    fc.assert(
      fc.property(anySelfCheck(false), (check) => {
        const keys = selfCheckProblems(check).filter(({ at }) => at !== 'questions' && !at.startsWith('criteria'));
        expect(keys.filter(({ key }) => key !== 'selfCheckProblemChoice')).toEqual([]);
      }),
    );
  });
});
