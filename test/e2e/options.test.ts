import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestApi } from '@/server/test-api';
import { ask } from '@/server/test-people';
import { aSession } from '@/test/fixtures';
import { until } from '../browser';
import { axeInBothThemes, sidewaysScroll } from '../browser/axe';
import { drain, putFinished } from '../browser/device-store';
import { openOptions } from '../browser/panel/sign-in';
import { aScene, type Scene } from '../browser/scene';
import { find, isThere, press, sees, t, write } from '../browser/screen';

let scene: Scene;
let options: Page;
const asked = (path: string) => ask({ origin: scene.api.origin } as TestApi, scene.team.expert, 'GET', path);
const devices = async () => ((await asked('/api/devices')).body.devices as unknown[]).length;

beforeAll(async () => {
  scene = await aScene('Options');
});
afterAll(async () => await scene?.end());

/** Each step goes on where the last one stopped. */
describe('the options', () => {
  it('send at once what waits, when asked', async () => {
    await scene.api.kill();
    await putFinished(scene.panel, [aSession({ finishedAt: new Date().toISOString() })], scene.team.id);
    await drain(scene.panel);
    await scene.api.again();
    options = await openOptions(scene.launched.browser);
    await sees(options, t('optionsWaiting', 1));
    await press(options, 'button', t('syncSendNow'));
    await sees(options, t('syncSentAll'));
    expect((await asked('/api/sessions')).body.sessions).toHaveLength(1);
    expect(await isThere(options, 'button', t('syncSendNow'))).toBe(false);
  });

  it('try the flags on pasted lines, with no finding of axe and nothing to scroll sideways', async () => {
    await sees(options, t('playgroundEmptyText'));
    await write(options, t('playgroundField'), 'anchor 480, land 395\nthe NAS is in the same rack');
    await sees(options, t('playgroundFound', 1));
    await sees(options, t('playgroundLine', { line: 1 }));
    expect(await axeInBothThemes(options)).toEqual([]);
    const before = options.viewport();
    await options.setViewport({ width: 360, height: 800 });
    expect(await sidewaysScroll(options)).toBe(0);
    await options.setViewport(before);
    await press(options, 'textbox', t('playgroundField'));
    await options.keyboard.press('Tab');
    await options.keyboard.press('Tab');
    await options.keyboard.type(t('playgroundStageCost'));
    const chosen = await find(options, 'combobox', t('playgroundStage'));
    expect(await chosen.evaluate((element) => (element as HTMLSelectElement).value)).toBe('cost');
  });

  it('delete all of it here, and the sign-in at the server too', async () => {
    expect(await devices()).toBe(1);
    await press(options, 'button', t('dataDelete'));
    await press(options, 'button', t('dataDeleteNow'));
    await sees(options, t('dataDeleted'));
    await until('the device is revoked', async () => (await devices()) === 0);
    await find(options, 'button', t('optionsSignIn'));
    expect(await isThere(options, 'link', t('optionsStillSignedInOpen'))).toBe(false);
  });
});
