import type { Browser, CDPSession, Page } from 'puppeteer-core';
import { until } from '../../browser';
import type { Measured } from './page/watch-keys';

export type Kind = 'bare' | 'ours';
export type Typed = { scriptPerKey: number; paints: number[]; longTasks: { opening: number; typing: number } };

/** What is typed in one round: words, an agenda, an end of line. */
const TYPED =
  'they count the scrap by hand every Friday. Our platform pays for itself in a year.\nand Maria doubts it. ';
/** Milliseconds between two keys: faster than people type for long. */
const PACE = 20;

/** Opens one editor, waits until it has come to rest, types into its middle and gives back what that cost. */
export async function typeInto(browser: Browser, origin: string, kind: Kind, words: number): Promise<Typed> {
  const page = await browser.newPage();
  try {
    await page.setViewport({ width: 360, height: 765 });
    await page.goto(`${origin}/?kind=${kind}&words=${words}`);
    await page.waitForSelector('.cm-content');
    await atRest(page);
    const opening = await measured(page);
    await toMiddle(page);
    const cdp = await page.createCDPSession();
    await cdp.send('Performance.enable');
    await type(page, TYPED.slice(0, 20));
    await page.evaluate(() => {
      window.measured.paints.length = 0;
    });
    const before = await scriptMs(cdp);
    await type(page, TYPED);
    const after = await scriptMs(cdp);
    await atRest(page);
    const { paints, longTasks } = await measured(page);
    return {
      scriptPerKey: (after - before) / TYPED.length,
      paints,
      longTasks: { opening: opening.longTasks.length, typing: longTasks.length - opening.longTasks.length },
    };
  } finally {
    await page.close();
  }
}

async function type(page: Page, text: string): Promise<void> {
  for (const key of text) {
    const next = new Promise((resolve) => setTimeout(resolve, PACE));
    await page.keyboard.press(key === '\n' ? 'Enter' : (key as 'a'));
    await next;
  }
}

/** By the keyboard, as a person would: to the end, then pages up. */
async function toMiddle(page: Page): Promise<void> {
  await page.click('.cm-content', { offset: { x: 40, y: 40 } });
  await page.keyboard.down('Control');
  await page.keyboard.press('End');
  await page.keyboard.up('Control');
  for (let pages = 0; pages < 3; pages++) await page.keyboard.press('PageUp');
  await page.keyboard.press('End');
}

const measured = (page: Page): Promise<Measured> => page.evaluate(() => window.measured);

/** Nothing was checked, and no key painted, since the last look. */
async function atRest(page: Page): Promise<void> {
  let before = '';
  await until(
    'the editor comes to rest',
    async () => {
      const now = await page.evaluate(() => JSON.stringify([window.measured.checked, window.measured.paints.length]));
      const same = now === before;
      before = now;
      return same;
    },
    { every: 1_500, timeout: 120_000 },
  );
}

async function scriptMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1_000;
}
