import type { Engine } from '@/lib/pitch/engine';
import { Category, Sensitivity } from '@/lib/pitch/flag';
import { interval, type Judged, judge, quality, surenessOf } from './measure';
import type { LabelledLine } from './read-tsv';

export type EvalTable = { title: string; columns: string[]; rows: (string | number)[][] };

const share = (value: number) => (Number.isNaN(value) ? '-' : value.toFixed(2));
const shareWithInterval = (hits: number, of: number) => {
  const [low, high] = interval(hits, of);
  return of === 0 ? '-' : `${share(hits / of)} (${share(low)}-${share(high)})`;
};

/** Precision, recall and the rest for each set and for all, at each sensitivity. */
export function bySet(sets: ReadonlyMap<string, LabelledLine[]>, engine: Engine): EvalTable {
  const rows = Sensitivity.options.flatMap((sensitivity) =>
    [...sets, ['all', [...sets.values()].flat()] as const].map(([set, lines]) => {
      const q = quality(judge(lines, engine, sensitivity));
      return [
        sensitivity,
        set,
        q.lines,
        q.pitches,
        q.flagged,
        shareWithInterval(q.right, q.flagged),
        shareWithInterval(q.right, q.pitches),
        share(q.averagePrecision),
        share(q.categoryRight),
        share(q.spanOverlaps),
      ];
    }),
  );
  const columns = [
    'at',
    'set',
    'lines',
    'agenda',
    'flagged',
    'precision (95 %)',
    'recall (95 %)',
    'AP',
    'category',
    'span',
  ];
  return { title: 'Labelled notes', columns, rows };
}

/** Recall by category at normal. */
export function byCategory(judged: readonly Judged[]): EvalTable {
  const rows = Category.options.map((category) => {
    const lines = judged.filter((line) => line.pitch && line.category === category);
    const found = lines.filter((line) => line.flags.length > 0).length;
    return [category, lines.length, shareWithInterval(found, lines.length)];
  });
  return { title: 'Recall by category, at normal', columns: ['category', 'lines', 'recall (95 %)'], rows };
}

/** False positives per 1,000 lines of text in which nothing should be flagged. */
export function onNeutral(sources: ReadonlyMap<string, string[]>, engine: Engine): EvalTable {
  const rows = [...sources].map(([source, texts]) => {
    const per = Sensitivity.options.map((sensitivity) => {
      const flagged = judge(texts.map(asLine), engine, sensitivity).filter((line) => line.flags.length > 0).length;
      const [low, high] = interval(flagged, texts.length);
      return `${((flagged / texts.length) * 1_000).toFixed(2)} (${(low * 1_000).toFixed(2)}-${(high * 1_000).toFixed(2)})`;
    });
    return [source, texts.length, ...per];
  });
  return {
    title: 'False positives per 1,000 neutral lines (95 %)',
    columns: ['source', 'lines', ...Sensitivity.options],
    rows,
  };
}

/** The ten worst errors of either kind, the surest first. */
export function worst(judged: readonly Judged[]): EvalTable[] {
  const short = (text: string) => (text.length > 100 ? `${text.slice(0, 99)}…` : text);
  const wrong = judged.filter((line) => !line.pitch && line.flags.length > 0);
  const missed = judged.filter((line) => line.pitch && line.flags.length === 0);
  return [
    {
      title: 'Ten worst false positives, at normal',
      columns: ['set', 'sure', 'rule', 'line'],
      rows: wrong
        .toSorted((a, b) => surenessOf(b) - surenessOf(a))
        .slice(0, 10)
        .map((line) => [line.set, surenessOf(line), line.flags[0]?.part.id ?? '', short(line.text)]),
    },
    {
      title: 'Ten misses, the first of each set in turn',
      columns: ['set', 'category', 'line'],
      rows: inTurn(missed).map((line) => [line.set, line.category, short(line.text)]),
    },
  ];
}

function inTurn(lines: readonly Judged[]): Judged[] {
  const seen = new Map<string, number>();
  const turn = (line: Judged) => {
    const count = seen.get(line.set) ?? 0;
    seen.set(line.set, count + 1);
    return count;
  };
  return lines
    .map((line) => ({ line, at: turn(line) }))
    .toSorted((a, b) => a.at - b.at)
    .slice(0, 10)
    .map(({ line }) => line);
}

export function asLine(text: string): LabelledLine {
  return { set: 'neutral', session: '', text, pitch: false, category: '', span: null };
}

export function printTable({ title, columns, rows }: EvalTable): void {
  const cells = [columns, ...rows.map((row) => row.map(String))];
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  console.log(`\n${title}\n${cells.map(line).join('\n')}`);
}
