import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoSignIns, seedDemo } from '@/server/demo';
import { buildWeb, type Launched, launchWithExtension, openPanel, type RunningApi, startApi } from '../browser';
import { type Look, wear } from '../browser/looks';
import { finishWithoutDecision } from '../browser/panel/decide';
import { goToDecision, goToStage } from '../browser/panel/sequence';
import { startSession } from '../browser/panel/start';
import { find, sees, t, textOf } from '../browser/screen';
import { openSessionOf } from '../browser/web/sessions';
import { signInOnWeb } from '../browser/web/sign-in';

let api: RunningApi;
let launched: Launched;
let panel: Page;
let web: Page;

beforeAll(async () => {
  await buildWeb();
  [api, launched] = await Promise.all([startApi(), launchWithExtension()]);
  await seedDemo({ origin: api.origin });
  panel = await openPanel(launched.browser);
  web = await (await launched.browser.createBrowserContext()).newPage();
  await web.goto(`${api.origin}/sign-in`);
  const lead = demoSignIns.find(({ role }) => role === 'lead');
  if (!lead) throw new Error('the demo team has no lead');
  await signInOnWeb(web, lead);
  await sees(web, t('webSessionsLead'));
});
afterAll(async () => {
  await launched?.close();
  await api?.stop();
});

/** For each part that matches: is it current, and is it outlined? */
async function outlined(page: Page, parts: string): Promise<{ isCurrent: boolean; isOutlined: boolean }[]> {
  await wear(page, 'forced');
  const found = await page.$$eval(parts, (all) =>
    all.map((each) => ({
      isCurrent: each.hasAttribute('aria-current'),
      isOutlined: getComputedStyle(each).outlineStyle === 'solid' && each !== document.activeElement,
    })),
  );
  await wear(page, 'light');
  return found;
}

/** The lightness of the text on a page, 0 (black) to 255. */
async function inkOf(page: Page, look: Look): Promise<number> {
  await wear(page, look);
  const colour = await page.$eval('main', (main) => getComputedStyle(main).color);
  await wear(page, 'light');
  const parts = [...colour.matchAll(/[\d.]+/g)].slice(0, 3).map(Number);
  return parts.reduce((sum, part) => sum + part, 0) / 3;
}

describe('in forced colours what is current stands out', () => {
  it('among the questions and the parts of the panel', async () => {
    await sees(panel, t('startPlaybook'));
    await startSession(panel, { client: 'Harbour Hotels' });
    await goToStage(panel, 'Situation');
    const parts = await outlined(panel, 'nav ol button');
    expect(parts.filter(({ isCurrent }) => isCurrent).length).toBeGreaterThan(0);
    expect(parts.filter(({ isCurrent, isOutlined }) => isCurrent !== isOutlined)).toEqual([]);
  });

  it('among the pages of the web app', async () => {
    const pages = await outlined(web, 'header nav a');
    expect(pages.length).toBeGreaterThan(3);
    expect(pages).toEqual(pages.map((_page, at) => ({ isCurrent: at === 0, isOutlined: at === 0 })));
  });
});

describe('on paper', () => {
  it('a finished session in the panel is there without what can only be pressed, dark on light', async () => {
    await goToDecision(panel);
    await finishWithoutDecision(panel, 'No time left.');
    await wear(panel, 'print');
    const printed = await textOf(panel);
    expect(printed).toContain('No time left.');
    for (const key of ['summaryCopyMarkdown', 'summaryPrint', 'summaryDelete'] as const)
      expect(printed).not.toContain(t(key));
    expect(await inkOf(panel, 'dark')).toBeGreaterThan(180);
    expect(await inkOf(panel, 'print-from-dark')).toBeLessThan(80);
  });

  it('a session on the web takes the whole width, without the ways to other pages, dark on light', async () => {
    await web.setViewport({ width: 1280, height: 900 });
    await openSessionOf(web, 'Fenwick Dairy');
    const talk = await find(web, 'heading', t('viewSequence'));
    await wear(web, 'print');
    expect(await talk.evaluate((heading) => heading.closest('section')?.clientWidth ?? 0)).toBeGreaterThan(1000);
    const printed = await textOf(web);
    for (const key of ['webPanels', 'webSignOut', 'webAllSessions'] as const) expect(printed).not.toContain(t(key));
    expect(await inkOf(web, 'print-from-dark')).toBeLessThan(80);
  });
});

it('no label of the practice call lies over a picture, at any width', async () => {
  const page = await launched.browser.newPage();
  await page.goto(`${api.origin}/practice`);
  for (const width of [320, 600, 1280]) {
    await page.setViewport({ width, height: 800 });
    const over = await page.$$eval('figcaption', (labels) =>
      labels.filter((label) => {
        const picture = label.closest('figure')?.querySelector('video')?.getBoundingClientRect();
        return !picture || label.getBoundingClientRect().top < picture.bottom - 0.5;
      }),
    );
    expect([width, over.length]).toEqual([width, 0]);
  }
});
