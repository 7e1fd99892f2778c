import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import type { DemoSignIn } from '@/server/demo';
import { find, press, sees, t } from '../browser/screen';
import { signInOnWeb } from '../browser/web/sign-in';
import { type Shoot, WEB_WIDTHS } from './shooter';

/** Every page of the web app, signed out and as the lead and admin of the demo team, and the practice call. */
export async function shootWeb(
  browser: Browser,
  origin: string,
  signIns: { lead: DemoSignIn; admin: DemoSignIn },
  shoot: Shoot,
): Promise<void> {
  const leads = await browser.createBrowserContext();
  const page = await leads.newPage();
  const shootWebPage = (name: string) => shoot(name, page, WEB_WIDTHS);
  await page.goto(`${origin}/sign-in`);
  await find(page, 'button', t('webSignIn'));
  await shootWebPage('web-01-sign-in');
  await signInOnWeb(page, { ...signIns.lead, password: 'not the password' });
  await page.waitForSelector('[role="alert"]');
  await shootWebPage('web-02-sign-in-refused');
  await signInOnWeb(page, signIns.lead);
  await shootSessions(page, origin, shootWebPage);
  await page.goto(`${origin}/sessions/01950000-0000-7000-8000-000000000000`);
  await sees(page, t('webSessionMissing'));
  await shootWebPage('web-06-session-not-found');
  await page.goto(`${origin}/join/${'x'.repeat(43)}`);
  await page.waitForSelector('h1, [role="alert"]');
  await shootWebPage('web-07-invitation-not-valid');
  await leads.close();
  await shootAdmin(await browser.createBrowserContext(), origin, signIns.admin, shoot);
  await shootPractice(browser, origin, shoot);
}

async function shootSessions(page: Page, origin: string, shootWebPage: (name: string) => Promise<void>): Promise<void> {
  await page.waitForSelector('main li a, main td a');
  await shootWebPage('web-03-sessions');
  await page.goto(`${origin}/sessions?client=${encodeURIComponent('nobody of this name')}`);
  await page.waitForFunction(
    () => document.querySelectorAll('main li a, main td a').length === 0 && document.querySelector('main h1'),
  );
  await shootWebPage('web-04-sessions-none-fit');
  await page.goto(`${origin}/sessions`);
  const first = await page.waitForSelector('main li a[href^="/sessions/"], main td a[href^="/sessions/"]');
  await first?.click();
  await page.waitForFunction(() => location.pathname.startsWith('/sessions/') && document.querySelector('main h1'));
  await sees(page, t('viewSequence'));
  await isRead(page);
  await shootWebPage('web-05-session');
}

/** The page is there and nothing of it is still being read. */
async function isRead(page: Page): Promise<void> {
  await page.waitForSelector('main h1');
  await page.waitForFunction((waiting) => !document.body.innerText.includes(waiting), {}, t('webLoading'));
}

async function shootAdmin(context: BrowserContext, origin: string, admin: DemoSignIn, shoot: Shoot): Promise<void> {
  const page = await context.newPage();
  await page.goto(`${origin}/sign-in`);
  await signInOnWeb(page, admin);
  await page.waitForSelector('main li a, main td a');
  for (const [name, address] of [
    ['web-08-team', '/team'],
    ['web-09-panels', '/devices'],
    ['web-10-connect-a-panel', '/device'],
    ['web-11-insights', '/insights'],
    ['web-12-playbooks', '/playbooks'],
    ['web-13-playbook', '/playbooks/first-call-25'],
    ['web-14-rules', '/rules'],
    ['web-15-security', '/team/security'],
    ['web-16-audit', '/team/audit'],
    ['web-17-account', '/account'],
    ['web-18-self-checks', '/self-checks'],
    ['web-19-self-check', '/self-checks/is-a-talk-worth-it'],
  ] as const) {
    await page.goto(origin + address);
    await isRead(page);
    await shoot(name, page, WEB_WIDTHS);
  }
  await context.close();
}

async function shootPractice(browser: Browser, origin: string, shoot: Shoot): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${origin}/practice`);
  await page.waitForSelector('button');
  await shoot('practice-1', page, WEB_WIDTHS);
  const start = await page.$('button');
  await start?.click();
  await page.waitForFunction(() => [...document.querySelectorAll('video')].some((video) => video.readyState >= 2));
  await shoot('practice-2-in-the-call', page, WEB_WIDTHS);
  await press(page, 'button', (await lastButton(page)) ?? '').catch(() => undefined);
  await page.close();
}

async function lastButton(page: Page): Promise<string | null> {
  return await page.evaluate(() => [...document.querySelectorAll('button')].at(-1)?.textContent?.trim() ?? null);
}
