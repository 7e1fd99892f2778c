import { launch } from 'puppeteer-core';
import { findChromium } from '../../browser';
import { chromiumArgs } from '../../browser/chromium-args';
import type { Table } from '../table';
import { serveEditorPage } from './editor-page';
import { type Kind, type Typed, typeInto } from './type-into';

const SIZES = [1_000, 10_000, 100_000];
const KINDS: Kind[] = ['bare', 'ours'];
const ROUNDS = 4;

/** What flags cost while typing, beside the same editor without them; both take turns in one run. Milliseconds. */
export async function benchEditor(rounds = ROUNDS): Promise<Table> {
  const chromium = await findChromium();
  if (chromium.kind === 'missing') throw new Error(chromium.sentence);
  const page = await serveEditorPage();
  const browser = await launch({ executablePath: chromium.path, args: [...chromiumArgs(), '--disable-gpu'] });
  try {
    const rows: Table['rows'] = [];
    for (const words of SIZES) {
      const typed: Record<Kind, Typed[]> = { bare: [], ours: [] };
      for (let round = 0; round < rounds; round++)
        for (const kind of round % 2 === 0 ? KINDS : KINDS.toReversed())
          typed[kind].push(await typeInto(browser, page.origin, kind, words));
      const [bare, ours] = KINDS.map((kind) => row(words, kind, typed[kind])) as [Row, Row];
      rows.push(bare, ours, added(bare, ours));
    }
    return {
      title: 'Typing into a note (ms; bare = the same editor without flags)',
      columns: ['words', 'editor', 'script a key', 'paint p50', 'paint p95', 'long tasks opening', 'long tasks typing'],
      rows,
    };
  } finally {
    await browser.close();
    await page.close();
  }
}

type Row = [words: number, kind: string, ...numbers: number[]];

/** What ours costs more. */
function added([words, , ...bare]: Row, [, , ...ours]: Row): Row {
  return [words, 'added', ...ours.map((value, at) => rounded(value - (bare[at] ?? 0)))];
}

function row(words: number, kind: Kind, typed: readonly Typed[]): Row {
  const paints = typed.flatMap((one) => one.paints);
  const script = typed.map((one) => one.scriptPerKey);
  const count = (when: 'opening' | 'typing') => typed.reduce((sum, one) => sum + one.longTasks[when], 0);
  return [
    words,
    kind,
    rounded(percentile(script, 0.5)),
    rounded(percentile(paints, 0.5)),
    rounded(percentile(paints, 0.95)),
    count('opening'),
    count('typing'),
  ];
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
