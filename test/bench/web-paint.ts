import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, type Page, PredefinedNetworkConditions } from 'puppeteer-core';
import { demoSignIns, seedDemo } from '@/server/demo';
import { buildWeb, launchWithExtension, startApi } from '../browser';
import { sees, t } from '../browser/screen';
import { signInOnWeb } from '../browser/web/sign-in';
import type { Table } from './table';

const ROUNDS = 9;
const PHONE = { width: 360, height: 765, deviceScaleFactor: 3, isMobile: true, hasTouch: true };
/** As the browser's own tools slow a processor down for a middling phone. */
const SLOWER = 4;

/** The queue opened for the first time (nothing kept) by a lead who is signed in, on a phone with the browser's "Fast 4G". */
export async function benchWebPaint(): Promise<Table> {
  const folder = await buildWeb();
  const [api, launched] = await Promise.all([startApi(), launchWithExtension()]);
  try {
    await seedDemo({ origin: api.origin });
    const page = await signedIn(launched.browser, api.origin);
    const scripts = new Set<string>();
    page.on('response', (answer) => {
      if (answer.url().endsWith('.js')) scripts.add(new URL(answer.url()).pathname);
    });
    await page.setViewport(PHONE);
    await page.setCacheEnabled(false);
    await page.emulateCPUThrottling(SLOWER);
    await page.emulateNetworkConditions(PredefinedNetworkConditions['Fast 4G']);
    const paints: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) paints.push(await largestPaint(page, `${api.origin}/sessions`));
    paints.sort((a, b) => a - b);
    return {
      title: `First view of the queue, phone, Fast 4G, processor ${SLOWER} times slower, ${ROUNDS} rounds`,
      columns: ['what', 'median', 'most', 'at most'],
      rows: [
        ['largest contentful paint, ms', Math.round(paints[ROUNDS >> 1] ?? 0), Math.round(paints.at(-1) ?? 0), 1_500],
        ['JavaScript, kB gzipped', kilobytes(folder, [...scripts]), '', 200],
      ],
    };
  } finally {
    await launched.close();
    await api.stop();
  }
}

async function signedIn(browser: Browser, origin: string): Promise<Page> {
  const page = await (await browser.createBrowserContext()).newPage();
  const lead = demoSignIns.find(({ role }) => role === 'lead');
  if (!lead) throw new Error('the demo team has no lead');
  await page.goto(`${origin}/sign-in`);
  await signInOnWeb(page, lead);
  await sees(page, t('webSessionsLead'));
  return page;
}

async function largestPaint(page: Page, address: string): Promise<number> {
  await page.goto('about:blank');
  await page.goto(address);
  await page.waitForSelector('main li a[href^="/sessions/"]');
  return await page.evaluate(
    () =>
      new Promise<number>((found) => {
        // One is told of every paint that was the largest so far; after an idle moment the last one stands.
        let last = 0;
        new PerformanceObserver((list) => {
          last = list.getEntries().at(-1)?.startTime ?? last;
        }).observe({ type: 'largest-contentful-paint', buffered: true });
        requestIdleCallback(() => requestAnimationFrame(() => requestIdleCallback(() => found(last))));
      }),
  );
}

function kilobytes(folder: string, files: readonly string[]): number {
  const bytes = files.map((file) => gzipSync(readFileSync(join(folder, file)), { level: 9 }).length);
  return Math.round(bytes.reduce((sum, one) => sum + one, 0) / 100) / 10;
}
