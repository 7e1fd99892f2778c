import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { writeCredential } from '@/lib/settings/credential';
import { finishSession } from '@/lib/storage/sessions';
import { aSession, idOf } from '@/test/fixtures';
import { aCredential } from '@/test/fixtures/a-credential';
import { aStore, someLocks } from '@/test/fixtures/a-store';
import { createBackgroundDrain, ensureSweep, RETRY_ALARM, SWEEP_ALARM } from './background-drain';
import type { Send, SendResult } from './send';
import { readSyncStatus, type SyncStatus, watchSyncStatus } from './sync-status';

beforeEach(() => fakeBrowser.reset());

const NOW = 1_000_000;

async function aBackground(answer: () => Promise<SendResult>, waiting = 1) {
  const store = await aStore();
  for (let n = 1; n <= waiting; n += 1) {
    await finishSession(store, aSession({ id: idOf(n), finishedAt: '2026-03-02T11:00:00.000Z' }), 0, 'team-a');
  }
  const send = vi.fn<Send>(answer);
  const openStore = vi.fn(async () => store);
  const refresh = vi.fn(async () => true);
  const parts = { openStore, sendFor: () => send, refresh, now: () => NOW, random: () => 0, locks: someLocks() };
  return { store, send, openStore, refresh, background: createBackgroundDrain(parts) };
}
const retryAt = async () => (await fakeBrowser.alarms.get(RETRY_ALARM))?.scheduledTime;

