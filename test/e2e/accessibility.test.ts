import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EXTENSION_ID, type Launched, launchWithExtension, openPanel, openWelcome } from '../browser';
import { axeInBothThemes, sidewaysScroll } from '../browser/axe';
import { finishWithoutDecision, tryToFinish } from '../browser/panel/decide';
import { waitForFlags } from '../browser/panel/flags';
import { typeNote } from '../browser/panel/note';
import { goToDecision, markAsked } from '../browser/panel/sequence';
import { openListed, startSession } from '../browser/panel/start';
import { find, press, sees, t } from '../browser/screen';

/** Widths in CSS pixels; 180 stands for 360 at 200 % zoom. */
const WIDTHS = [320, 360, 600, 800];

let launched: Launched;
let panel: Page;

beforeAll(async () => {
  launched = await launchWithExtension();
  panel = await openPanel(launched.browser);
});
afterAll(() => launched.close());

/** The panel's page in a tab of its own, where its width can be set. */
async function inTab(address: string): Promise<Page> {
  const page = await launched.browser.newPage();
  await page.goto(`chrome-extension://${EXTENSION_ID}${address}`);
  return page;
}

async function expectToFit(page: Page): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewport({ width, height: 765 });
    expect([width, await sidewaysScroll(page)]).toEqual([width, 0]);
  }
  await page.setViewport({ width: 360, height: 383, deviceScaleFactor: 2 });
  expect(['200 %', await sidewaysScroll(page)]).toEqual(['200 %', 0]);
}

describe('every screen of the panel', () => {
  it('begins without a finding of axe', async () => {
    await find(panel, 'textbox', t('startClient'));
    expect(await axeInBothThemes(panel)).toEqual([]);
  });
  it('asks without a finding: question, note and flags', async () => {
    await startSession(panel, { client: 'Harbour Hotels', people: [{ name: 'Ljerka', role: 'IT manager' }] });
    expect(await axeInBothThemes(panel)).toEqual([]);
    await typeNote(panel, 'anchor 480, land 395\nthe NAS is in the same rack\n');
    await waitForFlags(panel, 1);
    await panel.keyboard.press('F8');
    await find(panel, 'button', t('flagKeep'));
    expect(await axeInBothThemes(panel)).toEqual([]);
  });
  it('decides without a finding, with everything missing too', async () => {
    await panel.keyboard.press('Escape');
    await markAsked(panel);
    await goToDecision(panel);
    expect(await axeInBothThemes(panel)).toEqual([]);
    expect((await tryToFinish(panel)).length).toBeGreaterThan(0);
    expect(await axeInBothThemes(panel)).toEqual([]);
  });
  it('sums up without a finding', async () => {
    await finishWithoutDecision(panel, 'The line broke.');
    expect(await axeInBothThemes(panel)).toEqual([]);
  });
  it('lists shortcuts without a finding', async () => {
    await press(panel, 'button', t('sessionBack'));
    await sees(panel, 'Harbour Hotels');
    expect(await axeInBothThemes(panel)).toEqual([]);
  });
});

describe('every page of the extension', () => {
  it('fits from 320 to 800 px, and at 200 %: the beginning and a session', async () => {
    const page = await inTab('/sidepanel.html');
    await find(page, 'textbox', t('startClient'));
    await expectToFit(page);
    await page.setViewport({ width: 360, height: 765 });
    await openListed(page, 'Harbour Hotels');
    await sees(page, t('summaryCopyMarkdown'));
    await expectToFit(page);
    await press(page, 'button', t('summaryReopen'));
    await sees(page, t('decideTogether'));
    await expectToFit(page);
    await page.close();
  });
  it('welcomes without a finding, at every width', async () => {
    const page = await openWelcome(launched.browser);
    expect(await axeInBothThemes(page)).toEqual([]);
    await expectToFit(page);
  });
  it('sets options without a finding, at every width', async () => {
    const page = await inTab('/options.html');
    await find(page, 'button', t('optionsSignIn'));
    expect(await axeInBothThemes(page)).toEqual([]);
    await press(page, 'button', t('dataDelete'));
    await find(page, 'button', t('dataDeleteNow'));
    expect(await axeInBothThemes(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expectToFit(page);
    await page.close();
  });
});
