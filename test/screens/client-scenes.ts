import type { Page } from 'puppeteer-core';
import { wordsIn } from '@/server/client/words';
import type { TestApi } from '@/server/test-api';
import { ask, PASSWORD } from '@/server/test-people';
import { addressOn, answerCheck, goOn, suggestWording } from '../browser/client-side';
import { addNextStep, finish, writeDecision } from '../browser/panel/decide';
import { goToDecision, goToStage } from '../browser/panel/sequence';
import { leaveSession } from '../browser/panel/start';
import { aScene, type Scene } from '../browser/scene';
import { openAllDetails, press, sees, t, write } from '../browser/screen';
import { openSessionOf } from '../browser/web/sessions';
import { signInOnWeb } from '../browser/web/sign-in';
import { type PlainPage, withoutScripts } from '../browser/without-scripts';
import { panelInTab } from './panel-scenes';
import { type Shoot, WEB_WIDTHS } from './shooter';

const c = wordsIn('en');
/** The narrowest phone, one of today, a desk. */
const CLIENT_WIDTHS = [320, 390, 1280];

/** One client from a self-check to the confirmed record: their pages, the panel and the web beside them. */
export async function shootClientSide(shoot: Shoot): Promise<void> {
  const scene = await aScene('Northwind');
  try {
    const web = await webOfLead(scene);
    const panel = await panelInTab(scene.launched);
    const client = await withoutScripts(scene.launched.browser);
    const shootPage = (name: string) => shoot(name, client.page, CLIENT_WIDTHS);
    await shootCheck(client, await aLink(scene, web, shoot), shootPage);
    await shootOtherLanguages(scene, client.page.url(), shoot);
    await shootInPanel(panel, shoot);
    await shootRecord(scene, { panel, web, client }, shoot);
  } finally {
    await scene.end();
  }
}

async function webOfLead({ api, launched, team }: Scene): Promise<Page> {
  const settings = { shareAfterHours: 24 };
  await ask({ origin: api.origin } as TestApi, team.admin, 'PATCH', '/api/team/settings', settings);
  const web = await (await launched.browser.createBrowserContext()).newPage();
  await web.goto(`${api.origin}/sign-in`);
  await signInOnWeb(web, { email: team.lead.email, password: PASSWORD });
  await sees(web, t('webNoSessions'));
  return web;
}

async function aLink({ api }: Scene, web: Page, shoot: Shoot): Promise<string> {
  await web.goto(`${api.origin}/self-checks`);
  await write(web, t('selfCheckForName'), 'Harbour Hotels');
  await press(web, 'button', t('selfCheckMakeLink'));
  const address = await addressOn(web, t('selfCheckAddress'));
  await shoot('client-01-link-made', web, WEB_WIDTHS);
  return address;
}

async function shootCheck(client: PlainPage, address: string, shootPage: (name: string) => Promise<void>) {
  const { page } = client;
  await page.goto(`${address}x`);
  await shootPage('client-02-no-such-link');
  await page.goto(address);
  await shootPage('client-03-check-first');
  await goOn(client, c('begin'));
  await shootPage('client-04-check-question');
  await answerCheck(client, address);
  await shootPage('client-05-check-closing');
  await goOn(client, c('send'));
  await shootPage('client-06-check-nothing-to-reach-by');
  await write(page, c('email'), 'ljerka@harbour.example');
  await write(page, c('name'), 'Ljerka');
  await write(page, c('organisation'), 'Harbour Hotels');
  await goOn(client, c('send'));
  await sees(page, c('sentTitle'));
  await shootPage('client-07-check-sent');
}

async function shootOtherLanguages({ launched }: Scene, sent: string, shoot: Shoot): Promise<void> {
  for (const language of ['de', 'ar']) {
    const { page } = await withoutScripts(launched.browser, language);
    await page.goto(sent);
    await shoot(`client-08-sent-${language}`, page, CLIENT_WIDTHS);
  }
}

async function shootInPanel(panel: Page, shoot: Shoot): Promise<void> {
  await panel.reload();
  await sees(panel, t('checksFrom', { name: 'Harbour Hotels' }));
  await shoot('client-10-panel-start', panel);
  await press(panel, 'button', t('checksAway'));
  await sees(panel, t('checksPutAway', { name: 'Harbour Hotels' }));
  await shoot('client-11-panel-put-away', panel);
  await press(panel, 'button', t('sequenceUndo'));
  await press(panel, 'button', t('checksStart'));
  await sees(panel, t('checksAttached', { name: 'Harbour Hotels' }));
  await shoot('client-12-panel-starts-with-it', panel);
  await press(panel, 'button', t('startSession'));
  await panel.waitForSelector('[data-note] [contenteditable="true"]');
  await goToStage(panel, 'Situation');
  await sees(panel, t('checksBeside'));
  await shoot('client-13-panel-beside-a-stage', panel);
}

type Pages = { panel: Page; web: Page; client: PlainPage };

async function shootRecord({ api }: Scene, { panel, web, client }: Pages, shoot: Shoot): Promise<void> {
  const { page } = client;
  await goToDecision(panel);
  await writeDecision(panel, {
    outcome: 'outcomeNo',
    to: 'Leave the backups where they are this year',
    reason: 'Two lost days a month cost less than the move in high season.',
    objectives: 'Open all summer without a break',
    leave: { good: 'No work in high season.', bad: 'Two days a month stay lost.' },
    elsewhere: { good: 'Their own people know the rack.', bad: 'Nobody has the time before October.' },
    playback: 'Two days a month, one rack, no time before October.',
    tookPart: ['Ljerka'],
  });
  await addNextStep(panel, { text: 'Count the lost days again', name: 'Ljerka', day: '2027-10-15' });
  await finish(panel);
  await sees(panel, t('syncWithTeam'));
  await sees(panel, t('reviewShareNow'));
  await shoot('client-14-panel-not-shared', panel);
  await press(panel, 'button', t('recordShare'));
  const address = await addressOn(panel, t('recordAddress'));
  await shoot('client-15-panel-record-shared', panel);
  await page.goto(address);
  await shoot('client-16-record', page, CLIENT_WIDTHS);
  await openAllDetails(page);
  await shoot('client-17-record-opened', page, CLIENT_WIDTHS);
  await suggestWording(client, 'reason', 'Three lost days a month cost less than the move in high season.');
  await shoot('client-18-record-suggested', page, CLIENT_WIDTHS);
  await sees(panel, t('recordAccept'), 60_000);
  await shoot('client-19-panel-suggestion', panel);
  await press(panel, 'button', t('recordAccept'));
  await sees(panel, t('recordStateWaiting'));
  await page.goto(address);
  await write(page, c('recordName'), 'Ljerka');
  await goOn(client, c('recordConfirm'));
  await shoot('client-20-record-confirmed', page, CLIENT_WIDTHS);
  await press(panel, 'button', t('reviewShareNow'));
  await sees(panel, t('reviewShared'));
  await shoot('client-21-panel-shared', panel);
  await web.goto(`${api.origin}/sessions`);
  await openSessionOf(web, 'Harbour Hotels');
  await sees(web, 'The copies stop twice a month');
  await shoot('client-22-web-session', web, WEB_WIDTHS);
  await web.goto(`${api.origin}/clients?name=${encodeURIComponent('Harbour Hotels')}`);
  await sees(web, 'Count the lost days again');
  await shoot('client-23-web-client', web, WEB_WIDTHS);
  await leaveSession(panel);
}
