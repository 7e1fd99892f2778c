import type { Browser } from 'puppeteer-core';
import { launchWithExtension, startApi } from '../browser';
import { aClientSide } from '../browser/client-side';
import type { Table } from './table';

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
/** Points of 100 that each has to have. */
const AT_LEAST = 95;
const SCREENS = { phone: 'mobile', desk: 'desktop' } as const;

/**
 * Points that Lighthouse gives to the pages for clients: a phone of the middle on a slow line, and a desk, both simulated.
 * It drives the same Chromium as the tests, and sends nothing anywhere.
 */
export async function benchLighthouse(): Promise<Table> {
  const [api, launched] = await Promise.all([startApi(), launchWithExtension({ extensions: [] })]);
  try {
    const { check, record } = await aClientSide(api.origin, 'Lighthouse');
    const rows: Table['rows'] = [];
    for (const [name, address] of Object.entries({ 'self-check': check, 'decision record': record }))
      for (const screen of ['phone', 'desk'] as const)
        rows.push([`${name}, ${screen}`, ...(await pointsOf(launched.browser, address, screen)), AT_LEAST]);
    return {
      title: 'Lighthouse, pages for clients, points of 100',
      columns: ['page', ...CATEGORIES, 'largest paint, ms', 'kB sent', 'at least'],
      rows,
    };
  } finally {
    await launched.close();
    await api.stop();
  }
}

async function pointsOf(browser: Browser, address: string, screen: keyof typeof SCREENS): Promise<number[]> {
  const { default: lighthouse, desktopConfig } = await import('lighthouse');
  const page = await (await browser.createBrowserContext()).newPage();
  const config = SCREENS[screen] === 'desktop' ? desktopConfig : undefined;
  const found = await lighthouse(address, { onlyCategories: CATEGORIES, logLevel: 'error' }, config, page);
  if (!found) throw new Error(`Lighthouse gave nothing for the ${screen}`);
  const { categories, audits } = found.lhr;
  for (const audit of Object.values(audits))
    if (audit.score !== null && audit.score < 0.9)
      console.log(`${screen}: ${audit.id}: ${audit.displayValue ?? audit.title}`);
  await page.close();
  return [
    ...CATEGORIES.map((category) => Math.round((categories[category]?.score ?? 0) * 100)),
    Math.round(audits['largest-contentful-paint']?.numericValue ?? 0),
    Math.round((audits['total-byte-weight']?.numericValue ?? 0) / 100) / 10,
  ];
}
