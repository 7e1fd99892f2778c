import { generator } from '../train/fit-linear';
import type { Judged } from './judge';

export type At = 'quiet' | 'normal' | 'strict';
export const ATS: readonly At[] = ['quiet', 'normal', 'strict'];

/** A count of a count. */
export type Share = { hits: number; of: number };

export type Quality = {
  lines: number;
  pitches: number;
  precision: Share;
  recall: Share;
  category: Share;
  span: Share;
};

export function quality(judged: readonly Judged[], at: At): Quality {
  const flagged = judged.filter((line) => line[at].length > 0);
  const right = flagged.filter((line) => line.pitch);
  const spanned = right.filter((line) => line.span);
  const pitches = judged.filter((line) => line.pitch).length;
  const overlaps = ({ span, [at]: flags }: Judged) => flags.some((f) => span && f.from < span.to && span.from < f.to);
  const sameCategory = (line: Judged) => line[at].some((flag) => flag.category === line.category);
  return {
    lines: judged.length,
    pitches,
    precision: { hits: right.length, of: flagged.length },
    recall: { hits: right.length, of: pitches },
    category: { hits: right.filter(sameCategory).length, of: right.filter((line) => line.category).length },
    span: { hits: spanned.filter(overlaps).length, of: spanned.length },
  };
}

/** Area under the precision-recall curve by steps; equal scores count as one step. */
export function averagePrecision(scored: readonly (readonly [number, boolean])[]): number {
  const total = scored.filter(([, positive]) => positive).length;
  const ranked = scored.toSorted(([a], [b]) => b - a);
  let sum = 0;
  let hits = 0;
  let before = 0;
  for (const [at, [score, positive]] of ranked.entries()) {
    if (positive) hits += 1;
    if (ranked[at + 1]?.[0] === score) continue;
    sum += (hits / (at + 1)) * ((hits - before) / total);
    before = hits;
  }
  return sum;
}

/** A 95 % interval of a figure of lines, by drawing lines again with a fixed generator. Source: Efron 1979. */
export function bootstrap<Line>(
  lines: readonly Line[],
  figure: (drawn: readonly Line[]) => number,
  rounds = 300,
): [number, number] {
  const next = generator(7);
  const figures = Array.from({ length: rounds }, () =>
    figure(lines.map(() => lines[Math.floor(next() * lines.length)] as Line)),
  ).toSorted((a, b) => a - b);
  return [figures[Math.floor(rounds * 0.025)] ?? 0, figures[Math.floor(rounds * 0.975)] ?? 1];
}

/** Wilson's 95 % interval of a share. Source: Wilson 1927. */
export function interval({ hits, of }: Share): [number, number] {
  if (of === 0) return [0, 1];
  const z = 1.96;
  const share = hits / of;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return [(middle - half) / scale, (middle + half) / scale];
}

/** Lines by how sure the engine was: how many, what it said on average, what was true. */
export type Band = { from: number; to: number; lines: number; said: number; held: number };

/** The reliability of the sureness in ten bands, and the expected calibration error. Source: Naeini et al. 2015. */
export function reliability(judged: readonly Judged[]): { bands: Band[]; error: number } {
  const bands = Array.from({ length: 10 }, (_, at): Band => {
    const [from, to] = [at / 10, (at + 1) / 10];
    const inside = judged.filter(({ sureness }) => sureness >= from && (sureness < to || at === 9));
    const mean = (of: (line: Judged) => number) =>
      inside.length === 0 ? 0 : inside.reduce((sum, line) => sum + of(line), 0) / inside.length;
    return {
      from,
      to,
      lines: inside.length,
      said: mean((line) => line.sureness),
      held: mean((line) => Number(line.pitch)),
    };
  });
  const error = bands.reduce((sum, { lines, said, held }) => sum + (lines / judged.length) * Math.abs(said - held), 0);
  return { bands, error };
}
