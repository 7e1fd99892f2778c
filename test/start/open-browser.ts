import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { type Launched, launchWithExtension, openWelcome } from '../browser';
import { fakeCameraArgs } from '../browser/chromium-args';

/** Opens Chromium with the extension, the welcome page and the practice call; the profile stays between starts. */
export async function openBrowser(data: string, origin: string): Promise<Launched> {
  const launched = await launchWithExtension({
    headless: false,
    userDataDir: join(data, 'browser'),
    args: ['--window-size=1440,900', ...fakeCameraArgs()],
  });
  const { browser } = launched;
  const welcome = await openWelcome(browser);
  await nameTheApi(welcome, origin);
  const practice = await browser.newPage();
  await practice.goto(`${origin}/practice`);
  await welcome.bringToFront();
  return launched;
}

/** Tells the extension where the API is, unless its expert named another one. */
async function nameTheApi(page: Page, origin: string): Promise<void> {
  await page.evaluate(async (apiOrigin) => {
    const { storage } = (globalThis as unknown as { chrome: Chrome }).chrome;
    const { settings } = await storage.local.get('settings');
    const named = settings?.apiOrigin ?? '';
    if (named !== '' && !named.startsWith('http://localhost:')) return;
    await storage.local.set({ settings: { expertName: '', sensitivity: 'normal', ...settings, apiOrigin } });
  }, origin);
}

type Chrome = {
  storage: {
    local: { get(key: string): Promise<{ settings?: { apiOrigin?: string } }>; set(kept: object): Promise<void> };
  };
};
