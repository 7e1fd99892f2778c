import { describe, expect, it } from 'vitest';
import { aFlag, NOW } from './checker-for-tests';
import { retyped } from './retyped';

const value = {
  text: 'hurry up\nthen quota',
  theyAsked: [{ from: 9, to: 19 }],
  flags: [aFlag('hurry'), aFlag('quota', { from: 14 })],
};
const pieces = ({ text, flags }: typeof value) => flags.map(({ from, to }) => text.slice(from, to));

describe('a note typed on without its editor', () => {
  it('keeps flags and marks on their words', () => {
    const next = retyped(value, 'hurry up now\nthen quota');
    expect(pieces(next)).toEqual(['hurry', 'quota']);
    expect(next.theyAsked).toEqual([{ from: 13, to: 23 }]);
  });
  it('moves a flag at whose beginning something was typed', () => {
    expect(pieces(retyped(value, 'no hurry up\nthen quota'))).toEqual(['hurry', 'quota']);
  });
  it('drops a flag whose words were touched', () => {
    expect(pieces(retyped(value, 'hurrry up\nthen quota'))).toEqual(['quota']);
  });
  it('keeps reworded flags whatever happens to the text', () => {
    const reworded = aFlag('hurry', { answer: { kind: 'reworded', reason: '', at: NOW } });
    const next = retyped({ ...value, flags: [reworded] }, '');
    expect(next).toEqual({ text: '', theyAsked: [{ from: 0, to: 0 }], flags: [{ ...reworded, from: 0, to: 0 }] });
  });
});
