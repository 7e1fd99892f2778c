import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsIn } from '@/server/client/words';
import type { TestApi } from '@/server/test-api';
import { ask, PASSWORD } from '@/server/test-people';
import { addressOn, answerCheck, goOn, suggestWording } from '../browser/client-side';
import { addNextStep, finish, writeDecision } from '../browser/panel/decide';
import { goToDecision, goToStage } from '../browser/panel/sequence';
import { leaveSession } from '../browser/panel/start';
import { aScene, type Scene } from '../browser/scene';
import { press, sees, seesNoMore, t, textOf, write } from '../browser/screen';
import { openSessionOf } from '../browser/web/sessions';
import { signInOnWeb } from '../browser/web/sign-in';
import { type PlainPage, withoutScripts } from '../browser/without-scripts';

/** As the client reads it; `t` is what the team reads. */
const c = wordsIn('en');
const REASON = 'Two lost days a month cost less than the move in high season.';
const CORRECTED = 'Three lost days a month cost less than the move in high season.';

let scene: Scene;
let web: Page;
let client: PlainPage;

beforeAll(async () => {
  scene = await aScene('Clientside');
  const settings = { shareAfterHours: 0 };
  await ask({ origin: scene.api.origin } as TestApi, scene.team.admin, 'PATCH', '/api/team/settings', settings);
  web = await (await scene.launched.browser.createBrowserContext()).newPage();
  client = await withoutScripts(scene.launched.browser);
});
afterAll(() => scene?.end());

async function aLink(forName: string): Promise<string> {
  await web.goto(`${scene.api.origin}/self-checks`);
  await write(web, t('selfCheckForName'), forName);
  await press(web, 'button', t('selfCheckMakeLink'));
  return await addressOn(web, t('selfCheckAddress'));
}
describe('the client’s side, from before the call to after it', () => {
  it('begins with a link that an expert makes', async () => {
    await web.goto(`${scene.api.origin}/sign-in`);
    await signInOnWeb(web, { email: scene.team.lead.email, password: PASSWORD });
    await sees(web, t('webNoSessions'));
    expect(await aLink('Harbour Hotels')).toContain('/c/check/');
  });

  it('lets the client qualify themselves without an account or a script, and ask for a talk', async () => {
    await answerCheck(client, await addressOn(web, t('selfCheckAddress')));
    await sees(client.page, 'a talk seems worth both our time');
    await write(client.page, c('email'), 'ljerka@harbour.example');
    await write(client.page, c('name'), 'Ljerka');
    await write(client.page, c('organisation'), 'Harbour Hotels');
    await goOn(client, c('send'));
    await sees(client.page, c('sentTitle'));
  });

  it('shows it in the panel, where a session starts with it', async () => {
    const { panel } = scene;
    await sees(panel, t('checksFrom', { name: 'Harbour Hotels' }), 60_000);
    await press(panel, 'button', t('checksStart'));
    await sees(panel, t('checksAttached', { name: 'Harbour Hotels' }));
    await press(panel, 'button', t('startSession'));
    await panel.waitForSelector('[data-note] [contenteditable="true"]');
    await goToStage(panel, 'Situation');
    await sees(panel, 'The copies stop twice a month');
    await sees(panel, t('checksBeside'));
    await press(panel, 'button', `${t('checksMark')}: What happens today that makes you look at this?`);
    await sees(panel, t('checksTalked'));
  });

  it('ends the call with a no and its reasons, and shares the record', async () => {
    const { panel } = scene;
    await goToDecision(panel);
    await writeDecision(panel, {
      outcome: 'outcomeNo',
      to: 'Leave the backups where they are this year',
      reason: REASON,
      objectives: 'Open all summer without a break',
      leave: { good: 'No work in high season.', bad: 'Two days a month stay lost.' },
      elsewhere: { good: 'Their own people know the rack.', bad: 'Nobody has the time before October.' },
      playback: 'Two days a month, one rack, no time before October.',
      tookPart: ['Ljerka'],
    });
    await addNextStep(panel, { text: 'Count the lost days again', name: 'Ljerka', day: '2027-10-15' });
    await finish(panel);
    await sees(panel, t('syncWithTeam'));
    await press(panel, 'button', t('recordShare'));
    expect(await addressOn(panel, t('recordAddress'))).toContain('/c/record/');
  });

  it('lets the client read it and suggest another wording', async () => {
    const { page } = client;
    await page.goto(await addressOn(scene.panel, t('recordAddress')));
    await sees(page, `${c('recordOutcome')}: ${c('recordNo')}`);
    await sees(page, REASON);
    await suggestWording(client, 'reason', CORRECTED);
    await sees(page, c('recordThanks'));
  });

  it('shows the expert both wordings, who takes it over', async () => {
    const { panel } = scene;
    await sees(panel, CORRECTED, 60_000);
    await press(panel, 'button', t('recordAccept'));
    await sees(panel, t('recordStateWaiting'));
    await seesNoMore(panel, t('recordNow'));
  });

  it('is confirmed by both, and says so only then', async () => {
    const { page } = client;
    const address = page.url().replace(/\?.*$/, '');
    await page.goto(address);
    await sees(page, CORRECTED);
    const confirmed = c('recordConfirmed', { day: '' }).trim();
    expect(await textOf(page)).not.toContain(confirmed);
    await write(page, c('recordName'), 'Ljerka');
    await goOn(client, c('recordConfirm'));
    await sees(page, confirmed);
  });

  it('is read by the lead, with what the client wrote before and said after', async () => {
    await web.goto(`${scene.api.origin}/sessions`);
    await openSessionOf(web, 'Harbour Hotels');
    await sees(web, t('recordStateConfirmedBy', { day: '', name: '' }).split(' on ')[0] ?? '');
    await sees(web, 'The copies stop twice a month');
  });
});

describe('a self-check that ends before a call', () => {
  it('is a good result for the client, and for the panel', async () => {
    await leaveSession(scene.panel);
    const other = await withoutScripts(scene.launched.browser);
    await answerCheck(other, await aLink('Kestrel Tramways'));
    await goOn(other, c('endButton'));
    await sees(other.page, c('endedTitle'));
    await sees(scene.panel, t('checksFrom', { name: 'Kestrel Tramways' }), 60_000);
    await sees(scene.panel, t('checksEnded'));
    await press(scene.panel, 'button', t('checksAway'));
    await seesNoMore(scene.panel, t('checksEnded'));
    await press(scene.panel, 'button', t('sequenceUndo'));
    await sees(scene.panel, t('checksEnded'));
  });
});
