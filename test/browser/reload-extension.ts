import type { Browser } from 'puppeteer-core';
import { EXTENSION_ID } from './launch';
import { openWelcome, panelTargets } from './open-panel';
import { serviceWorkerOf } from './service-worker';
import { until } from './waiting';

/** Reloads the extension, as an update in mid-call does: the panel and every page of it end at once. */
export async function reloadExtension(browser: Browser, id = EXTENSION_ID): Promise<void> {
  const before = serviceWorkerOf(browser, id);
  const welcome = await openWelcome(browser, id);
  const anchor = await browser.newPage();
  await anchor.goto('about:blank');
  await welcome.evaluate('void setTimeout(() => chrome.runtime.reload(), 0)');
  await until('the panel went with the old extension', () => panelTargets(browser, id).length === 0);
  await until('the reloaded extension runs', () => {
    const now = serviceWorkerOf(browser, id);
    return now !== undefined && now !== before;
  });
}
