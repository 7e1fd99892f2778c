import { describe, expect, it } from 'vitest';
import { loadEngine } from '@/lib/pitch/engine';
import table from '@/lib/pitch/table.json';
import { averagePrecision, interval, judge, quality } from './eval/measure';
import { readNeutral, readNotes } from './eval/read-tsv';

const engine = loadEngine(table);

describe('the measuring', () => {
  it('gives a perfect order an average precision of one, and counts equal scores as one step', () => {
    expect(
      averagePrecision([
        [0.9, true],
        [0.8, true],
        [0.1, false],
      ]),
    ).toBe(1);
    expect(
      averagePrecision([
        [0.5, true],
        [0.5, false],
      ]),
    ).toBe(0.5);
  });
  it('gives wide intervals for few and narrow ones for many', () => {
    const width = ([low, high]: [number, number]) => high - low;
    expect(width(interval(5, 10))).toBeGreaterThan(width(interval(500, 1_000)));
    expect(interval(0, 0)).toEqual([0, 1]);
  });
  it('sees the rules find nothing wrong in the notes that nobody should flag', () => {
    const lines = ['A', 'B', 'E', 'F', 'G', 'H', 'I'].flatMap((set) => readNotes(`test/eval/notes/${set}.tsv`, set));
    const found = quality(judge(lines, engine, 'normal'));
    expect(found.pitches).toBe(471);
    expect(found.precision).toBeGreaterThan(0.9);
    expect(found.right).toBeGreaterThan(80);
  });
  it('says in a sentence which file or column is missing', () => {
    expect(() => readNeutral('test/eval/nothing.tsv')).toThrow('There is no file');
    expect(() => readNotes('package.json', 'x')).toThrow('has no column');
  });
});
