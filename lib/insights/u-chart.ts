/** One point: findings in so many words. Null where too few sessions stand behind it. */
export type Rated = { count: number; words: number } | null;

/** Findings per 1,000 words; `low` to `high` is where a rate of so many words lies when nothing but chance moves it. */
export type Point = { rate: number; low: number; high: number };

/**
 * A u-chart: the rate of each point beside the band of normal variation, mean ± 3 √(mean / n), never below 0, with
 * n = words / 1,000 and mean = all findings / all n. The fewer the words, the wider the band. Null where there is no point,
 * or no words. Source: Montgomery, Introduction to Statistical Quality Control, 7.3 (control charts for nonconformities per
 * unit). It takes findings as independent of each other; since they come in clusters, points a little outside mean little.
 */
export function uChart(points: readonly Rated[]): { mean: number | null; points: (Point | null)[] } {
  const units = points.map((point) => (point ? point.words / 1_000 : 0));
  const all = units.reduce((sum, n) => sum + n, 0);
  if (all === 0) return { mean: null, points: points.map(() => null) };
  const mean = points.reduce((sum, point) => sum + (point && point.words > 0 ? point.count : 0), 0) / all;
  return {
    mean,
    points: points.map((point, at) => {
      const n = units[at] ?? 0;
      if (!point || n === 0) return null;
      const reach = 3 * Math.sqrt(mean / n);
      return { rate: point.count / n, low: Math.max(0, mean - reach), high: mean + reach };
    }),
  };
}
