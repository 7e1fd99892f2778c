import { describe, expect, it } from 'vitest';
import { aFlag, ids, NOW } from './checker-for-tests';
import { type Finding, LONGEST_PIECE, reattach, sameFlag } from './reattach';

function found(piece: string, from: number): Finding {
  const { id: _, piece: __, answer: ___, ...flag } = aFlag(piece, { from });
  return { flag, piece };
}
const kept = { kind: 'kept', reason: 'their word', at: NOW } as const;

describe('a finding', () => {
  it('is the flag that was known, with its answer', () => {
    const known = aFlag('hurry', { from: 4, answer: kept });
    expect(reattach([found('hurry', 9)], [known], ids())).toEqual([{ ...known, from: 9, to: 14 }]);
  });
  it('is the nearest one of several that are alike', () => {
    const near = aFlag('hurry', { id: 'near', from: 20 });
    const far = aFlag('hurry', { id: 'far', from: 0 });
    const ids_ = reattach([found('hurry', 18), found('hurry', 40)], [far, near], ids()).map(({ id }) => id);
    expect(ids_).toEqual(['near', 'far']);
  });
  it.each([
    ['other words', aFlag('quota')],
    ['another category', aFlag('hurry', { category: 'closing' })],
    ['another rule', aFlag('hurry', { part: { kind: 'rule', id: 'other' } })],
    ['the model instead of a rule', aFlag('hurry', { part: { kind: 'model', id: 'hurry' } })],
  ])('is a new flag beside one with %s', (_, known) => {
    expect(reattach([found('hurry', 0)], [known], () => 'new')[0]).toMatchObject({ id: 'new', answer: null });
  });
  it('opens a reworded flag again when its words stand in the text again', () => {
    const known = aFlag('hurry', { answer: { kind: 'reworded', reason: '', at: NOW } });
    expect(reattach([found('hurry', 0)], [known], ids())[0]).toMatchObject({ id: known.id, answer: null });
  });
});

it('knows two records of one flag apart by what they say', () => {
  const flag = aFlag('hurry');
  expect(sameFlag(flag, { ...flag })).toBe(true);
  for (const other of [
    { from: 1 },
    { to: 9 },
    { why: 'x' },
    { ask: 'x' },
    { sureness: 1 },
    { engine: 'x' },
    { answer: kept },
  ])
    expect(sameFlag(flag, { ...flag, ...other })).toBe(false);
  expect(LONGEST_PIECE).toBe(2_000);
});
