import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readCall } from '@/lib/call/call-memory';
import { clearCredential, writeCredential } from '@/lib/settings/credential';
import { aCredential } from '@/test/fixtures/a-credential';
import { RETRY_ALARM, SWEEP_ALARM } from './background-drain';
import { askToDrain } from './drain-message';
import type { SyncStatus } from './sync-status';
import { wireBackground } from './wire-background';

const status: SyncStatus = { kind: 'done', waiting: 0, at: 1, nextAt: null };
const tab = { id: 4, windowId: 7, url: 'https://meet.google.com/abc-defg-hij', title: 'Meet - Harbour Hotels' };

beforeEach(() => fakeBrowser.reset());

function wired(drain = vi.fn(async (_networkBack: boolean) => status)) {
  const sidePanel = { open: vi.fn(async () => {}) };
  Object.assign(fakeBrowser, { sidePanel });
  onTestFinished(() => {
    Reflect.deleteProperty(fakeBrowser, 'sidePanel');
    Reflect.deleteProperty(fakeBrowser, 'sidebarAction');
  });
  wireBackground({ drain });
  return { drain, sidePanel };
}
const message = (asked: unknown, sender: object, answer = vi.fn()) =>
  fakeBrowser.runtime.onMessage.trigger(asked, sender as Browser.runtime.MessageSender, answer);
const me = { id: fakeBrowser.runtime.id };

describe('the background is woken', () => {
  it('by the installation: shows the welcome page once and sends what waits', async () => {
    const { drain } = wired();
    const open = vi.spyOn(fakeBrowser.tabs, 'create');
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' } as Browser.runtime.InstalledDetails);
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update' } as Browser.runtime.InstalledDetails);
    expect(open).toHaveBeenCalledExactlyOnceWith({ url: '/welcome.html' });
    expect(drain.mock.calls).toEqual([[true], [true]]);
    expect(await fakeBrowser.alarms.get(SWEEP_ALARM)).toBeDefined();
  });

  it('by the start of the browser', async () => {
    const { drain } = wired();
    await fakeBrowser.runtime.onStartup.trigger();
    expect(drain).toHaveBeenCalledExactlyOnceWith(true);
  });

  it('by its own alarms only', async () => {
    const { drain } = wired();
    for (const name of [RETRY_ALARM, SWEEP_ALARM, 'another']) {
      await fakeBrowser.alarms.onAlarm.trigger({ name, scheduledTime: 0 } as Browser.alarms.Alarm);
    }
    expect(drain.mock.calls).toEqual([[false], [false]]);
  });

  it('by the network that comes back', () => {
    const { drain } = wired();
    self.dispatchEvent(new Event('online'));
    expect(drain).toHaveBeenCalledExactlyOnceWith(true);
  });
});

describe('a sign-in', () => {
  it('sends what waited for it; a sign-out sends nothing', async () => {
    const { drain } = wired();
    await writeCredential(aCredential());
    expect(drain).toHaveBeenCalledExactlyOnceWith(true);
    await clearCredential();
    expect(drain).toHaveBeenCalledOnce();
  });
});

describe('a message to the background', () => {
  it('makes it send, and is answered with how that ended', async () => {
    const { drain } = wired();
    const answer = vi.fn();
    expect(await message({ kind: 'drain', networkBack: true }, me, answer)).toEqual([true]);
    await vi.waitFor(() => expect(answer).toHaveBeenCalledWith(status));
    await message({ kind: 'drain' }, me);
    expect(drain.mock.calls).toEqual([[true], [false]]);
  });

  it('is answered even when sending failed', async () => {
    wired(vi.fn(async () => Promise.reject(new Error('odd'))));
    const answer = vi.fn();
    await message({ kind: 'drain' }, me, answer);
    await vi.waitFor(() => expect(answer).toHaveBeenCalledWith(null));
  });

  it.each([
    ['from elsewhere', { kind: 'drain' }, { id: 'another-extension' }],
    ['of another kind', { kind: 'delete-all' }, me],
    ['that is none', 'drain', me],
  ])('%s does nothing', async (_, asked, sender) => {
    const { drain } = wired();
    expect(await message(asked, sender)).toEqual([undefined]);
    expect(drain).not.toHaveBeenCalled();
  });
});

describe('asking from the panel', () => {
  it('gives what the background answered, and nothing when it cannot be reached or answers oddly', async () => {
    const sendMessage = vi.spyOn(
      fakeBrowser.runtime as { sendMessage(asked: object): Promise<unknown> },
      'sendMessage',
    );
    sendMessage.mockResolvedValueOnce(status).mockResolvedValueOnce('odd').mockRejectedValueOnce(new Error('no end'));
    expect(await askToDrain(true)).toEqual(status);
    expect(sendMessage).toHaveBeenCalledWith({ kind: 'drain', networkBack: true });
    expect(await askToDrain()).toBeNull();
    expect(await askToDrain()).toBeNull();
  });
});

describe('a click on the toolbar button', () => {
  it('opens the panel within the click, and remembers the call beside it', async () => {
    const { sidePanel } = wired();
    const clicked = fakeBrowser.action.onClicked.trigger(tab as Browser.tabs.Tab);
    expect(sidePanel.open).toHaveBeenCalledExactlyOnceWith({ windowId: 7 });
    await clicked;
    await vi.waitFor(async () => expect(await readCall(7)).toMatchObject({ kind: 'meet', title: 'Harbour Hotels' }));
    expect(await readCall(8)).toBeNull();
  });

  it('opens the sidebar on Firefox', async () => {
    const sidebarAction = { toggle: vi.fn(async () => {}) };
    const { sidePanel } = wired();
    Object.assign(fakeBrowser, { sidebarAction });
    await fakeBrowser.action.onClicked.trigger(tab as Browser.tabs.Tab);
    expect(sidebarAction.toggle).toHaveBeenCalledOnce();
    expect(sidePanel.open).not.toHaveBeenCalled();
  });
});
