import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backoffMs, retryAfterMs } from './backoff';

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('waiting between tries', () => {
  it.each([
    [1, 0, 2_000],
    [1, 0.5, 3_000],
    [2, 0.5, 5_000],
    [3, 0.999999, 16_000],
    [11, 0.999999, 3_600_000],
    [500, 0.999999, 3_600_000],
  ])('after %i tries, with luck %d, takes about %i ms', (attempts, luck, ms) => {
    expect(backoffMs(attempts, () => luck)).toBeCloseTo(ms, -2);
  });

  it('is always between two seconds and an hour', () => {
    fc.assert(
      fc.property(fc.nat(), share, (attempts, luck) => {
        const ms = backoffMs(attempts, () => luck);
        expect(ms).toBeGreaterThanOrEqual(2_000);
        expect(ms).toBeLessThanOrEqual(3_600_000);
      }),
    );
  });

  it('is never shorter than what the API asked for, up to a day', () => {
    fc.assert(
      fc.property(fc.nat(60), share, fc.integer({ min: 1, max: 86_400_000 }), (attempts, luck, asked) => {
        expect(backoffMs(attempts, () => luck, asked)).toBeGreaterThanOrEqual(asked);
      }),
    );
    expect(backoffMs(1, () => 0, 9e12)).toBe(86_400_000);
  });
});

it.each([
  [null, 0],
  ['120', 120_000],
  [' 5 ', 5_000],
  ['Mon, 23 Nov 2026 07:00:30 GMT', 30_000],
  ['Mon, 23 Nov 2026 06:00:00 GMT', 0],
  ['soon', 0],
])('reads Retry-After %j as %i ms', (header, ms) => {
  expect(retryAfterMs(header, Date.parse('2026-11-23T07:00:00Z'))).toBe(ms);
});
