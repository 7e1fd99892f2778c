import type { Page } from 'puppeteer-core';
import { EXTENSION_ID, type Launched, until } from '../browser';
import { keepFlag, openFlag, underlined, waitForFlags } from '../browser/panel/flags';
import { typeNote } from '../browser/panel/note';
import { addOwnQuestion, goToStage, markAsked, markNotRelevant, nextQuestion, skip } from '../browser/panel/sequence';
import { leaveSession, startSession } from '../browser/panel/start';
import { DIAGNOSTIC, PUSHY } from '../browser/panel/two-sessions';
import { disclose, find, press, sees, t } from '../browser/screen';
import type { Shoot } from './shooter';

/** The panel in a tab, where its width can be set. */
export async function panelInTab({ browser }: Launched): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width: 360, height: 765 });
  await page.goto(`chrome-extension://${EXTENSION_ID}/sidepanel.html`);
  await page.bringToFront();
  await find(page, 'textbox', t('startClient'));
  return page;
}

/** From the empty start through questions, notes and flags. Leaves the session unfinished at its questions. */
export async function shootSequence(panel: Page, shoot: Shoot): Promise<void> {
  await shoot('panel-01-start-empty', panel);
  await callBeside(panel);
  await shoot('panel-02-start-call-found', panel);
  await startSession(panel, {
    client: 'Harbour Hotels',
    title: 'Backups',
    people: [
      { name: 'Ljerka', role: 'IT manager' },
      { name: 'Davor', role: 'night operations' },
    ],
  });
  await shoot('panel-03-question', panel);
  for (const part of ['questionWhy', 'questionListenFor', 'questionFollowUps'] as const)
    await disclose(panel, t(part)).catch(() => undefined);
  await markAsked(panel);
  await shoot('panel-04-asked', panel);
  await nextQuestion(panel);
  await press(panel, 'button', `${t('questionSkip')}…`);
  await press(panel, 'button', t('questionSkip'));
  await shoot('panel-05-skip-without-reason', panel);
  await press(panel, 'button', t('uiCancel'));
  await skip(panel, 'Said at the beginning already.');
  await nextQuestion(panel);
  await markNotRelevant(panel);
  await addOwnQuestion(panel, 'Who is on duty at night?');
  await disclose(panel, t('sequenceStagesShow'));
  await shoot('panel-06-stages', panel);
  await panel.reload();
  await goToStage(panel, 'Situation');
  await typeNote(
    panel,
    'nightly dump to a NAS in the same rack\nanchor 480, land 395\npush them for a signature on Friday\n',
  );
  await waitForFlags(panel, 2);
  await shoot('panel-07-note-with-flags', panel);
  await openFlag(panel, 'anchor 480, land 395');
  await shoot('panel-08-flag', panel);
  await press(panel, 'button', t('flagKeep'));
  await press(panel, 'button', t('flagKeepSave'));
  await shoot('panel-09-flag-reason-missing', panel);
  await press(panel, 'button', t('uiClose'));
  await keepFlag(panel, 'anchor 480, land 395', 'It is how they put it to us.');
  await shoot('panel-10-flag-kept', panel);
  await press(panel, 'button', t('shortcutsTitle'));
  await sees(panel, t('shortcutNext'));
  await shoot('panel-11-shortcuts', panel);
  await panel.keyboard.press('Escape');
  await leaveSession(panel);
  await sees(panel, 'Harbour Hotels');
  await shoot('panel-12-start-unfinished', panel);
}

/** The same case twice: steered by its expert, and diagnosed. */
export async function shootTwoSessions(panel: Page, shoot: Shoot): Promise<void> {
  for (const [name, lines, flags] of [
    ['pushy', PUSHY, 6],
    ['diagnostic', DIAGNOSTIC, 0],
  ] as const) {
    await startSession(panel, { client: 'Crust & Sons' });
    await typeNote(panel, `${lines.join('\n')}\n`);
    await until('its lines are looked at', async () => (await underlined(panel)).length >= flags);
    await shoot(`panel-13-${name}`, panel);
    await leaveSession(panel);
  }
}

/** As the toolbar button leaves it when it is clicked beside a call. */
async function callBeside(panel: Page): Promise<void> {
  await panel.evaluate(async () => {
    const { chrome } = globalThis as unknown as {
      chrome: {
        windows: { getCurrent(): Promise<{ id: number }> };
        storage: { session: { set(kept: object): Promise<void> } };
      };
    };
    const { id } = await chrome.windows.getCurrent();
    await chrome.storage.session.set({
      [`call:${id}`]: { url: 'https://meet.google.com/abc-defg-hij', title: 'Meet - Harbour Hotels: backups' },
    });
  });
  await panel.reload();
  await find(panel, 'button', t('callTake'));
}
