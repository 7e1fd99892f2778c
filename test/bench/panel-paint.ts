import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'puppeteer-core';
import { buildExtension, EXTENSION_ID, launchWithExtension } from '../browser';
import { startSession } from '../browser/panel/start';
import { find, t } from '../browser/screen';
import type { Table } from './table';

const ROUNDS = 25;
const BLANK = '<!doctype html><html lang="en"><head><title>.</title></head><body>.</body></html>';

type Paint = { first: number; editor: number };

/** First paint of the panel beside a blank page of the same extension, and the editor's after it; taking turns in one run. Milliseconds since navigation. */
export async function benchPanelPaint(): Promise<Table> {
  const folder = mkdtempSync(join(tmpdir(), 'eitherway-paint-'));
  cpSync(await buildExtension(), folder, { recursive: true });
  writeFileSync(join(folder, 'blank.html'), BLANK);
  const launched = await launchWithExtension({ extensions: [folder] });
  try {
    const hash = await aStartedSession(launched.browser);
    const paints: Record<'blank' | 'start' | 'field' | 'session', Paint[]> = {
      blank: [],
      start: [],
      field: [],
      session: [],
    };
    for (let round = 0; round < ROUNDS; round++) {
      paints.blank.push(await paintOf(launched.browser, '/blank.html', null));
      paints.start.push(await paintOf(launched.browser, '/sidepanel.html', null));
      paints.field.push(await paintOf(launched.browser, `/sidepanel.html${hash}`, 'article textarea, .cm-content'));
      paints.session.push(await paintOf(launched.browser, `/sidepanel.html${hash}`, '.cm-content'));
    }
    const blank = median(paints.blank.map((paint) => paint.first));
    const start = median(paints.start.map((paint) => paint.first));
    const session = median(paints.session.map((paint) => paint.first));
    const field = median(paints.field.map((paint) => paint.editor - paint.first));
    const editor = median(paints.session.map((paint) => paint.editor - paint.first));
    return {
      title: `First paint, ${ROUNDS} rounds in turn (ms, medians)`,
      columns: ['what', 'ms', 'after', 'ms later', 'at most'],
      rows: [
        ['blank extension page', round(blank), '-', '-', '-'],
        ['panel, new session', round(start), 'blank page', round(start - blank), 25],
        ['panel, session continued', round(session), 'blank page', round(session - blank), 25],
        ['its note takes what is typed', '-', 'first paint of the panel', round(field), 60],
        ['its note finds flags (CodeMirror)', '-', 'first paint of the panel', round(editor), 60],
      ],
    };
  } finally {
    await launched.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function aStartedSession(browser: Browser): Promise<string> {
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${EXTENSION_ID}/sidepanel.html`);
  await page.bringToFront();
  await startSession(page, { client: 'Harbour Hotels' });
  await find(page, 'button', t('questionAsked'));
  const hash = await page.evaluate(() => location.hash);
  await page.close();
  return hash;
}

/** Opens the page in a new tab, waits for what is awaited to be painted, and reads the browser's own clock. */
async function paintOf(browser: Browser, address: string, awaited: string | null): Promise<Paint> {
  const page = await browser.newPage();
  await page.setViewport({ width: 360, height: 765 });
  await page.evaluateOnNewDocument((selector: string | null) => {
    if (!selector) return;
    const seen = new MutationObserver(() => {
      if (!document.querySelector(selector)) return;
      seen.disconnect();
      // The first task after the animation frame that holds it: then it was painted. A second animation frame would add
      // what the browser waits for the screen's next beat, up to 16 ms, which is no part of 'first-paint' either.
      const painted = new MessageChannel();
      painted.port1.onmessage = () => performance.mark('awaited');
      requestAnimationFrame(() => painted.port2.postMessage(null));
    });
    seen.observe(document, { childList: true, subtree: true });
  }, awaited);
  await page.goto(`chrome-extension://${EXTENSION_ID}${address}`);
  await page.waitForFunction(
    (wait: boolean) =>
      performance.getEntriesByName('first-paint').length > 0 &&
      (!wait || performance.getEntriesByName('awaited').length > 0),
    {},
    awaited !== null,
  );
  const paint = await page.evaluate(() => ({
    first: performance.getEntriesByName('first-paint')[0]?.startTime ?? Number.NaN,
    editor: performance.getEntriesByName('awaited')[0]?.startTime ?? Number.NaN,
  }));
  await page.close();
  return paint;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
