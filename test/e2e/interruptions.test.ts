import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  closePanel,
  EXTENSION_ID,
  openPanel,
  reloadExtension,
  serviceWorkerOf,
  stopServiceWorker,
  until,
} from '../browser';
import { notesOf } from '../browser/device-store';
import { finishWithoutDecision } from '../browser/panel/decide';
import { enterNote, noteLines, typeNote, waitUntilSaved } from '../browser/panel/note';
import { currentQuestion, goToDecision, goToStage, markAsked } from '../browser/panel/sequence';
import { leaveSession, openListed, startSession } from '../browser/panel/start';
import { aScene, type Scene } from '../browser/scene';
import { sees, t } from '../browser/screen';

let scene: Scene;

beforeAll(async () => {
  scene = await aScene('Interruptions');
});
afterAll(() => scene?.end());

describe('a session in the panel', () => {
  it('stands where it stood after the extension was reloaded in mid-call', async () => {
    const { browser } = scene.launched;
    await startSession(scene.panel, { client: 'Reloaded' });
    await goToStage(scene.panel, 'Cost');
    await markAsked(scene.panel);
    const question = await currentQuestion(scene.panel);
    await typeNote(scene.panel, 'Half a day each time.');
    await waitUntilSaved(scene.panel);
    await reloadExtension(browser);
    scene.panel = await openPanel(browser);
    await openListed(scene.panel, 'Reloaded');
    expect(await currentQuestion(scene.panel)).toBe(question);
    expect(await noteLines(scene.panel)).toEqual(['Half a day each time.']);
    await leaveSession(scene.panel);
  });

  it('has every key that was pressed before the panel was closed', async () => {
    const { browser } = scene.launched;
    await openListed(scene.panel, 'Reloaded');
    await enterNote(scene.panel);
    await scene.panel.keyboard.type(' And a night of one person.');
    // At once, with no pause in which anything could be stored: the panel's own farewell must do it.
    await closePanel(browser, scene.panel);
    scene.panel = await openPanel(browser);
    await openListed(scene.panel, 'Reloaded');
    expect(await noteLines(scene.panel)).toEqual(['Half a day each time. And a night of one person.']);
    await leaveSession(scene.panel);
  });

  it('finishes and reaches the team although the service worker was stopped', async () => {
    const { browser } = scene.launched;
    await startSession(scene.panel, { client: 'Stopped' });
    await typeNote(scene.panel, 'The worker sleeps.');
    await goToDecision(scene.panel);
    await stopServiceWorker(browser);
    expect(serviceWorkerOf(browser)).toBeUndefined();
    await finishWithoutDecision(scene.panel, 'Out of time.');
    await sees(scene.panel, t('syncWithTeam'));
    await leaveSession(scene.panel);
  });
});

describe('two windows on one session', () => {
  /** The panel's page in a tab: the same code on the same store, as the panel of a second window is. */
  async function secondWindow(client: string): Promise<Page> {
    const page = await scene.launched.browser.newPage();
    await page.goto(`chrome-extension://${EXTENSION_ID}/sidepanel.html`);
    await openListed(page, client);
    return page;
  }

  it('show the same: what one stores the other follows', async () => {
    await startSession(scene.panel, { client: 'Both' });
    await typeNote(scene.panel, 'Typed in the first.');
    await waitUntilSaved(scene.panel);
    const second = await secondWindow('Both');
    expect(await noteLines(second)).toEqual(['Typed in the first.']);
    await typeNote(second, ' Typed in the second.');
    await waitUntilSaved(second);
    await sees(scene.panel, 'Typed in the first. Typed in the second.');
    await second.close();
    await leaveSession(scene.panel);
  });

  it('overwrite nothing when both are typed in at once: one goes on in a copy', async () => {
    await openListed(scene.panel, 'Both');
    const second = await secondWindow('Both');
    await Promise.all([enterNote(scene.panel), enterNote(second)]);
    await Promise.all([scene.panel.keyboard.type(' From the panel.'), second.keyboard.type(' From the tab.')]);
    await until('what was typed in either is kept', async () => {
      const kept = (await notesOf(scene.panel, 'Both')).join('\n');
      return kept.includes('From the panel.') && kept.includes('From the tab.');
    });
    await second.close();
  });
});
