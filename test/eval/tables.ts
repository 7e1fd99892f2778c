import { Category } from '@/lib/pitch/flag';
import type { Judged } from './judge';
import { ATS, type At, averagePrecision, bootstrap, interval, quality, reliability, type Share } from './measure';

export type EvalTable = { title: string; columns: string[]; rows: (string | number)[][] };

const two = (value: number) => (Number.isFinite(value) ? value.toFixed(2) : '-');
const three = (value: number) => (Number.isFinite(value) ? value.toFixed(3) : '-');
const shown = (share: Share) => {
  const [low, high] = interval(share);
  return share.of === 0 ? '-' : `${two(share.hits / share.of)} (${two(low)}-${two(high)})`;
};
const precisionOf = (lines: readonly Judged[]) =>
  averagePrecision(lines.map(({ sureness, pitch }) => [sureness, pitch] as const));

/** Average precision of each set and their mean, with 95 % intervals. */
export function byOrder(notes: readonly Judged[]): EvalTable {
  const sets = [...Map.groupBy(notes, ({ group }) => group)];
  const rows = sets.map(([set, lines]) => {
    const [low, high] = bootstrap(lines, precisionOf);
    return [
      set,
      lines.length,
      lines.filter(({ pitch }) => pitch).length,
      `${three(precisionOf(lines))} (${two(low)}-${two(high)})`,
    ];
  });
  const mean = sets.reduce((sum, [, lines]) => sum + precisionOf(lines), 0) / sets.length;
  return {
    title: 'Average precision, each set unseen in turn',
    columns: ['set', 'lines', 'agenda', 'average precision (95 %)'],
    rows: [...rows, ['mean', notes.length, notes.filter(({ pitch }) => pitch).length, three(mean)]],
  };
}

/** Precision, recall and the rest of each set and of all, at each sensitivity. */
export function bySet(notes: readonly Judged[]): EvalTable {
  const sets = [...Map.groupBy(notes, ({ group }) => group), ['all', notes] as const];
  const rows = ATS.flatMap((at) =>
    sets.map(([set, lines]) => {
      const q = quality(lines, at);
      return [at, set, shown(q.precision), shown(q.recall), shown(q.category), shown(q.span)];
    }),
  );
  return {
    title: 'Labelled notes (shares with 95 % intervals)',
    columns: ['at', 'set', 'precision', 'recall', 'category right', 'span overlaps'],
    rows,
  };
}

/** Recall by category, and how often the category was right where a flag was true. */
export function byCategory(notes: readonly Judged[], at: At = 'normal'): EvalTable {
  const rows = Category.options.map((category) => {
    const q = quality(
      notes.filter((line) => line.pitch && line.category === category),
      at,
    );
    return [category, q.pitches, shown(q.recall), shown(q.category)];
  });
  return { title: `By category, at ${at}`, columns: ['category', 'lines', 'recall', 'category right'], rows };
}

/** False positives per 1,000 neutral lines by source; each source unseen in training. */
export function onNeutral(neutral: readonly Judged[]): EvalTable {
  const kinds = Map.groupBy(neutral, ({ group }) => group.split('/')[0] ?? group);
  const groups = [
    ...[...kinds].map(([kind, lines]) => [`all ${kind}`, lines] as const),
    ...Map.groupBy(neutral, ({ group }) => group),
  ];
  const rows = groups.map(([group, lines]) => [
    group,
    lines.length,
    ...ATS.map((at) => {
      const share = { hits: lines.filter((line) => line[at].length > 0).length, of: lines.length };
      const [low, high] = interval(share);
      return `${two((share.hits / share.of) * 1_000)} (${two(low * 1_000)}-${two(high * 1_000)})`;
    }),
  ]);
  return { title: 'False positives per 1,000 neutral lines (95 %)', columns: ['source', 'lines', ...ATS], rows };
}

/** Whether what is shown as sureness holds. */
export function calibration(notes: readonly Judged[]): EvalTable {
  const { bands, error } = reliability(notes);
  return {
    title: `Sureness and truth: expected calibration error ${three(error)}`,
    columns: ['sureness', 'lines', 'said', 'held'],
    rows: bands.map(({ from, to, lines, said, held }) => [
      `${from}-${to}`,
      lines,
      two(said),
      lines > 0 ? two(held) : '-',
    ]),
  };
}

/** The ten worst errors of either kind, the surest first. */
export function worst(judged: readonly Judged[]): EvalTable[] {
  const short = (text: string) => (text.length > 100 ? `${text.slice(0, 99)}…` : text);
  const row = (line: Judged) => [line.group, two(line.sureness), line.category || '-', short(line.input.text)];
  const columns = ['set', 'sure', 'category', 'line'];
  const wrong = judged.filter((line) => !line.pitch && line.normal.length > 0);
  const missed = judged.filter((line) => line.pitch && line.normal.length === 0);
  return [
    {
      title: 'Ten worst false positives',
      columns,
      rows: wrong
        .toSorted((a, b) => b.sureness - a.sureness)
        .slice(0, 10)
        .map(row),
    },
    {
      title: 'Ten worst misses',
      columns,
      rows: missed
        .toSorted((a, b) => a.sureness - b.sureness)
        .slice(0, 10)
        .map(row),
    },
  ];
}

export function printTable({ title, columns, rows }: EvalTable): void {
  const cells = [columns, ...rows.map((row) => row.map(String))];
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ');
  console.log(`\n${title}\n${cells.map(line).join('\n')}`);
}
