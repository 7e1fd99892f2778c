import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { EXTENSION_ID } from '../launch';
import { find, press, sees, t, write } from '../screen';
import { until } from '../waiting';
import { signInOnWeb } from '../web/sign-in';

export async function openOptions(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(`chrome-extension://${EXTENSION_ID}/options.html`);
  await find(page, 'heading', t('optionsTeam'));
  return page;
}

/** Asks for a code under Options and gives it, with the page to confirm it on. */
export async function askForCode(options: Page, origin: string): Promise<{ code: string; page: string }> {
  await write(options, t('optionsAddress'), origin);
  await press(options, 'button', t('optionsSignIn'));
  const shown = await options.waitForSelector('[data-testid="user-code"]');
  const link = await find(options, 'link', t('optionsCodeOpen'));
  return {
    code: (await shown?.evaluate((element) => element.textContent?.trim())) ?? '',
    page: await link.evaluate((element) => (element as HTMLAnchorElement).href),
  };
}

/** Signs the extension in to a team: a code under Options, confirmed on the team's page by who owns it. */
export async function signInByCode(
  browser: Browser,
  origin: string,
  person: { email: string; password: string },
  context: Browser | BrowserContext = browser,
): Promise<Page> {
  const options = await openOptions(browser);
  const { code, page } = await askForCode(options, origin);
  const web = await context.newPage();
  await web.goto(page);
  await signInOnWeb(web, person);
  const shown = await web.waitForSelector('[data-testid="user-code"]');
  await until(
    'the page shows the same code',
    async () => (await shown?.evaluate((element) => element.textContent)) === code,
  );
  await press(web, 'button', t('webDeviceApprove'));
  await sees(web, t('webDeviceApproved'));
  await options.bringToFront();
  await find(options, 'button', t('optionsSignOut'));
  await web.close();
  return options;
}
