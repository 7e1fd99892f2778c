import type { Browser } from 'puppeteer-core';
import { buildExtension } from './build-extension';
import { EXTENSION_ID } from './launch';
import { panelTargets } from './open-panel';
import { until } from './waiting';

/**
 * Loads the extension anew, as an update in mid-call does: the panel and every page of it end at once. (Not by
 * `runtime.reload`: a browser without developer mode leaves an unpacked extension switched off after it.)
 */
export async function reloadExtension(browser: Browser): Promise<void> {
  const folder = await buildExtension();
  // Its pages close with the extension: this one keeps the window.
  await browser.newPage();
  await browser.installExtension(folder);
  await until('the panel went with the old extension', () => panelTargets(browser, EXTENSION_ID).length === 0);
}
