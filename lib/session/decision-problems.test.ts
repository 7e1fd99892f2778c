import { describe, expect, it } from 'vitest';
import messages from '@/public/_locales/en/messages.json';
import { aNo, aNotYet, anAt, aSession, aYes, idOf } from '@/test/fixtures';
import { addNextStep } from './decide';
import type { Decision } from './decision';
import { decisionProblems } from './decision-problems';

const problems = (decision: Decision) => decisionProblems(aSession({ decision })).map((problem) => problem.key);
const EMPTIED: [keyof Decision, Partial<Decision>, string][] = [
  ['to', { to: ' ' }, 'problemTo'],
  ['reason', { reason: '' }, 'problemReason'],
  ['objectives', { objectives: [''] }, 'problemObjective'],
  ['playback', { playback: { text: '', confirmed: false } }, 'problemPlayback'],
  ['tookPart', { tookPart: [] }, 'problemTookPart'],
];

describe('what a finish needs', () => {
  it.each([
    ['yes', aYes()],
    ['no', aNo()],
    ['not yet', aNotYet()],
  ])('is nothing more for a %s that says it all', (_, decision) => expect(problems(decision)).toEqual([]));

  it.each(EMPTIED)('is the same for yes and for no: %s', (_, emptied, key) => {
    expect(problems(aYes(emptied))).toEqual([key]);
    expect(problems(aNo(emptied))).toEqual(problems(aYes(emptied)));
  });
  it('is what is missing and a day, for not yet', () => {
    expect(problems(aNotYet({ missing: '', lookAgainOn: null }))).toEqual(['problemMissing', 'problemLookAgain']);
    expect(problems(aYes({ missing: '', lookAgainOn: null }))).toEqual([]);
  });
  it('is a day that is not before the talk, for not yet', () => {
    expect(problems(aNotYet({ lookAgainOn: '2025-04-01' }))).toEqual(['problemLookAgainPast']);
    expect(problems(aNotYet({ lookAgainOn: '2026-03-01' }))).toEqual([]);
    expect(problems(aNo({ lookAgainOn: '2025-04-01' }))).toEqual([]);
  });
  it('is good and bad of leaving it and of doing it elsewhere', () => {
    const [leave, elsewhere, ...rest] = aYes().options;
    if (!leave || !elsewhere) throw new Error('no options');
    expect(problems(aYes({ options: [{ ...leave, bad: '' }, elsewhere, ...rest] }))).toEqual(['problemLeaveBad']);
    expect(problems(aYes({ options: [leave, { ...elsewhere, good: '' }, ...rest] }))).toEqual(['problemElsewhereGood']);
    expect(problems(aYes({ options: [] }))).toEqual([
      'problemLeaveGood',
      'problemLeaveBad',
      'problemElsewhereGood',
      'problemElsewhereBad',
    ]);
  });
  it('is a what, a who and a when for each step', () => {
    const session = addNextStep(aSession({ decision: aNo() }), anAt(undefined, 70));
    expect(decisionProblems(session)).toEqual([
      { field: `nextSteps.${idOf(71)}.text`, key: 'problemNextStepText' },
      { field: `nextSteps.${idOf(71)}.name`, key: 'problemNextStepOwner' },
      { field: `nextSteps.${idOf(71)}.date`, key: 'problemNextStepDate' },
    ]);
  });
  it('is a reason where no decision was reached, and nobody need take part where nobody is named', () => {
    const open = aSession().decision;
    expect(problems({ ...aNo(), outcome: null })).toEqual(['problemUndecided']);
    expect(problems({ ...open, undecidedReason: 'The line broke.' })).toEqual([]);
    expect(decisionProblems(aSession({ people: [], decision: aNo({ tookPart: [] }) }))).toEqual([]);
  });
  it('is all told at once, before anything is chosen', () => {
    expect(decisionProblems(aSession()).map(({ field }) => field.replace(/[0-9a-f-]{36}/, 'id'))).toEqual([
      'options.id.good',
      'options.id.bad',
      'options.id.good',
      'options.id.bad',
      'playback',
      'outcome',
      'to',
      'reason',
      'objectives',
      'tookPart',
    ]);
  });
  it('is said in one sentence each', () => {
    const said = [
      aSession().decision,
      aNotYet({ missing: '', lookAgainOn: null, to: '', reason: '', objectives: [], options: [] }),
      aNotYet({ lookAgainOn: '2025-04-01' }),
    ];
    for (const key of said.flatMap(problems)) {
      const sentence = messages[key as keyof typeof messages]?.message ?? '';
      expect(sentence, key).toMatch(/^[A-Z][^.]*\.$/);
    }
  });
});
