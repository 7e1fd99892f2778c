import type { ChangeDesc } from '@codemirror/state';
import type { Span } from '@/lib/pitch/flag';

/** Spans in ascending order, neither overlapping nor touching. */
export type Spans = readonly Span[];

/** Sorts spans and joins those that overlap or touch (`gap` 0), or that stand within `gap` of each other. */
export function joined(spans: Spans, gap = 0): Spans {
  if (spans.length < 2) return spans;
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = result.at(-1);
    if (last && span.from <= last.to + gap) {
      if (span.to > last.to) result[result.length - 1] = { from: last.from, to: span.to };
    } else result.push(span);
  }
  return result;
}

/** What of spans of whole lines is left when the lines of `cut` are taken out, with the break at either end. */
export function without(spans: Spans, cut: Span): Spans {
  const result: Span[] = [];
  for (const span of spans) {
    if (span.to < cut.from || span.from > cut.to) result.push(span);
    else {
      if (span.from < cut.from) result.push({ from: span.from, to: cut.from - 1 });
      if (span.to > cut.to) result.push({ from: cut.to + 1, to: span.to });
    }
  }
  return result;
}

/** Moves spans across an edit; text inserted at an edge is taken in. */
export function grownAcross(spans: Spans, changes: ChangeDesc): Spans {
  return spans.map(({ from, to }) => ({ from: changes.mapPos(from, -1), to: changes.mapPos(to, 1) }));
}

export function overlapsAny(spans: Spans, piece: Span): boolean {
  return spans.some((span) => span.from <= piece.to && span.to >= piece.from);
}
