import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '@/server/test-people';
import { type Launched, launchWithExtension } from '../browser';
import { finishWithoutDecision } from '../browser/panel/decide';
import { disputeFlag, waitForFlags } from '../browser/panel/flags';
import { typeNote } from '../browser/panel/note';
import { goToDecision, goToStage } from '../browser/panel/sequence';
import { startSession } from '../browser/panel/start';
import { aScene, type Scene } from '../browser/scene';
import { find, press, sees, seesNoMore, t, textOf, write } from '../browser/screen';
import { openSessionOf } from '../browser/web/sessions';
import { signInOnWeb } from '../browser/web/sign-in';

let scene: Scene;
let leads: Launched;
let web: Page;

beforeAll(async () => {
  scene = await aScene('Review');
  leads = await launchWithExtension({ extensions: [] });
  web = await leads.browser.newPage();
});
afterAll(async () => {
  await leads?.close();
  await scene?.end();
});

/** An expert with their panel, a lead in another browser. Each step goes on where the last one stopped. */
describe('a review between two browsers', () => {
  it('begins with a queue that is empty', async () => {
    await web.goto(`${scene.api.origin}/sign-in`);
    await signInOnWeb(web, { email: scene.team.lead.email, password: PASSWORD });
    await sees(web, t('webNoSessions'));
  });

  it('shows the lead a flagged session as soon as the expert finishes it, without a reload', async () => {
    const { panel } = scene;
    await web.evaluate(() => Object.assign(globalThis, { notReloaded: true }));
    await startSession(panel, { client: 'Harbour Hotels', title: 'Backups' });
    await goToStage(panel, 'Problem');
    await typeNote(panel, 'They lose two days a month.\npush them to sign before the quarter ends\n');
    const pieces = await waitForFlags(panel, 1);
    expect(pieces.join(' ')).toContain('push them to sign');
    await disputeFlag(panel, 'push them to sign', 'It is their quarter.');
    await goToDecision(panel);
    await finishWithoutDecision(panel, 'The line broke.');
    await sees(panel, t('syncWithTeam'));
    await find(web, 'link', 'Harbour Hotels');
    await sees(web, t('queueNeedOpenDispute'));
    expect(await web.evaluate(() => 'notReloaded' in globalThis)).toBe(true);
  });

  it('lets the lead disagree with the flag and comment on a line', async () => {
    await openSessionOf(web, 'Harbour Hotels');
    await sees(web, 'It is their quarter.');
    await press(web, 'button', t('reviewDisagree'));
    await find(web, 'button', t('reviewVerdictBack'));
    await press(web, 'button', t('reviewOnNote'));
    await write(web, t('reviewOnNote'), 'What would they do with the two days?');
    await press(web, 'button', t('reviewSend'));
    await sees(web, 'What would they do with the two days?');
  });

  it('brings the comment to the expert’s panel, who answers it there', async () => {
    const { panel } = scene;
    // The panel looks for comments when it is come back to.
    await panel.reload();
    await sees(panel, 'What would they do with the two days?', 40_000);
    await press(panel, 'button', t('reviewAnswerButton'));
    await write(panel, t('reviewYourAnswer'), 'Train the night shift.');
    await press(panel, 'button', t('reviewSendAnswer'));
    await sees(panel, 'Train the night shift.');
  });

  it('shows the lead the answer without a reload, and what was reviewed is done', async () => {
    await sees(web, 'Train the night shift.');
    await sees(web, t('reviewWasRead'));
    expect(await web.evaluate(() => 'notReloaded' in globalThis)).toBe(true);
    await press(web, 'button', t('reviewMark'));
    await sees(web, t('reviewMarked', { name: scene.team.lead.name }));
    await press(web, 'link', t('webAllSessions'));
    await find(web, 'link', 'Harbour Hotels');
    await seesNoMore(web, t('queueNeedOpenDispute'));
    expect(await textOf(web)).toContain(t('queueReviewed'));
  });

  it('tells the expert who looked', async () => {
    const expert = await (await scene.launched.browser.createBrowserContext()).newPage();
    await expert.goto(`${scene.api.origin}/sign-in`);
    await signInOnWeb(expert, { email: scene.team.expert.email, password: PASSWORD });
    await openSessionOf(expert, 'Harbour Hotels');
    await expert.waitForFunction(() => document.querySelectorAll('details').length > 0);
    await expert.$$eval('details', (all) => {
      for (const each of all) each.open = true;
    });
    await sees(expert, t('reviewLookedAt', { name: scene.team.lead.name }));
    await sees(expert, t('reviewDisagree'));
  });

  it('keeps many windows of one person alive: they share what is told', async () => {
    const pages = await Promise.all(Array.from({ length: 8 }, () => leads.browser.newPage()));
    for (const page of pages) {
      await page.goto(`${scene.api.origin}/sessions`);
      await sees(page, 'Harbour Hotels');
    }
    await Promise.all(pages.map((page) => page.close()));
  });
});
