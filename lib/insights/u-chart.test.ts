import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uChart } from './u-chart';

describe('the band of normal variation', () => {
  it('is the mean rate and three times the root of it over the thousands of words', () => {
    const { mean, points } = uChart([
      { count: 8, words: 4_000 },
      { count: 1, words: 1_000 },
      { count: 0, words: 4_000 },
    ]);
    expect(mean).toBe(1);
    expect(points).toEqual([
      { rate: 2, low: 0, high: 2.5 },
      { rate: 1, low: 0, high: 4 },
      { rate: 0, low: 0, high: 2.5 },
    ]);
  });

  it('has a floor above 0 where there are words enough', () => {
    const [point] = uChart([{ count: 100, words: 4_000 }]).points;
    expect(point).toEqual({ rate: 25, low: 17.5, high: 32.5 });
  });

  it('is not drawn where nothing may be shown, or nothing was written', () => {
    expect(uChart([])).toEqual({ mean: null, points: [] });
    expect(uChart([null, { count: 0, words: 0 }])).toEqual({ mean: null, points: [null, null] });
    expect(uChart([null, { count: 3, words: 1_000 }, { count: 2, words: 0 }])).toEqual({
      mean: 3,
      points: [null, { rate: 3, low: 0, high: 3 + 3 * Math.sqrt(3) }, null],
    });
  });

  it('lies around the mean, narrower the more words there are', () => {
    const rated = fc.record({ count: fc.nat(500), words: fc.integer({ min: 1, max: 90_000 }) });
    fc.assert(
      fc.property(fc.array(rated, { minLength: 2 }), (given) => {
        const { mean, points } = uChart(given);
        for (const [at, point] of points.entries()) {
          expect(point && mean !== null && point.low <= mean && point.high >= mean && point.low >= 0).toBe(true);
          for (const [other, beside] of points.entries())
            if ((given[at]?.words ?? 0) > (given[other]?.words ?? 0))
              expect(point?.high ?? 0).toBeLessThanOrEqual(beside?.high ?? 0);
        }
      }),
    );
  });
});
