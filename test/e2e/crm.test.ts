import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StandIn } from '@/server/crm/stand-ins/stand-in';
import { trytonStandIn } from '@/server/crm/stand-ins/tryton';
import { hasTryton } from '@/server/crm/stand-ins/trytond';
import { PASSWORD } from '@/server/test-people';
import { finishWithoutDecision } from '../browser/panel/decide';
import { typeNote } from '../browser/panel/note';
import { goToDecision, goToStage } from '../browser/panel/sequence';
import { leaveSession, startSession } from '../browser/panel/start';
import { aScene, type Scene } from '../browser/scene';
import { disclose, find, press, sees, t, write } from '../browser/screen';
import { signInOnWeb } from '../browser/web/sign-in';

/** The real Tryton: an admin connects it in the web app, an expert says in the panel whom a session was with. */
describe.skipIf(!hasTryton() && process.env.CI !== 'true')('a note on its way into Tryton', () => {
  let scene: Scene;
  let tryton: StandIn;
  let web: Page;
  beforeAll(async () => {
    tryton = await trytonStandIn();
    scene = await aScene('Tryton', { env: { EITHERWAY_PRIVATE_HOSTS: 'allowed' } });
    await tryton.addCompany({ name: 'Harbour Hotels', domain: 'harbour.example' });
    web = await (await scene.launched.browser.createBrowserContext()).newPage();
  });
  afterAll(async () => {
    await scene?.end();
    await tryton?.stop();
  });

  it('begins with an admin who connects it', async () => {
    await web.goto(`${scene.api.origin}/sign-in`);
    await signInOnWeb(web, { email: scene.team.admin.email, password: PASSWORD });
    await sees(web, t('webNoSessions'));
    await web.goto(`${scene.api.origin}/team/crm`);
    await sees(web, t('crmNothing'));
    await (await find(web, 'combobox', t('crmWhichCrm'))).select('tryton');
    await write(web, t('crmAddress'), tryton.origin);
    await write(web, t('crmTrytonDatabase'), 'crm');
    await write(web, t('crmTrytonUser'), 'admin');
    await write(web, t('crmPassword'), String(tryton.secret.password));
    await write(web, t('crmName'), 'Tryton');
    await press(web, 'button', t('crmConnect'));
    await sees(web, t('crmStateOn'));
  });

  it('asks the expert which record is meant, when nobody can know', async () => {
    const { panel } = scene;
    await startSession(panel, { client: 'Harbour Hotels', title: 'Backups' });
    await goToStage(panel, 'Problem');
    await typeNote(panel, 'They lose two days a month.');
    await goToDecision(panel);
    await finishWithoutDecision(panel, 'The line broke.');
    await sees(panel, t('syncWithTeam'));
    await sees(panel, t('crmWhichIn', { crm: 'Tryton' }), 40_000);
    expect(await tryton.items()).toEqual([]);
  });

  it('goes where the expert says, and says that it is there', async () => {
    const { panel } = scene;
    await write(panel, t('crmSearch'), 'harbour.example');
    await press(panel, 'button', t('crmSearchButton'));
    await press(panel, 'radio', `Harbour Hotels ${t('crmCompany')}, https://www.harbour.example/`);
    await press(panel, 'button', t('crmChoose'));
    await sees(panel, t('crmIn', { crm: 'Tryton' }), 40_000);
  });

  it('stands in Tryton once, as Tryton itself tells', async () => {
    const [note, ...more] = await tryton.items();
    expect(more).toEqual([]);
    expect(note?.title).toBe('Backups');
    expect(note?.body).toContain('The line broke.');
    expect(note?.body).toContain(`${scene.api.origin}/sessions/`);
    // What was typed during the talk stays here.
    expect(note?.body).not.toContain('two days a month');
  });

  it('is seen by the admin among the last deliveries', async () => {
    await web.reload();
    await sees(web, t('crmDeliveries'));
    await disclose(web, t('crmDeliveries'));
    await sees(web, 'Harbour Hotels');
    await sees(web, t('crmCountDone', 1));
  });

  it('asks nobody when the address that was typed for a person is in Tryton', async () => {
    const { panel } = scene;
    const ljerka = await tryton.addPerson({ name: 'Ljerka Horvat', email: 'ljerka@harbour.example' });
    await leaveSession(panel);
    const people = [{ name: 'Ljerka Horvat <ljerka@harbour.example>', role: '' }];
    await startSession(panel, { client: 'Harbour Hotels', title: 'Ovens', people });
    await goToDecision(panel);
    await finishWithoutDecision(panel, 'They think it over.');
    await sees(panel, t('crmIn', { crm: 'Tryton' }), 40_000);
    const notes = await tryton.items();
    expect(notes.map(({ title }) => title).toSorted()).toEqual(['Backups', 'Ovens']);
    expect(notes.find(({ title }) => title === 'Ovens')?.links).toEqual([ljerka]);
  });
});
