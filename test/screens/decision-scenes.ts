import type { Page } from 'puppeteer-core';
import { v7 } from 'uuid';
import type { Session } from '@/lib/session/session';
import { aNo, aNotYet, anAt, aSession, aYes } from '@/test/fixtures';
import { goOffline, type Launched } from '../browser';
import { putFinished } from '../browser/device-store';
import { addNextStep, chooseOutcome, finish, tryToFinish, writeDecision } from '../browser/panel/decide';
import { goToDecision } from '../browser/panel/sequence';
import { leaveSession, openListed } from '../browser/panel/start';
import { find, press, sees, t } from '../browser/screen';
import type { Shoot } from './shooter';

/** The decision of the unfinished session, what is missing of it, and its summary. */
export async function shootDecision({ browser }: Launched, panel: Page, shoot: Shoot): Promise<void> {
  await openListed(panel, 'Harbour Hotels');
  await goToDecision(panel);
  await shoot('panel-20-decide-empty', panel);
  await chooseOutcome(panel, 'outcomeNotYet');
  await tryToFinish(panel);
  await shoot('panel-21-decide-what-is-missing', panel);
  await writeDecision(panel, {
    leave: { good: 'No work before the season.', bad: 'One fire takes the server and its copy.' },
    elsewhere: { good: 'Davor knows the house.', bad: 'He has two hours a week.' },
    playback: 'The copy lies in the same rack, and nobody has restored one since spring.',
    outcome: 'outcomeNo',
    to: 'An outside service for the backups this year',
    reason: 'A restore test with what we own tells us first whether anything is needed.',
    objectives: 'Open in high season whatever happens',
    tookPart: ['Ljerka, IT manager'],
  });
  await addNextStep(panel, { text: 'Restore test on a spare machine', name: 'Davor', day: '2027-01-15' });
  for (const outcome of ['outcomeYes', 'outcomeNotYet', 'outcomeNo'] as const) {
    await chooseOutcome(panel, outcome);
    await shoot(`panel-22-decide-${outcome.replace('outcome', '').toLowerCase()}`, panel);
  }
  await finish(panel);
  await shoot('panel-23-summary-on-this-device', panel);
  await press(panel, 'button', t('summaryDelete'));
  await shoot('panel-24-delete-asked', panel);
  await panel.keyboard.press('Escape');
  const back = await goOffline(browser);
  await sees(panel, t('noticeOffline'));
  await shoot('panel-25-offline', panel);
  await back();
  await leaveSession(panel);
}

/** The list with sessions in every state, long names, and what was stored by a newer version. */
export async function shootList(panel: Page, shoot: Shoot): Promise<void> {
  const finished = (client: string, decision: Session['decision']): Session => {
    const now = new Date().toISOString();
    return {
      ...aSession({ id: v7(), client: { name: client }, decision }),
      startedAt: now,
      updatedAt: now,
      finishedAt: now,
    };
  };
  const long = `${'Internationale Gesellschaft für Kühlhäuser und Lagerwirtschaft '.repeat(2)}mbH`;
  await putFinished(
    panel,
    [finished('Möbelhaus Nord', aYes()), finished(long, aNo()), finished('Kessler', aNotYet())],
    null,
  );
  await panel.reload();
  await sees(panel, 'Kessler');
  await shoot('panel-30-start-finished', panel);
  await openListed(panel, 'Kessler');
  await sees(panel, t('summaryCopyMarkdown'));
  await shoot('panel-31-summary-not-yet', panel);
  await panel.evaluate((id) => {
    location.hash = `session/${id}`;
  }, anAt().newId());
  await sees(panel, t('sessionMissing'));
  await shoot('panel-32-session-missing', panel);
  await press(panel, 'button', t('sessionBack'));
  await find(panel, 'textbox', t('startClient'));
}
