import { checkLine } from '@/lib/pitch/check-line';
import type { Engine } from '@/lib/pitch/engine';
import type { CheckContext, Flag, Sensitivity } from '@/lib/pitch/flag';
import type { LabelledLine } from './read-tsv';

export type Judged = LabelledLine & { flags: Flag[] };

const CONTEXT: Omit<CheckContext, 'sensitivity'> = { stage: null, clientNames: [] };

/** Runs the engine over labelled lines, each with up to five lines of its session before it. */
export function judge(lines: readonly LabelledLine[], engine: Engine, sensitivity: Sensitivity): Judged[] {
  return lines.map((line, index) => {
    const before = lines.slice(Math.max(0, index - 5), index).filter((one) => one.session === line.session);
    const input = { text: line.text, theyAsked: false, before: before.map((one) => one.text) };
    return { ...line, flags: checkLine(input, { ...CONTEXT, sensitivity }, engine) };
  });
}

export type Quality = {
  lines: number;
  pitches: number;
  flagged: number;
  right: number;
  precision: number;
  recall: number;
  averagePrecision: number;
  categoryRight: number;
  spanOverlaps: number;
};

/** The surest flag of a line, 0 without any. */
export function surenessOf(line: Judged): number {
  return Math.max(0, ...line.flags.map((flag) => flag.sureness));
}

export function quality(judged: readonly Judged[]): Quality {
  const flagged = judged.filter((line) => line.flags.length > 0);
  const right = flagged.filter((line) => line.pitch);
  const spanned = right.filter((line) => line.span);
  const pitches = judged.filter((line) => line.pitch).length;
  return {
    lines: judged.length,
    pitches,
    flagged: flagged.length,
    right: right.length,
    precision: right.length / flagged.length,
    recall: right.length / pitches,
    averagePrecision: averagePrecision(judged.map((line) => [surenessOf(line), line.pitch])),
    categoryRight:
      right.filter((line) => line.flags.some((flag) => flag.category === line.category)).length / right.length,
    spanOverlaps:
      spanned.filter(({ span, flags }) => flags.some((f) => span && f.from < span.to && span.from < f.to)).length /
      spanned.length,
  };
}

/** Area under the precision-recall curve by steps; equal scores count as one step. */
export function averagePrecision(scored: readonly (readonly [number, boolean])[]): number {
  const total = scored.filter(([, positive]) => positive).length;
  const steps = [...new Set(scored.map(([score]) => score))].sort((a, b) => b - a);
  let before = 0;
  let sum = 0;
  for (const step of steps) {
    const taken = scored.filter(([score]) => score >= step);
    const hits = taken.filter(([, positive]) => positive).length;
    sum += (hits / taken.length) * ((hits - before) / total);
    before = hits;
  }
  return sum;
}

/** Wilson's 95 % interval of a share. Source: Wilson 1927. */
export function interval(hits: number, of: number): [number, number] {
  if (of === 0) return [0, 1];
  const z = 1.96;
  const share = hits / of;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return [(middle - half) / scale, (middle + half) / scale];
}
