import { describe, expect, it, vi } from 'vitest';
import type { Store } from '@/lib/storage/open-store';
import { listOutbox, readSyncState } from '@/lib/storage/outbox';
import { deleteSession, finishSession, saveSession } from '@/lib/storage/sessions';
import { aSession, idOf } from '@/test/fixtures';
import { aStore, someLocks } from '@/test/fixtures/a-store';
import { type DrainOptions, drainOutbox } from './drain-outbox';
import type { Send, SendResult } from './send';

const ended = (n: number, title = 'Backups') =>
  aSession({ id: idOf(n), title, finishedAt: '2026-03-02T11:00:00.000Z' });
const accepted: SendResult = { kind: 'accepted' };

/** Finishes sessions 1 to n for team-a, in this order. */
async function aStoreWith(n: number): Promise<Store> {
  let now = 0;
  const store = await aStore(undefined, () => now);
  for (now = 1; now <= n; now += 1) await finishSession(store, ended(now), 0, 'team-a');
  return store;
}

function sending(answers: (n: number, times: number) => SendResult) {
  const sent: number[] = [];
  const send = vi.fn<Send>(async (entry) => {
    const n = Number.parseInt(entry.sessionId.slice(-12), 16);
    sent.push(n);
    return answers(n, sent.filter((one) => one === n).length);
  });
  return { sent, send };
}

const drain = (store: Store, send: Send, more: Partial<DrainOptions> = {}) =>
  drainOutbox({ store, teamId: 'team-a', send, now: () => 1_000, random: () => 0, locks: someLocks(), ...more });

