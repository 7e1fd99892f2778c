import { browser } from 'wxt/browser';
import { rememberCall } from '@/lib/call/call-memory';
import { watchCredential } from '@/lib/settings/credential';
import { type BackgroundDrain, ensureSweep, RETRY_ALARM, SWEEP_ALARM } from './background-drain';
import { DrainMessage } from './drain-message';

/** Firefox's sidebar; Chrome has none. */
type SidebarAction = { toggle(): Promise<void> };

/**
 * Registers every listener at once and synchronously, so that the browser can wake a stopped service worker for them.
 * No state is kept here: whatever was lost with the worker is read from storage.
 */
export function wireBackground({ drain }: BackgroundDrain): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') void browser.tabs.create({ url: '/welcome.html' });
    void ensureSweep();
    void drain(true);
  });
  browser.runtime.onStartup.addListener(() => {
    void ensureSweep();
    void drain(true);
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === RETRY_ALARM || name === SWEEP_ALARM) void drain(false);
  });
  self.addEventListener('online', () => void drain(true));
  // Signed in, perhaps anew: what waited for that need not wait for the next sweep.
  watchCredential((credential) => {
    if (credential?.teamId) void drain(true);
  });
  browser.runtime.onMessage.addListener((message: unknown, sender, answer) => {
    const asked = DrainMessage.safeParse(message);
    if (sender.id !== browser.runtime.id || !asked.success) return;
    drain(asked.data.networkBack).then(answer, () => answer(null));
    return true;
  });
  browser.action.onClicked.addListener((tab) => {
    // First, and without waiting for anything: the browser opens a panel only during the click.
    void openPanel(tab.windowId);
    void rememberCall(tab.windowId, tab);
  });
}

function openPanel(windowId: number): Promise<void> {
  const { sidebarAction } = browser as unknown as { sidebarAction?: SidebarAction };
  return sidebarAction ? sidebarAction.toggle() : browser.sidePanel.open({ windowId });
}
