import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'puppeteer-core';
import { buildExtension, EXTENSION_ID, launchWithExtension } from '../browser';
import { finishWithoutDecision } from '../browser/panel/decide';
import { typeNote } from '../browser/panel/note';
import { goToDecision } from '../browser/panel/sequence';
import { startSession } from '../browser/panel/start';
import { find, press, sees, t } from '../browser/screen';
import type { Table } from './table';

/** JavaScript of the panel in bytes, each file gzipped by itself at level 9, counted from what a walk through all of it loads. */
export async function panelSize(): Promise<Table> {
  const folder = await buildExtension();
  const launched = await launchWithExtension();
  try {
    const page = await launched.browser.newPage();
    const loaded = new Set<string>();
    launched.browser.on('targetcreated', (target) => {
      const isBackground = target.type() === 'service_worker';
      if (target.url().endsWith('.js') && !isBackground) loaded.add(new URL(target.url()).pathname);
    });
    const cdp = await page.createCDPSession();
    cdp.on('Debugger.scriptParsed', ({ url }) => {
      if (url.startsWith(`chrome-extension://${EXTENSION_ID}/`)) loaded.add(new URL(url).pathname);
    });
    await cdp.send('Debugger.enable');
    await page.goto(`chrome-extension://${EXTENSION_ID}/sidepanel.html`);
    const html = readFileSync(join(folder, 'sidepanel.html'), 'utf8');
    const first = [...html.matchAll(/(?:src|href)="(\/[^"]+\.js)"/g)].map((match) => match[1] ?? '');
    await walk(page);
    return {
      title: 'JavaScript of the panel, gzipped (kB)',
      columns: ['what', 'kB', 'files', 'at most'],
      rows: [
        ['before the first paint', kilobytes(folder, first), first.length, 85],
        ['all of the panel, with the worker of the flags', kilobytes(folder, [...loaded]), loaded.size, 180],
      ],
    };
  } finally {
    await launched.close();
  }
}

async function walk(page: Page): Promise<void> {
  await page.bringToFront();
  await startSession(page, { client: 'Harbour Hotels' });
  await typeNote(page, 'anchor 480, land 395\nthe NAS is in the same rack\n');
  await sees(page, t('noteFlagsTitle', 1));
  await page.keyboard.press('F8');
  await find(page, 'button', t('flagKeep'));
  await page.keyboard.press('Escape');
  await goToDecision(page);
  await finishWithoutDecision(page, 'The line broke.');
  await press(page, 'button', t('summaryCopyMarkdown'));
}

function kilobytes(folder: string, files: readonly string[]): number {
  const bytes = files.map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length);
  return Math.round(bytes.reduce((sum, one) => sum + one, 0) / 100) / 10;
}