describe('draining the outbox', () => {
  it('sends everything that is due, the oldest first', async () => {
    const store = await aStoreWith(3);
    const { sent, send } = sending(() => accepted);
    expect(await drain(store, send)).toEqual({ kind: 'done', delivered: 3, refused: 0, waiting: 0, nextAt: null });
    expect(sent).toEqual([1, 2, 3]);
    expect(await readSyncState(store, idOf(2))).toMatchObject({ kind: 'with-team', revision: 1 });
  });

  it('sends nothing to a team that it was not meant for', async () => {
    const store = await aStoreWith(1);
    await finishSession(store, ended(2), 0, 'team-b');
    await finishSession(store, ended(3), 0, null);
    const { sent, send } = sending(() => accepted);
    expect(await drain(store, send)).toMatchObject({ delivered: 1, waiting: 0, nextAt: null });
    expect(sent).toEqual([1]);
    expect(await listOutbox(store)).toHaveLength(2);
  });

  it('stops at a network that is away, and lets all wait', async () => {
    const store = await aStoreWith(3);
    const { sent, send } = sending(() => ({ kind: 'offline' }));
    expect(await drain(store, send)).toEqual({
      kind: 'offline',
      delivered: 0,
      refused: 0,
      waiting: 3,
      nextAt: 3_000,
    });
    expect(sent).toEqual([1]);
    expect((await listOutbox(store)).map((entry) => [entry.attempts, entry.notBefore, entry.waitsFor])).toEqual([
      [1, 3_000, 'network'],
      [0, 3_000, 'network'],
      [0, 3_000, 'network'],
    ]);
  });

  it('tries before its time what waits for the network, once it is back', async () => {
    const store = await aStoreWith(2);
    await drain(store, sending(() => ({ kind: 'offline' })).send);
    expect(await drain(store, sending(() => accepted).send)).toMatchObject({ delivered: 0, waiting: 2, nextAt: 3_000 });
    expect(await drain(store, sending(() => accepted).send, { networkBack: true })).toMatchObject({ delivered: 2 });
  });

  it('leaves an API alone for as long as it asks, even when the network is back', async () => {
    const store = await aStoreWith(2);
    const busy = sending(() => ({ kind: 'retry', everyone: true, askedMs: 60_000 }));
    expect(await drain(store, busy.send)).toMatchObject({ kind: 'paused', waiting: 2, nextAt: 61_000 });
    const { sent, send } = sending(() => accepted);
    await drain(store, send, { networkBack: true });
    expect(sent).toEqual([]);
    expect(await drain(store, send, { now: () => 61_000 })).toMatchObject({ delivered: 2 });
  });

  it('goes on past a session that the API stumbles over', async () => {
    const store = await aStoreWith(3);
    const { sent, send } = sending((n) => (n === 1 ? { kind: 'retry', everyone: false, askedMs: 0 } : accepted));
    expect(await drain(store, send)).toMatchObject({ kind: 'done', delivered: 2, waiting: 1, nextAt: 3_000 });
    expect(sent).toEqual([1, 2, 3]);
  });

  it('keeps a refused session with the reason, tries it no more, and goes on', async () => {
    const store = await aStoreWith(2);
    const refusal = { code: 'clock-skew', sentence: 'The clock of your device is ahead.' };
    const { send } = sending((n) => (n === 1 ? { kind: 'refused', refusal } : accepted));
    expect(await drain(store, send)).toMatchObject({ delivered: 1, refused: 1, waiting: 0, nextAt: null });
    expect(await readSyncState(store, idOf(1))).toEqual({ kind: 'refused', ...refusal });
    const again = sending(() => accepted);
    await drain(store, again.send, { now: () => 1e12, networkBack: true });
    expect(again.sent).toEqual([]);
  });

  it('stops when the sign-in is over, counts no try, and sets no time', async () => {
    const store = await aStoreWith(2);
    const { sent, send } = sending(() => ({ kind: 'signed-out' }));
    expect(await drain(store, send)).toEqual({
      kind: 'signed-out',
      delivered: 0,
      refused: 0,
      waiting: 2,
      nextAt: null,
    });
    expect(sent).toEqual([1]);
    expect(await listOutbox(store)).toMatchObject([{ attempts: 0 }, { attempts: 0 }]);
  });

  it('sends at once what was edited while an older revision was on its way', async () => {
    const store = await aStoreWith(1);
    const revisions: number[] = [];
    const send: Send = async (entry, session) => {
      revisions.push(session?.revision ?? 0);
      if (entry.revision === 1) await saveSession(store, ended(1, 'corrected'), 1);
      return accepted;
    };
    expect(await drain(store, send)).toMatchObject({ delivered: 2, waiting: 0 });
    expect(revisions).toEqual([1, 2]);
  });

  it('sends deletions without a session', async () => {
    const store = await aStoreWith(1);
    await deleteSession(store, idOf(1));
    const send = vi.fn<Send>(async () => accepted);
    await drain(store, send);
    expect(send).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ kind: 'delete' }), null);
    expect(await listOutbox(store)).toEqual([]);
  });

  it('passes over what another window took from the outbox in between', async () => {
    const store = await aStoreWith(2);
    const { sent, send } = sending(() => accepted);
    const meddling: Send = async (...given) => {
      await saveSession(store, aSession({ id: idOf(2) }), 1);
      return send(...given);
    };
    expect(await drain(store, meddling)).toMatchObject({ delivered: 1, waiting: 0 });
    expect(sent).toEqual([1]);
  });

  it('sends each session once when two windows drain together', async () => {
    const store = await aStoreWith(5);
    const { sent, send } = sending(() => accepted);
    const locks = someLocks();
    await Promise.all([drain(store, send, { locks }), drain(store, send, { locks })]);
    expect(sent).toEqual([1, 2, 3, 4, 5]);
  });

  it('drains without locks where the browser has none', async () => {
    const store = await aStoreWith(1);
    expect(await drain(store, sending(() => accepted).send, { locks: undefined })).toMatchObject({ delivered: 1 });
    await finishSession(store, ended(2), 0, 'team-a');
    vi.stubGlobal('navigator', { locks: someLocks() });
    expect(await drainOutbox({ store, teamId: 'team-a', send: async () => accepted })).toMatchObject({ delivered: 1 });
    vi.unstubAllGlobals();
  });
});
