import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { check, linesOf } from '@/lib/pitch/check';
import { checkLine } from '@/lib/pitch/check-line';
import { loadEngine } from '@/lib/pitch/engine';
import type { CheckContext } from '@/lib/pitch/flag';
import { shippedEngine } from '@/lib/pitch/shipped-engine';
import table from '@/lib/pitch/table.json' with { type: 'json' };
import { ROOT } from '../browser';
import { measuredNotes, writtenNotes } from '../train/training-lines';
import type { Table } from './table';

const SIZES = [1_000, 10_000, 100_000];
const ROUNDS = 9;
const CONTEXT: CheckContext = { stage: null, sensitivity: 'normal', clientNames: [] };
/** V8 gives up on optimising a longer source, so the floor is cut into as few expressions as that allows. */
const LONGEST_SOURCE = 19_000;

/** The flags' speed beside a plain alternation of the rules' phrases, on the same notes, taking turns. Milliseconds, medians. */
export async function benchFlags(): Promise<Table> {
  const rules = loadEngine(table);
  const floor = alternations(rules.rules.map(({ pattern }) => pattern.source));
  const rows: Table['rows'] = SIZES.flatMap((words) => {
    const note = { text: noteOf(words), theyAsked: [] };
    // A new engine each time: scores that are remembered would make the second round a lookup.
    const times = inTurn({
      floor: () => floor.reduce((sum, one) => sum + [...note.text.matchAll(one)].length, 0),
      rules: () => check(note, CONTEXT, rules),
      both: () => check(note, CONTEXT, shippedEngine()),
    });
    const start = medianOf(() => shippedEngine());
    return [
      [`${words} words`, `plain alternation (${floor.length} expressions)`, round(times.floor), '-', '-'],
      [`${words} words`, 'rules with context', round(times.rules), round(times.rules / times.floor), 1.5],
      [`${words} words`, 'both layers', round(times.both - start), round((times.both - start) / times.floor), '-'],
    ];
  });
  return {
    title: 'Flags (ms, medians, taking turns)',
    columns: ['what', 'by', 'ms', 'times the floor', 'aim'],
    rows: [...rows, ...ofOneLine(), ...ofTheEngine()],
  };
}

/** One line again after a key, in a note of 10,000 words, and any line of the labelled notes. */
function ofOneLine(): Table['rows'] {
  const lines = linesOf({ text: noteOf(10_000), theyAsked: [] });
  const rules = loadEngine(table);
  const both = shippedEngine();
  const time = (engine: typeof both) =>
    lines.map(({ input }, at) => timed(() => checkLine({ ...input, text: `${input.text} ${at}` }, CONTEXT, engine)));
  time(rules);
  time(both);
  return [
    ['one line after a key', 'rules, p50 / p95', two(time(rules)), '-', '0.5 (p95)'],
    ['one line after a key', 'both layers, p50 / p95', two(time(both)), '-', '5 (p95)'],
  ];
}

function ofTheEngine(): Table['rows'] {
  const model = join(ROOT, 'lib/pitch/model/model.bin');
  const bytes = readFileSync(model);
  return [
    ['engine start', 'the table', round(medianOf(() => loadEngine(table), 21)), '-', 8],
    [
      'engine start',
      'table and model',
      round(medianOf(() => loadEngine(table, new Uint8Array(bytes).buffer), 21)),
      '-',
      8,
    ],
    ['size, kB', 'table, gzipped', round(gzipSync(JSON.stringify(table)).length / 1_000), '-', 40],
    [
      'size, kB',
      'model; gzipped',
      `${round(statSync(model).size / 1_000)}; ${round(gzipSync(bytes).length / 1_000)}`,
      '-',
      3_000,
    ],
  ];
}

/** A note of about so many words: the project's labelled lines in a fixed, shuffled order. */
function noteOf(words: number): string {
  const lines = [...measuredNotes(), ...writtenNotes()].map(({ input }) => input.text);
  const note: string[] = [];
  for (let count = 0, at = 0; count < words; at += 1) {
    const line = lines[(at * 1_733 + Math.floor(at / lines.length)) % lines.length] ?? '';
    note.push(line);
    count += line.split(' ').length;
  }
  return note.join('\n');
}

function alternations(sources: readonly string[]): RegExp[] {
  const groups: string[][] = [[]];
  for (const source of sources) {
    const last = groups.at(-1) as string[];
    if ([...last, source].join('|').length > LONGEST_SOURCE) groups.push([source]);
    else last.push(source);
  }
  return groups.map((group) => new RegExp(group.map((source) => `(?:${source})`).join('|'), 'gi'));
}

function inTurn<Name extends string>(runs: Record<Name, () => unknown>): Record<Name, number> {
  const names = Object.keys(runs) as Name[];
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let turn = 0; turn < ROUNDS; turn++)
    for (const name of turn % 2 === 0 ? names : names.toReversed()) times.get(name)?.push(timed(runs[name]));
  return Object.fromEntries(names.map((name) => [name, at(times.get(name) ?? [], 0.5)])) as Record<Name, number>;
}

function timed(run: () => unknown): number {
  const begun = performance.now();
  run();
  return performance.now() - begun;
}

function medianOf(run: () => unknown, rounds = ROUNDS): number {
  return at(
    Array.from({ length: rounds }, () => timed(run)),
    0.5,
  );
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? Number.NaN;
}

const two = (values: readonly number[]) => `${at(values, 0.5).toFixed(3)} / ${at(values, 0.95).toFixed(3)}`;
const round = (value: number) => Math.round(value * 100) / 100;
