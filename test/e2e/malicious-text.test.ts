import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PASSWORD } from '@/server/test-people';
import { finishWithoutDecision } from '../browser/panel/decide';
import { typeNote, waitUntilSaved } from '../browser/panel/note';
import { addOwnQuestion, goToDecision, skip } from '../browser/panel/sequence';
import { startSession } from '../browser/panel/start';
import { aScene, type Scene } from '../browser/scene';
import { openAllDetails, sees, t } from '../browser/screen';
import { openSessionOf } from '../browser/web/sessions';
import { signInOnWeb } from '../browser/web/sign-in';

const MARKUP = '<img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script>';
const CLIENT = `A & B ${MARKUP}`;
const NOTE = `they said ${MARKUP} [x](javascript:globalThis.hacked=1)`;

let scene: Scene;

beforeAll(async () => {
  scene = await aScene('Malicious');
});
afterAll(() => scene?.end());

async function expectOnlyText(page: Page): Promise<void> {
  expect(await page.evaluate(() => (globalThis as { hacked?: number }).hacked)).toBeUndefined();
  expect(await page.$$('img[src="x"], a[href^="javascript"], body script:not([src])')).toHaveLength(0);
}

describe('markup that somebody typed', () => {
  it('stays text in the panel: client, question, note, reason and summary', async () => {
    const { panel } = scene;
    await startSession(panel, { client: CLIENT, people: [{ name: MARKUP, role: MARKUP }] });
    await addOwnQuestion(panel, MARKUP);
    await typeNote(panel, `${NOTE}\n`);
    await waitUntilSaved(panel);
    await skip(panel, MARKUP);
    await expectOnlyText(panel);
    await goToDecision(panel);
    await finishWithoutDecision(panel, MARKUP);
    await sees(panel, MARKUP);
    await expectOnlyText(panel);
    await sees(panel, t('syncWithTeam'));
  });

  it('stays text on the lead’s pages', async () => {
    const context = await scene.launched.browser.createBrowserContext();
    const web = await context.newPage();
    await web.goto(`${scene.api.origin}/sign-in`);
    await signInOnWeb(web, { email: scene.team.lead.email, password: PASSWORD });
    await sees(web, CLIENT);
    await expectOnlyText(web);
    await openSessionOf(web, CLIENT);
    await openAllDetails(web);
    await sees(web, NOTE);
    await expectOnlyText(web);
  });
});
