import { describe, expect, it } from 'vitest';
import { aSession, idOf } from '@/test/fixtures';
import { aStore } from '@/test/fixtures/a-store';
import type { Store } from './open-store';
import {
  listOutbox,
  listSyncStates,
  markDelivered,
  markSetback,
  type OutboxEntry,
  postponeTeam,
  readForSending,
  readSyncState,
  releaseHeld,
  sendAgain,
  sendNow,
  syncStateOf,
} from './outbox';
import { deleteSession, finishSession, saveSession } from './sessions';

const ended = (n: number, title = 'Backups') =>
  aSession({ id: idOf(n), title, finishedAt: '2026-03-02T11:00:00.000Z' });

async function entryOf(store: Store, n: number): Promise<OutboxEntry & { teamId: string }> {
  const entry = (await listOutbox(store)).find(({ sessionId }) => sessionId === idOf(n));
  if (!entry) throw new Error('nothing waits');
  return entry as OutboxEntry & { teamId: string };
}

describe('what the team confirmed', () => {
  it('leaves the outbox and is known to be with the team', async () => {
    const store = await aStore();
    await finishSession(store, ended(1), 0, 'team-a');
    await markDelivered(store, await entryOf(store, 1));
    expect(await listOutbox(store)).toEqual([]);
    expect(await readSyncState(store, idOf(1))).toEqual({ kind: 'with-team', revision: 1, at: 1_000 });
  });

  it('does not take a newer revision with it that was finished while the older was on its way', async () => {
    const store = await aStore();
    await finishSession(store, ended(1), 0, 'team-a');
    const sent = await entryOf(store, 1);
    await saveSession(store, ended(1, 'corrected'), 1);
    await markDelivered(store, sent);
    expect(await listOutbox(store)).toMatchObject([{ revision: 2, teamId: 'team-a' }]);
  });

  it('does not take a deletion with it that was asked for while the session was on its way', async () => {
    const store = await aStore();
    await finishSession(store, ended(1), 0, 'team-a');
    const sent = await entryOf(store, 1);
    await deleteSession(store, idOf(1));
    await markDelivered(store, sent);
    expect(await listOutbox(store)).toMatchObject([{ kind: 'delete' }]);
    await markDelivered(store, await entryOf(store, 1));
    expect(await listOutbox(store)).toEqual([]);
    expect(await (await store.db()).count('delivered')).toBe(0);
  });
});

describe('what did not succeed', () => {
  it('is tried later, and counts the tries, of that session only', async () => {
    const store = await aStore();
    await finishSession(store, ended(1), 0, 'team-a');
    await finishSession(store, ended(2), 0, 'team-a');
    await markSetback(store, await entryOf(store, 1), { kind: 'later', notBefore: 9_000, waitsFor: 'network' });
    expect(await entryOf(store, 1)).toMatchObject({ attempts: 1, notBefore: 9_000, waitsFor: 'network' });
    expect(await readSyncState(store, idOf(1))).toEqual({ kind: 'waiting', attempts: 1 });
    expect(await readSyncState(store, idOf(2))).toEqual({ kind: 'waiting', attempts: 0 });
  });

  it('is shown with the reason, until the expert sends it again', async () => {
    const store = await aStore();
    await finishSession(store, ended(1), 0, 'team-a');
    const refusal = { code: 'clock-skew', sentence: 'The clock of your device is ahead.' };
    await markSetback(store, await entryOf(store, 1), { kind: 'refused', refusal });
    expect(await readSyncState(store, idOf(1))).toEqual({ kind: 'refused', ...refusal });
    await sendAgain(store, idOf(1));
    expect(await readSyncState(store, idOf(1))).toEqual({ kind: 'waiting', attempts: 0 });
  });

  it('is due at once when the expert asks, keeps the count of its tries, and leaves refused and other teams’ alone', async () => {
    const store = await aStore();
    for (const [n, team] of [
      [1, 'team-a'],
      [2, 'team-a'],
      [3, 'team-b'],
    ] as const) {
      await finishSession(store, ended(n), 0, team);
      await markSetback(store, await entryOf(store, n), { kind: 'later', notBefore: 90_000, waitsFor: 'server' });
    }
    const refusal = { code: 'wrong-form', sentence: '' };
    await markSetback(store, await entryOf(store, 2), { kind: 'refused', refusal });
    expect(await sendNow(store, 'team-a')).toBe(1);
    expect(await entryOf(store, 1)).toMatchObject({ notBefore: 0, waitsFor: null, attempts: 1 });
    expect(await entryOf(store, 2)).toMatchObject({ refusal });
    expect(await entryOf(store, 3)).toMatchObject({ notBefore: 90_000 });
  });

  it('leaves alone what took its place meanwhile', async () => {
    const store = await aStore();
    await finishSession(store, ended(1), 0, 'team-a');
    const sent = await entryOf(store, 1);
    await saveSession(store, ended(1, 'corrected'), 1);
    await markSetback(store, sent, { kind: 'refused', refusal: { code: 'wrong-form', sentence: '' } });
    expect(await entryOf(store, 1)).toMatchObject({ revision: 2, refusal: null, attempts: 0 });
  });

  it('keeps its waiting time through an edit, and an edit ends a refusal', async () => {
    const store = await aStore();
    await finishSession(store, ended(1), 0, 'team-a');
    await markSetback(store, await entryOf(store, 1), { kind: 'later', notBefore: 9_000, waitsFor: 'server' });
    await saveSession(store, ended(1, 'second'), 1);
    expect(await entryOf(store, 1)).toMatchObject({ revision: 2, attempts: 1, notBefore: 9_000, waitsFor: 'server' });
    await markSetback(store, await entryOf(store, 1), { kind: 'refused', refusal: { code: 'x', sentence: 'y' } });
    await saveSession(store, ended(1, 'third'), 2);
    expect(await entryOf(store, 1)).toMatchObject({ revision: 3, attempts: 0, notBefore: 0, refusal: null });
  });

  it('makes everything for that team wait, and nothing for another', async () => {
    const store = await aStore();
    await finishSession(store, ended(1), 0, 'team-a');
    await finishSession(store, ended(2), 0, 'team-b');
    await postponeTeam(store, 'team-a', 5_000, 'server');
    expect((await listOutbox(store)).map((entry) => [entry.teamId, entry.notBefore])).toEqual([
      ['team-a', 5_000],
      ['team-b', 0],
    ]);
  });
});

