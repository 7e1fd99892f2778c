import { browser } from 'wxt/browser';
import { type Credential, readCredential } from '@/lib/settings/credential';
import type { Store } from '@/lib/storage/open-store';
import { type DrainOptions, drainOutbox, waitingFor } from './drain-outbox';
import { createSend, type Send } from './send';
import { refreshCredential } from './sign-in';
import { type SyncStatus, writeSyncStatus } from './sync-status';

/** The next try; the browser wakes the service worker for it. */
export const RETRY_ALARM = 'eitherway-retry';
/** Finds what a panel enqueued but had no time to tell (its window was closed just then). */
export const SWEEP_ALARM = 'eitherway-sweep';
const SWEEP_MINUTES = 30;
/** Chrome fires no alarm earlier than 30 s from now. */
const SOONEST_MS = 30_000;

export type BackgroundDrain = {
  /** Sends what waits. Calls during a drain are answered by one more drain after it. */
  drain(networkBack: boolean): Promise<SyncStatus>;
};

type Parts = {
  openStore: () => Promise<Store>;
  sendFor?: (credential: Credential) => Send;
  /** Brings the sign-in up to date with the API; false when it is over. */
  refresh?: () => Promise<boolean>;
} & Pick<DrainOptions, 'now' | 'random' | 'locks'>;

export function createBackgroundDrain(parts: Parts): BackgroundDrain {
  const { openStore, sendFor = createSend, refresh = refreshCredential, now = Date.now, ...rest } = parts;
  let store: Promise<Store> | null = null;
  let running: Promise<SyncStatus> | null = null;
  let next: Promise<SyncStatus> | null = null;
  let nextNetworkBack = false;

  async function drainNow(networkBack: boolean): Promise<SyncStatus> {
    const status = await attempt(networkBack);
    await writeSyncStatus(status);
    if (status.nextAt === null) await browser.alarms.clear(RETRY_ALARM);
    else await browser.alarms.create(RETRY_ALARM, { when: Math.max(status.nextAt, now() + SOONEST_MS) });
    return status;
  }

  async function attempt(networkBack: boolean): Promise<SyncStatus> {
    const known = await readCredential();
    if (!known) return { kind: 'no-team', ...nothing() };
    // Set before anything is sent: should this worker be stopped in the middle, the alarm brings it back.
    await browser.alarms.create(RETRY_ALARM, { when: now() + 2 * SOONEST_MS });
    try {
      store ??= openStore();
      return await sendWaiting(await store, known, networkBack);
    } catch {
      store = null;
      return { kind: 'storage', ...nothing(), nextAt: now() + 2 * SOONEST_MS };
    }
  }

  async function sendWaiting(open: Store, known: Credential, networkBack: boolean): Promise<SyncStatus> {
    const waiting = known.teamId === null ? 0 : (await waitingFor(open, known.teamId)).length;
    // A person may have joined or left a team meanwhile, and nothing may reach another team than the one it is for.
    const stands = networkBack || waiting > 0 ? await refresh() : true;
    if (!stands) return { kind: 'signed-out', ...nothing(), waiting };
    const credential = await readCredential();
    if (!credential?.teamId) return { kind: 'no-team', ...nothing() };
    const { teamId } = credential;
    const send = sendFor(credential);
    const { kind, nextAt, ...left } = await drainOutbox({ ...rest, store: open, teamId, send, now, networkBack });
    return { kind, waiting: left.waiting, at: now(), nextAt };
  }

  function nothing() {
    return { waiting: 0, at: now(), nextAt: null };
  }

  return {
    drain(networkBack) {
      if (!running) {
        running = drainNow(networkBack).finally(() => {
          running = null;
        });
        return running;
      }
      nextNetworkBack ||= networkBack;
      next ??= running.then(again, again);
      return next;
    },
  };

  function again(): Promise<SyncStatus> {
    const networkBack = nextNetworkBack;
    next = null;
    nextNetworkBack = false;
    running = drainNow(networkBack).finally(() => {
      running = null;
    });
    return running;
  }
}

/** Creates the sweep once; creating it anew at every wake-up would put it off for ever. */
export async function ensureSweep(): Promise<void> {
  if (!(await browser.alarms.get(SWEEP_ALARM))) {
    await browser.alarms.create(SWEEP_ALARM, { periodInMinutes: SWEEP_MINUTES });
  }
}
