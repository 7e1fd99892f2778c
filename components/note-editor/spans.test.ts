import { ChangeSet } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { grownAcross, joined, overlapsAny, without } from './spans';

const span = (from: number, to: number) => ({ from, to });

describe('spans', () => {
  it('are sorted, and joined where they touch', () => {
    expect(joined([span(8, 9), span(0, 3), span(3, 5)])).toEqual([span(0, 5), span(8, 9)]);
  });
  it('are joined over one line break when neighbouring lines count as one piece', () => {
    expect(joined([span(0, 3), span(4, 6), span(8, 9)], 1)).toEqual([span(0, 6), span(8, 9)]);
  });
  it('are as they were when one lies inside another', () => {
    expect(joined([span(0, 9), span(2, 3)])).toEqual([span(0, 9)]);
  });
  it('give up a line together with its line break on either side', () => {
    expect(without([span(0, 20)], span(5, 9))).toEqual([span(0, 4), span(10, 20)]);
    expect(without([span(0, 20)], span(0, 4))).toEqual([span(5, 20)]);
    expect(without([span(5, 5), span(7, 9)], span(5, 5))).toEqual([span(7, 9)]);
  });
  it('take in what is typed at their edges', () => {
    const changes = ChangeSet.of([{ from: 2, insert: 'xx' }], 10);
    expect(grownAcross([span(0, 2), span(2, 4)], changes)).toEqual([span(0, 4), span(2, 6)]);
  });
  it('overlap a piece that only touches them', () => {
    expect(overlapsAny([span(2, 4)], span(4, 8))).toBe(true);
    expect(overlapsAny([span(2, 4)], span(5, 8))).toBe(false);
  });
});
