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
import { otherCheckers } from './other-checkers';
import type { Table } from './table';

const SIZES = [1_000, 10_000, 100_000];
const ROUNDS = 9;
const CONTEXT: CheckContext = { stage: null, sensitivity: 'normal', clientNames: [] };
/** V8 gives up on optimising a longer source, so the floor is cut into as few expressions as that allows. */
const LONGEST_SOURCE = 19_000;

/** A slow checker gets fewer turns on a long note: the medians of its seconds need no more. */
const TURNS: Record<number, number> = { 1000: 9, 10000: 5, 100000: 3 };

/** The flags' speed beside a plain alternation of the rules' phrases and other checkers of prose, on the same notes, taking turns. Milliseconds, medians. */
export async function benchFlags(): Promise<Table> {
  const rules = loadEngine(table);
  const floor = alternations(rules.rules.map(({ pattern }) => pattern.source));
  const others = await otherCheckers(PHRASES);
  const fresh = { engine: shippedEngine() };
  const rows: Table['rows'] = [];
  for (const words of SIZES) {
    const note = { text: noteOf(words), theyAsked: [] };
    const times = await inTurn(
      {
        [`plain alternation (${floor.length} expressions)`]: () =>
          floor.reduce((sum, one) => sum + [...note.text.matchAll(one)].length, 0),
        'rules with context': () => check(note, CONTEXT, rules),
        'both layers': () => check(note, CONTEXT, fresh.engine),
        ...Object.fromEntries(Object.entries(others).map(([name, run]) => [name, () => run(note.text)])),
      },
      TURNS[words] ?? 3,
      // Scores that are remembered would make the second round a lookup.
      () => Object.assign(fresh, { engine: shippedEngine() }),
    );
    const least = [...times.values()][0] ?? Number.NaN;
    for (const [name, time] of times) {
      rows.push([`${words} words`, name, round(time), round(time / least), name === 'rules with context' ? 1.5 : '-']);
    }
  }
  return {
    title: 'Flags (ms, medians, taking turns)',
    columns: ['what', 'by', 'ms', 'times the floor', 'aim'],
    rows: [...rows, ...ofOneLine(), ...ofTheEngine()],
  };
}

/** What compromise looks for: it takes phrases of its own kind, so a dozen stand for the rules. */
const PHRASES = [
  ...['no brainer', 'world class', 'sign today', 'before the price rises', 'our target', 'upsell', 'everyone uses us'],
  ...['trust me', 'to be honest', 'last slot', 'you will love', '(best|only|leading) (tool|platform|team)'],
];

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

/** Medians by name. What needs longer than `LONG` gets one turn. */
async function inTurn(
  runs: Record<string, () => unknown>,
  turns: number,
  before: () => void,
): Promise<Map<string, number>> {
  const names = Object.keys(runs);
  const times = new Map(names.map((name) => [name, [] as number[]]));
  for (let turn = 0; turn < turns; turn++)
    for (const name of turn % 2 === 0 ? names : names.toReversed()) {
      if ((times.get(name)?.[0] ?? 0) > LONG) continue;
      before();
      const begun = performance.now();
      await runs[name]?.();
      times.get(name)?.push(performance.now() - begun);
    }
  return new Map(names.map((name) => [name, at(times.get(name) ?? [], 0.5)]));
}

const LONG = 20_000;

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
