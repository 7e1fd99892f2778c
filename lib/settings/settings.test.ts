import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { aCredential } from '@/test/fixtures/a-credential';
import { clearCredential, readCredential, watchCredential, writeCredential } from './credential';
import { readSettings, type Settings, watchSettings, writeSettings } from './settings';

beforeEach(() => fakeBrowser.reset());

describe('settings', () => {
  it('begin with no team, no name and no sensitivity chosen', async () => {
    expect(await readSettings()).toEqual({ apiOrigin: '', expertName: '', sensitivity: null });
  });

  it('keep what a change does not name', async () => {
    await writeSettings({ expertName: 'Tobias', apiOrigin: 'https://api.example' });
    expect(await writeSettings({ sensitivity: 'quiet' })).toEqual(await readSettings());
    expect(await readSettings()).toEqual({
      apiOrigin: 'https://api.example',
      expertName: 'Tobias',
      sensitivity: 'quiet',
    });
  });

  it('lose only the value that is broken', async () => {
    const broken = { apiOrigin: 'javascript:alert(1)', expertName: 'Tobias', sensitivity: 'loud' };
    await fakeBrowser.storage.local.set({ settings: broken });
    expect(await readSettings()).toEqual({ apiOrigin: '', expertName: 'Tobias', sensitivity: null });
    await fakeBrowser.storage.local.set({ settings: 'odd' });
    expect((await readSettings()).expertName).toBe('');
  });

  it('reach every window that watches them', async () => {
    const heard: Settings[] = [];
    const stop = watchSettings((settings) => heard.push(settings));
    await writeSettings({ expertName: 'Tobias' });
    await writeCredential(aCredential());
    stop();
    await writeSettings({ expertName: 'Ana' });
    expect(heard.map(({ expertName }) => expertName)).toEqual(['Tobias']);
  });
});

describe('the sign-in', () => {
  it('is kept until it is cleared', async () => {
    expect(await readCredential()).toBeNull();
    await writeCredential(aCredential());
    expect(await readCredential()).toEqual(aCredential());
    await clearCredential();
    expect(await readCredential()).toBeNull();
  });

  it('counts as none when it is broken', async () => {
    await fakeBrowser.storage.local.set({ credential: { token: 'only' } });
    expect(await readCredential()).toBeNull();
  });

  it('reaches every window that watches it', async () => {
    const heard: (string | undefined)[] = [];
    const stop = watchCredential((credential) => heard.push(credential?.name));
    await writeCredential(aCredential());
    await writeSettings({ expertName: 'Ana' });
    await clearCredential();
    stop();
    await writeCredential(aCredential({ name: 'Ana' }));
    expect(heard).toEqual(['Tobias', undefined]);
  });
});
