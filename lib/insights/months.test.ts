import { describe, expect, it } from 'vitest';
import { InsightsQuery } from './insights';
import { monthOf, monthsBetween, monthsLater } from './months';

describe('months', () => {
  it('are those of UTC', () => {
    expect(monthOf(new Date('2026-03-31T23:59:59.999Z'))).toBe('2026-03');
    expect(monthOf(new Date('2026-04-01T01:00:00+02:00'))).toBe('2026-03');
  });

  it('go on over the end of a year, both ways', () => {
    expect(monthsLater('2026-11', 3)).toBe('2027-02');
    expect(monthsLater('2026-01', -11)).toBe('2025-02');
    expect(monthsBetween('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02']);
    expect(monthsBetween('2026-02', '2026-01')).toEqual([]);
  });

  it.each(['2026-13', '2026-3', '1960-01', '2026-03-01', '', "2026-01' or"])('%j is none', (month) => {
    expect(InsightsQuery.safeParse({ from: month }).success).toBe(false);
  });

  it('may be left out of what is asked', () => {
    expect(InsightsQuery.parse({})).toEqual({});
  });
});
