import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApi } from '@/server/test-api';
import { aFinished, ask, PASSWORD } from '@/server/test-people';
import { goOffline, until } from '../browser';
import { drain, putFinished } from '../browser/device-store';
import { finishWithoutDecision } from '../browser/panel/decide';
import { typeNote, waitUntilSaved } from '../browser/panel/note';
import { goToDecision } from '../browser/panel/sequence';
import { openOptions, signInByCode } from '../browser/panel/sign-in';
import { leaveSession, openListed, startSession } from '../browser/panel/start';
import { aScene, type Scene } from '../browser/scene';
import { find, isThere, press, sees, seesNoMore, t } from '../browser/screen';

let scene: Scene;

beforeAll(async () => {
  scene = await aScene('Troubles');
});
afterAll(() => scene?.end());

async function finishOne(client: string): Promise<void> {
  const { panel } = scene;
  await startSession(panel, { client });
  await typeNote(panel, 'Two racks, one of them old.\n');
  await goToDecision(panel);
  await finishWithoutDecision(panel, 'The line broke.');
}

describe('a session finished while the network is away', () => {
  it('waits, says so, and goes to the team when the network is back', async () => {
    const { panel, launched } = scene;
    const online = await goOffline(launched.browser);
    await finishOne('Offline Inc');
    await sees(panel, t('syncWaiting'));
    await sees(panel, t('noticeOffline'));
    await leaveSession(panel);
    await finishOne('Offline Two');
    await leaveSession(panel);
    await sees(panel, t('syncWaitingMany', { count: 2 }));
    await online();
    await seesNoMore(panel, t('syncWaitingMany', { count: 2 }));
    await sees(panel, t('syncWithTeam'));
    await until('both are with the team', async () => {
      const { body } = await ask({ origin: scene.api.origin } as TestApi, scene.team.lead, 'GET', '/api/sessions');
      const clients = (body.sessions as { client: string }[]).map(({ client }) => client);
      return clients.includes('Offline Inc') && clients.includes('Offline Two');
    });
  });

  it('keeps notes typed while the network is away', async () => {
    const { panel, launched } = scene;
    const online = await goOffline(launched.browser);
    await startSession(panel, { client: 'Away' });
    await typeNote(panel, 'Typed without a network.');
    await waitUntilSaved(panel);
    await online();
    await leaveSession(panel);
    await openListed(panel, 'Away');
    await sees(panel, 'Typed without a network.');
    await leaveSession(panel);
  });
});

describe('a session that the team’s server does not accept', () => {
  it('is shown with the reason, can be exported, and stays', async () => {
    const { panel, team } = scene;
    const unknown = aFinished({ client: { name: 'Refused Ltd' }, playbook: { id: 'no-such-playbook', version: 7 } });
    await putFinished(panel, [unknown], team.id);
    await drain(panel);
    await panel.reload();
    await openListed(panel, 'Refused Ltd');
    await sees(panel, t('summaryRefused'));
    await sees(panel, 'playbook');
    expect(await isThere(panel, 'button', t('noticeExport'))).toBe(true);
    await leaveSession(panel);
    await sees(panel, t('syncRefused'));
  });
});

describe('an expert whose sign-in was revoked', () => {
  it('is told so, loses nothing, and has what waits sent after signing in again', async () => {
    const { panel, team, api, launched } = scene;
    const asAt = { origin: api.origin } as TestApi;
    const { body } = await ask(asAt, team.expert, 'GET', '/api/devices');
    for (const { id } of body.devices as { id: string }[]) await ask(asAt, team.expert, 'DELETE', `/api/devices/${id}`);
    await finishOne('Revoked GmbH');
    await sees(panel, t('syncWaiting'));
    await leaveSession(panel);
    await sees(panel, t('startSignedOut'));

    const leaving = await openOptions(launched.browser);
    await press(leaving, 'button', t('optionsSignOut'));
    await find(leaving, 'textbox', t('optionsAddress'));
    await leaving.close();
    const options = await signInByCode(launched.browser, api.origin, { email: team.expert.email, password: PASSWORD });
    await options.close();
    await until('it is with the team', async () => {
      const answer = await ask(asAt, team.lead, 'GET', '/api/sessions');
      return (answer.body.sessions as { client: string }[]).some(({ client }) => client === 'Revoked GmbH');
    });
    await seesNoMore(panel, t('startSignedOut'));
  });
});