describe('the background', () => {
  it('sends what waits, and wakes for nothing when nothing is left', async () => {
    await writeCredential(aCredential());
    const { background, send } = await aBackground(async () => ({ kind: 'accepted' }));
    expect(await background.drain(true)).toEqual({ kind: 'done', waiting: 0, at: NOW, nextAt: null });
    expect(send).toHaveBeenCalledOnce();
    expect(await retryAt()).toBeUndefined();
    expect(await readSyncStatus()).toMatchObject({ kind: 'done' });
  });

  it('sends nothing without a team', async () => {
    const { background, send } = await aBackground(async () => ({ kind: 'accepted' }));
    expect(await background.drain(true)).toMatchObject({ kind: 'no-team' });
    await writeCredential(aCredential({ teamId: null }));
    expect(await background.drain(true)).toMatchObject({ kind: 'no-team' });
    expect(send).not.toHaveBeenCalled();
  });

  it('sends nothing to the team of yesterday when the person has changed the team', async () => {
    await writeCredential(aCredential());
    const { background, send, refresh } = await aBackground(async () => ({ kind: 'accepted' }));
    refresh.mockImplementation(async () => {
      await writeCredential(aCredential({ teamId: 'team-b' }));
      return true;
    });
    expect(await background.drain(false)).toMatchObject({ kind: 'done', waiting: 0 });
    expect(send).not.toHaveBeenCalled();
  });

  it('asks nobody on an alarm when nothing waits, and sends nothing once the sign-in is over', async () => {
    await writeCredential(aCredential());
    const idle = await aBackground(async () => ({ kind: 'accepted' }), 0);
    expect(await idle.background.drain(false)).toMatchObject({ kind: 'done' });
    expect(idle.refresh).not.toHaveBeenCalled();
    const over = await aBackground(async () => ({ kind: 'accepted' }));
    over.refresh.mockResolvedValue(false);
    expect(await over.background.drain(false)).toMatchObject({ kind: 'signed-out', waiting: 1, nextAt: null });
    expect(over.send).not.toHaveBeenCalled();
  });

  it('is woken for the next try, not earlier than the browser allows', async () => {
    await writeCredential(aCredential());
    const offline = await aBackground(async () => ({ kind: 'offline' }));
    expect(await offline.background.drain(true)).toMatchObject({ kind: 'offline', nextAt: NOW + 2_000 });
    expect(await retryAt()).toBe(NOW + 30_000);
    const busy = await aBackground(async () => ({ kind: 'retry', everyone: true, askedMs: 600_000 }));
    await busy.background.drain(true);
    expect(await retryAt()).toBe(NOW + 600_000);
  });

  it('is woken again when it is stopped in the middle of sending', async () => {
    await writeCredential(aCredential());
    let during: number | undefined;
    const { background } = await aBackground(async () => {
      during = await retryAt();
      return { kind: 'accepted' };
    });
    await background.drain(true);
    expect(during).toBe(NOW + 60_000);
  });

  it('sets no time while the sign-in is over, and says so', async () => {
    await writeCredential(aCredential());
    const { background } = await aBackground(async () => ({ kind: 'signed-out' }));
    await background.drain(true);
    expect(await readSyncStatus()).toMatchObject({ kind: 'signed-out', waiting: 1, nextAt: null });
    expect(await retryAt()).toBeUndefined();
  });

  it('tries again after the store could not be opened', async () => {
    await writeCredential(aCredential());
    const { background, openStore } = await aBackground(async () => ({ kind: 'accepted' }));
    openStore.mockRejectedValueOnce(new Error('blocked'));
    expect(await background.drain(true)).toMatchObject({ kind: 'storage' });
    expect(await retryAt()).toBe(NOW + 60_000);
    expect(await background.drain(true)).toMatchObject({ kind: 'done', waiting: 0 });
  });

  it('answers calls that come during a drain by one more drain after it', async () => {
    await writeCredential(aCredential());
    const gate = Promise.withResolvers<SendResult>();
    const { background, store, send } = await aBackground(() => gate.promise);
    const first = background.drain(true);
    await vi.waitFor(() => expect(send).toHaveBeenCalledOnce());
    const [second, third] = [background.drain(false), background.drain(true)];
    expect(second).toBe(third);
    await finishSession(store, aSession({ id: idOf(9), finishedAt: '2026-03-02T11:00:00.000Z' }), 0, 'team-a');
    gate.resolve({ kind: 'accepted' });
    expect(await first).toMatchObject({ kind: 'done' });
    expect(await second).toMatchObject({ kind: 'done', waiting: 0 });
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('uses the real clock and the API of the sign-in when nothing else is given', async () => {
    await writeCredential(aCredential({ apiOrigin: 'https://api.example' }));
    const fetch = vi.fn(async () => new Response('{"code":"unavailable","title":"x"}', { status: 503 }));
    vi.stubGlobal('fetch', fetch);
    onTestFinished(() => void vi.unstubAllGlobals());
    const { store } = await aBackground(async () => ({ kind: 'accepted' }));
    const background = createBackgroundDrain({ openStore: async () => store, locks: someLocks() });
    expect(await background.drain(false)).toMatchObject({ kind: 'paused', waiting: 1 });
    const asked = (fetch.mock.calls as unknown[][]).map(([address]) => String(address));
    expect(asked).toEqual(['https://api.example/api/me', `https://api.example/api/sessions/${idOf(1)}`]);
  });
});

it('sweeps twice an hour, and waking up does not put it off', async () => {
  await ensureSweep();
  const first = await fakeBrowser.alarms.get(SWEEP_ALARM);
  expect(first?.periodInMinutes).toBe(30);
  await ensureSweep();
  expect(await fakeBrowser.alarms.get(SWEEP_ALARM)).toEqual(first);
});

it('tells every window how the last drain ended', async () => {
  const heard: (SyncStatus | null)[] = [];
  const stop = watchSyncStatus((status) => heard.push(status));
  const { background } = await aBackground(async () => ({ kind: 'accepted' }));
  await background.drain(false);
  await fakeBrowser.storage.session.set({ other: 1 });
  await fakeBrowser.storage.session.set({ syncStatus: 'odd' });
  stop();
  await background.drain(false);
  expect(heard).toEqual([{ kind: 'no-team', waiting: 0, at: NOW, nextAt: null }, null]);
});
