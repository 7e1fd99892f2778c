import { describe, expect, it } from 'vitest';
import { shippedEngine } from '@/lib/pitch/shipped-engine';
import { judge } from './eval/judge';
import { averagePrecision, bootstrap, interval, quality, reliability } from './eval/measure';
import { readNeutral, readNotes } from './eval/read-tsv';
import { measuredNotes } from './train/training-lines';

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
    expect(width(interval({ hits: 5, of: 10 }))).toBeGreaterThan(width(interval({ hits: 500, of: 1_000 })));
    expect(interval({ hits: 0, of: 0 })).toEqual([0, 1]);
    const mean = (lines: readonly number[]) => lines.reduce((sum, one) => sum + one, 0) / lines.length;
    const [low, high] = bootstrap([0, 1, 0, 1, 1, 0], mean);
    expect([low < 0.5, high > 0.5, low >= 0, high <= 1]).toEqual([true, true, true, true]);
  });
  it('holds every flag of the shipped engine against the labels it was trained on', () => {
    const judged = judge(measuredNotes(), shippedEngine());
    const found = quality(judged, 'normal');
    expect(found.pitches).toBe(471);
    expect(found.precision.hits / found.precision.of).toBeGreaterThan(0.9);
    expect(found.recall.hits / found.recall.of).toBeGreaterThan(0.9);
    expect(quality(judged, 'quiet').recall.hits).toBeLessThan(quality(judged, 'strict').recall.hits);
    expect(reliability(judged).bands.reduce((sum, band) => sum + band.lines, 0)).toBe(judged.length);
  });
  it('says in a sentence which file or column is missing', () => {
    expect(() => readNeutral('test/eval/nothing.tsv')).toThrow('There is no file');
    expect(() => readNotes('package.json', 'x')).toThrow('has no column');
  });
});