describe('what is held on this device', () => {
  it('goes to a team only when the expert releases it, all or some', async () => {
    const store = await aStore();
    for (const n of [1, 2, 3]) await finishSession(store, ended(n), 0, null);
    await finishSession(store, ended(4), 0, 'team-b');
    expect(await releaseHeld(store, 'team-a', [idOf(2)])).toBe(1);
    expect(await releaseHeld(store, 'team-a')).toBe(2);
    expect(await releaseHeld(store, 'team-a')).toBe(0);
    expect((await listOutbox(store)).map((entry) => entry.teamId)).toEqual(['team-a', 'team-a', 'team-a', 'team-b']);
  });
});

it('reads session and entry as one picture, and none once the entry was replaced', async () => {
  const store = await aStore();
  await finishSession(store, ended(1), 0, 'team-a');
  const sent = await entryOf(store, 1);
  expect(await readForSending(store, sent)).toMatchObject({ entry: sent, session: { revision: 1 } });
  await saveSession(store, ended(1, 'corrected'), 1);
  expect(await readForSending(store, sent)).toBeNull();
  const newest = await entryOf(store, 1);
  await (await store.db()).put('sessions', { id: idOf(1), form: 99 } as never);
  expect(await readForSending(store, newest)).toMatchObject({ session: null });
});

it('lists where every session stands, with those that only wait to be deleted', async () => {
  const store = await aStore();
  await saveSession(store, aSession({ id: idOf(1) }), 0);
  await finishSession(store, ended(2), 0, 'team-a');
  await finishSession(store, ended(3), 0, 'team-a');
  await markDelivered(store, await entryOf(store, 3));
  await finishSession(store, ended(4), 0, 'team-a');
  await deleteSession(store, idOf(4));
  expect(Object.fromEntries([...(await listSyncStates(store))].map(([id, state]) => [id, state.kind]))).toEqual({
    [idOf(1)]: 'on-device',
    [idOf(2)]: 'waiting',
    [idOf(3)]: 'with-team',
    [idOf(4)]: 'waiting',
  });
});

it('calls a reopened session "on this device", whatever the team has of its earlier finish', () => {
  const delivered = { sessionId: idOf(1), revision: 3, teamId: 'team-a', at: 5 };
  expect(syncStateOf({ finished: false, entry: undefined, delivered })).toEqual({ kind: 'on-device' });
});

it('waits in the order in which it was finished', async () => {
  let now = 5;
  const store = await aStore(undefined, () => now);
  await finishSession(store, ended(1), 0, 'team-a');
  now = 3;
  await finishSession(store, ended(2), 0, 'team-a');
  await finishSession(store, ended(3), 0, 'team-a');
  expect((await listOutbox(store)).map(({ sessionId }) => sessionId)).toEqual([idOf(2), idOf(3), idOf(1)]);
});
