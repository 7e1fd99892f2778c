import type { Browser, Page } from 'puppeteer-core';
import { EXTENSION_ID } from './launch';
import { until } from './waiting';

const WELCOME = '/welcome.html';
const PANEL = '/sidepanel.html';

/**
 * Opens the docked side panel the way a person does: a click on the welcome page's button. Gives the panel's own page.
 * `beside` is the tab that is in front of the window afterwards; the welcome page when left out.
 */
export async function openPanel(browser: Browser, id = EXTENSION_ID): Promise<Page> {
  const known = new Set(panelTargets(browser, id));
  const welcome = await openWelcome(browser, id);
  await welcome.bringToFront();
  const button = await welcome.waitForSelector('[data-testid="open-panel"]');
  await button?.click();
  return await pageOfNewPanel(browser, id, known);
}

/** A panel that is open already, e.g. after the browser restored its window. */
export function panelTargets(browser: Browser, id = EXTENSION_ID) {
  return browser.targets().filter((target) => target.url().startsWith(`chrome-extension://${id}${PANEL}`));
}

/** The welcome page: the tab that the install opened, or a new one. */
export async function openWelcome(browser: Browser, id = EXTENSION_ID): Promise<Page> {
  const url = `chrome-extension://${id}${WELCOME}`;
  const open = browser.targets().find((target) => target.type() === 'page' && target.url().startsWith(url));
  const page = (await open?.page()) ?? (await browser.newPage());
  // Right after a start with a kept profile the extension is loaded anew, and its pages are shut for a moment.
  await until('the welcome page opens', async () => {
    if (!page.url().startsWith(url)) await page.goto(url);
    return true;
  });
  return page;
}

/** Closes the panel as its cross does, at once, whatever it is doing. */
export async function closePanel(browser: Browser, panel: Page): Promise<void> {
  const target = panel.target();
  await panel.evaluate('void chrome.windows.getCurrent().then(({ id }) => chrome.sidePanel.close({ windowId: id }))');
  await until('the side panel is closed', () => !browser.targets().includes(target));
}

async function pageOfNewPanel(browser: Browser, id: string, known: ReadonlySet<unknown>): Promise<Page> {
  const target = await until('the side panel opens', () => panelTargets(browser, id).find((each) => !known.has(each)));
  const page = await target.asPage();
  await page.waitForFunction(() => document.readyState === 'complete' && innerWidth > 0);
  return page;
}
