import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '@/server/test-people';
import {
  buildWeb,
  type Launched,
  launchWithExtension,
  openWelcome,
  panelTargets,
  type RunningApi,
  startApi,
  until,
} from '../browser';
import { pressTogether, tabAndPress, tabAndType, tabTo } from '../browser/keyboard';
import { waitForFlags } from '../browser/panel/flags';
import { noteLines } from '../browser/panel/note';
import { currentQuestion } from '../browser/panel/sequence';
import { openOptions } from '../browser/panel/sign-in';
import { sees, t } from '../browser/screen';
import { aTeamAt, type TeamAt } from '../browser/team';

const CLIENT = 'Keys Only';

let api: RunningApi;
let launched: Launched;
let team: TeamAt;
let panel: Page;

beforeAll(async () => {
  await buildWeb();
  [api, launched] = await Promise.all([startApi(), launchWithExtension()]);
  team = await aTeamAt(api.origin, 'Keys');
});
afterAll(async () => {
  await launched?.close();
  await api?.stop();
});

async function signInWithKeys(page: Page, email: string): Promise<void> {
  await tabAndType(page, t('webEmail'), email);
  await tabAndType(page, t('webPassword'), PASSWORD);
  await page.keyboard.press('Enter');
}

/** The whole flow without a mouse: every step by Tab, by the panel's own keys, or by typing. */
describe('with the keyboard alone', () => {
  it('the panel opens from the welcome page', async () => {
    const welcome = await openWelcome(launched.browser);
    await welcome.bringToFront();
    await tabAndPress(welcome, t('welcomeOpen'));
    const target = await until('the panel is open', () => panelTargets(launched.browser)[0]);
    panel = await target.asPage();
    await sees(panel, t('startNew'));
  });

  it('a session starts', async () => {
    await tabAndType(panel, t('startClient'), CLIENT);
    await tabAndPress(panel, t('startPersonAdd'));
    await panel.waitForFunction(() => document.activeElement?.closest('li') !== null);
    await panel.keyboard.type('Mira');
    await tabAndType(panel, t('startPersonRole'), 'CTO');
    await tabAndPress(panel, t('startSession'));
    await panel.waitForFunction(() => document.activeElement?.closest('[data-note] .cm-content') !== null);
  });

  it('questions are marked, left and skipped', async () => {
    const first = await currentQuestion(panel);
    await pressTogether(panel, ['Alt', 'Enter']);
    await panel.waitForSelector('[aria-pressed="true"] ::-p-text(Asked)');
    await pressTogether(panel, ['Alt', 'ArrowDown']);
    await until('the next question stands there', async () => (await currentQuestion(panel)) !== first);
    await tabAndPress(panel, `${t('questionSkip')}…`);
    await panel.keyboard.type('No time today.');
    await panel.keyboard.press('Enter');
    await sees(panel, t('sequenceMarkedSkipped'));
  });

  it('a note is typed, and its flag reached and answered', async () => {
    await panel.keyboard.press('F2');
    await panel.waitForFunction(() => document.activeElement?.closest('.cm-content') !== null);
    await panel.keyboard.type('show them our dashboard\nTwo days a month.\n');
    await waitForFlags(panel, 1);
    await panel.keyboard.press('F8');
    await sees(panel, t('flagAskInstead'));
    await pressTogether(panel, ['Control', 'Enter']);
    await panel.waitForFunction(() => document.activeElement?.matches('h3'));
    await tabAndPress(panel, t('flagKeep'));
    await panel.waitForFunction(() => document.activeElement?.matches('textarea'));
    await panel.keyboard.type('They asked to see it.');
    await tabAndPress(panel, t('flagKeepSave'));
    await sees(panel, t('flagKept'));
    await panel.keyboard.press('Escape');
    await panel.waitForFunction(() => document.activeElement?.closest('.cm-content') !== null);
    expect(await noteLines(panel)).toEqual(['show them our dashboard', 'Two days a month.', '']);
  });

  it('Tab leaves the note: the editor is no trap', async () => {
    await panel.keyboard.press('Tab');
    expect(await panel.evaluate(() => document.activeElement?.closest('.cm-content') === null)).toBe(true);
  });

  it('a decision is written and the session finished', async () => {
    await pressTogether(panel, ['Alt', 'Digit0']);
    await sees(panel, t('decideTogether'));
    for (const good of ['Nothing to do.', 'Cheap.']) {
      await tabAndType(panel, t('optionGood'), good);
      await tabAndType(panel, t('optionBad'), 'It stays slow.');
    }
    await tabAndType(panel, t('decidePlaybackText'), 'Two days a month.');
    await tabTo(panel, t('outcomeYes'));
    await panel.keyboard.press('ArrowDown');
    await panel.waitForFunction(() => (document.activeElement as HTMLInputElement | null)?.value === 'no');
    await tabAndType(panel, t('decideTo'), 'No move this year');
    await tabAndType(panel, t('decideReason'), 'It costs more than it saves.');
    await tabAndType(panel, t('decideObjectives'), 'Calm nights');
    await tabAndPress(panel, 'Mira, CTO', 'Space');
    await tabAndPress(panel, t('finishSession'));
    await sees(panel, t('summaryCopyMarkdown'));
    await sees(panel, t('outcomeNo'));
  });

  it('the extension is signed in and the code approved', async () => {
    const options = await openOptions(launched.browser);
    await tabTo(options, t('optionsAddress'));
    await pressTogether(options, ['Control', 'KeyA']);
    await options.keyboard.type(api.origin);
    await options.keyboard.press('Enter');
    await options.waitForSelector('[data-testid="user-code"]');
    const opened = new Promise<Page>((resolve) =>
      launched.browser.once('targetcreated', async (target) => resolve(await target.asPage())),
    );
    await tabAndPress(options, t('optionsCodeOpen'));
    const web = await opened;
    await sees(web, t('webEmail'));
    await signInWithKeys(web, team.expert.email);
    await sees(web, t('webDeviceAsks'));
    await tabAndPress(web, t('webDeviceApprove'));
    await sees(web, t('webDeviceApproved'));
    await options.bringToFront();
    await sees(options, t('optionsHeld', 1));
    await tabAndPress(options, t('optionsHeldSend', { team: team.name }));
    await sees(panel, t('syncWithTeam'));
    await web.close();
    await options.close();
  });

  it('the lead signs in and reads it', async () => {
    const context = await launched.browser.createBrowserContext();
    const web = await context.newPage();
    await web.goto(`${api.origin}/sign-in`);
    await sees(web, t('webEmail'));
    await signInWithKeys(web, team.lead.email);
    await sees(web, CLIENT);
    await tabAndPress(web, CLIENT);
    await sees(web, 'Two days a month.');
    await sees(web, 'They asked to see it.');
  });
});
