import type { Browser, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { axeInBothThemes, sidewaysScroll } from './axe';
import { openAllDetails } from './screen';
import { until } from './waiting';

/** Widths in CSS pixels: the narrowest phone, one of today, a desk. */
const WIDTHS = [320, 390, 1280];

/** Bytes that a page for clients may weigh, with everything that it loads, not compressed. */
export const HEAVIEST = 50_000;

export type PlainPage = {
  page: Page;
  /** Addresses asked for and their bytes, of the document that is shown and whatever came with it. */
  loaded(): Promise<{ address: string; bytes: number }[]>;
  /** Presses and waits for the page that this leads to. */
  leave(press: () => Promise<void>): Promise<void>;
};

/** A page of a browser context of its own, in which no script of a page ever runs. */
export async function withoutScripts(browser: Browser, language = 'en'): Promise<PlainPage> {
  const page = await (await browser.createBrowserContext()).newPage();
  await page.setJavaScriptEnabled(false);
  await page.setCacheEnabled(false);
  await page.setExtraHTTPHeaders({ 'accept-language': language });
  let answers: Promise<{ address: string; bytes: number }>[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest() && request.redirectChain().length === 0) answers = [];
  });
  page.on('response', (answer) => {
    const sized = answer.ok() ? answer.buffer().then(({ length }) => length) : Promise.resolve(0);
    answers.push(sized.then((bytes) => ({ address: answer.url(), bytes })));
  });
  return {
    page,
    loaded: () => Promise.all(answers),
    async leave(press) {
      const left = page.waitForNavigation();
      await press();
      await left;
    },
  };
}

/** Light, from one origin alone, without a cookie, without a finding of axe in either theme, and as wide as its window. */
export async function expectCalm({ page, loaded }: PlainPage): Promise<void> {
  const isStyle = ({ address, bytes }: { address: string; bytes: number }) => address.endsWith('.css') && bytes > 0;
  // The browser may tell of an answer only after the page that it is for has loaded.
  const parts = await until('the page came with its style', async () => {
    const told = await loaded();
    return told.some(isStyle) ? told : null;
  });
  const { origin } = new URL(page.url());
  const weight = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(parts.filter(isStyle)).toHaveLength(1);
  expect(weight).toBeLessThan(HEAVIEST);
  const elsewhere = parts.filter(({ address }) => !address.startsWith('data:') && new URL(address).origin !== origin);
  expect(elsewhere).toEqual([]);
  expect(await page.browserContext().cookies()).toEqual([]);
  await openAllDetails(page);
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 800 });
    expect([width, await sidewaysScroll(page)]).toEqual([width, 0]);
  }
  // axe waits for timers, which stand still where scripts are off; the page itself has none.
  await page.setJavaScriptEnabled(true);
  expect(await axeInBothThemes(page)).toEqual([]);
  await page.setJavaScriptEnabled(false);
}
