import { describe, expect, it } from 'vitest';
import { aNo, aSession, idOf } from '@/test/fixtures';
import { aStore } from '@/test/fixtures/a-store';
import { listOutbox, readSyncState } from './outbox';
import { deleteSession, finishSession, isWithTeam, listSessions, readSession, saveSession } from './sessions';

const finished = (change = {}) => aSession({ finishedAt: '2026-03-02T11:00:00.000Z', decision: aNo(), ...change });

describe('saving', () => {
  it('stores a new session as revision 1 and each change as the next', async () => {
    const store = await aStore();
    const first = await saveSession(store, aSession(), 0);
    expect(first).toMatchObject({ kind: 'saved', session: { revision: 1 } });
    expect(await saveSession(store, aSession({ title: 'Backups again' }), 1)).toMatchObject({
      kind: 'saved',
      session: { revision: 2 },
    });
    expect(await readSession(store, aSession().id)).toMatchObject({
      kind: 'found',
      session: { revision: 2, title: 'Backups again' },
    });
  });

  it('writes nothing over a revision that it has not seen, and gives what is stored', async () => {
    const store = await aStore();
    await saveSession(store, aSession({ title: 'theirs' }), 0);
    expect(await saveSession(store, aSession({ title: 'mine' }), 0)).toMatchObject({
      kind: 'conflict',
      stored: { title: 'theirs', revision: 1 },
    });
    expect(await readSession(store, aSession().id)).toMatchObject({ session: { title: 'theirs' } });
  });

  it('does not bring back a session that was deleted meanwhile', async () => {
    const store = await aStore();
    await saveSession(store, aSession(), 0);
    await deleteSession(store, aSession().id);
    expect(await saveSession(store, aSession(), 1)).toEqual({ kind: 'conflict', stored: null });
    expect(await readSession(store, aSession().id)).toEqual({ kind: 'missing' });
  });

  it('never writes over a document that it cannot read', async () => {
    const store = await aStore();
    const newer = { id: idOf(1), form: 99, brandNew: true };
    await (await store.db()).put('sessions', newer);
    expect(await saveSession(store, aSession({ id: idOf(1) }), 0)).toEqual({ kind: 'conflict', stored: null });
    expect(await (await store.db()).get('sessions', idOf(1))).toEqual(newer);
  });

  it('keeps a text that is longer than a team may receive, and opens it again', async () => {
    const store = await aStore();
    const title = 'long '.repeat(100);
    await saveSession(store, aSession({ title }), 0);
    expect(await readSession(store, aSession().id)).toMatchObject({ kind: 'found', session: { title } });
  });

  it('says which storage problem stopped it', async () => {
    const store = await aStore();
    store.close();
    await expect(saveSession(store, aSession(), 0)).rejects.toMatchObject({ problem: 'closed' });
  });
});

describe('finishing', () => {
  it('puts session and outbox entry on the device together', async () => {
    const store = await aStore();
    await saveSession(store, aSession(), 0);
    await finishSession(store, finished(), 1, 'team-a');
    expect(await listOutbox(store)).toMatchObject([
      { sessionId: aSession().id, revision: 2, kind: 'put', teamId: 'team-a', attempts: 0, refusal: null },
    ]);
    expect(await readSyncState(store, aSession().id)).toEqual({ kind: 'waiting', attempts: 0 });
  });

  it('stores neither when the session was changed elsewhere', async () => {
    const store = await aStore();
    await saveSession(store, aSession(), 0);
    expect(await finishSession(store, finished(), 0, 'team-a')).toMatchObject({ kind: 'conflict' });
    expect(await listOutbox(store)).toEqual([]);
  });

  it('holds the session on the device without a team', async () => {
    const store = await aStore();
    await finishSession(store, finished(), 0, null);
    expect(await readSyncState(store, aSession().id)).toEqual({ kind: 'on-device' });
  });

  it('is refused for a session that is not finished', async () => {
    const store = await aStore();
    expect(() => finishSession(store, aSession(), 0, 'team-a')).toThrow('unfinished');
  });

  it('is followed by every later edit, for the same team', async () => {
    const store = await aStore();
    await finishSession(store, finished(), 0, 'team-a');
    await saveSession(store, finished({ title: 'corrected' }), 1);
    expect(await listOutbox(store)).toMatchObject([{ revision: 2, teamId: 'team-a' }]);
  });

  it('takes the session out of the outbox again when it is reopened', async () => {
    const store = await aStore();
    await finishSession(store, finished(), 0, 'team-a');
    await saveSession(store, aSession(), 1);
    expect(await listOutbox(store)).toEqual([]);
    expect(await readSyncState(store, aSession().id)).toEqual({ kind: 'on-device' });
  });

  it('is not forgotten by reopening: what was on its way is deleted at the team, too', async () => {
    const store = await aStore();
    await finishSession(store, finished(), 0, 'team-a');
    await saveSession(store, aSession(), 1);
    await deleteSession(store, aSession().id);
    expect(await listOutbox(store)).toMatchObject([{ sessionId: aSession().id, kind: 'delete', teamId: 'team-a' }]);
  });

  it('leaves nothing to delete elsewhere when it was held on the device and reopened', async () => {
    const store = await aStore();
    await finishSession(store, finished(), 0, null);
    await saveSession(store, aSession(), 1);
    await deleteSession(store, aSession().id);
    expect(await listOutbox(store)).toEqual([]);
  });
});

describe('the list', () => {
  it('has every session once, the last touched first', async () => {
    const store = await aStore();
    await saveSession(store, aSession({ id: idOf(1), updatedAt: '2026-03-01T10:00:00.000Z' }), 0);
    await saveSession(store, aSession({ id: idOf(2), updatedAt: '2026-03-03T10:00:00.000Z' }), 0);
    await saveSession(store, aSession({ id: idOf(3), updatedAt: '2026-03-01T10:00:00.000Z' }), 0);
    expect((await listSessions(store)).map((head) => head.id)).toEqual([idOf(2), idOf(3), idOf(1)]);
  });

  it('tells that a decision was reached, never which', async () => {
    const store = await aStore();
    await finishSession(store, finished(), 0, null);
    const [head] = await listSessions(store);
    expect(head).toMatchObject({ decisionReached: true, client: 'Harbour Hotels', unreadable: null });
    expect(JSON.stringify(head)).not.toContain('outcome');
  });

  it('works out a row that is missing or of another form', async () => {
    const store = await aStore();
    await saveSession(store, aSession({ id: idOf(1) }), 0);
    await saveSession(store, aSession({ id: idOf(2), title: 'Second' }), 0);
    const db = await store.db();
    await db.delete('heads', idOf(1));
    await db.put('heads', { ...(await listSessions(store))[0], id: idOf(2), title: 'old row', form: 0 } as never);
    expect((await listSessions(store)).map((head) => head.title).sort()).toEqual(['Backups', 'Second']);
  });

  it('names what it cannot open, as far as it can be read', async () => {
    const store = await aStore();
    const db = await store.db();
    await db.put('sessions', { id: 'newer', form: 2, revision: 7, client: { name: 'Kite' }, title: 'x' } as never);
    await db.put('sessions', { id: 'broken', form: 1, client: 'Kite', finishedAt: '2026-01-01' } as never);
    expect(await listSessions(store)).toMatchObject([
      { id: 'newer', unreadable: 'newer-form', client: 'Kite', revision: 7, title: 'x', finishedAt: null },
      { id: 'broken', unreadable: 'broken', client: 'Kite', revision: 0, title: '', finishedAt: '2026-01-01' },
    ]);
  });
});

describe('deleting', () => {
  it('knows whether a team has it, or may have it, before and after it was opened again', async () => {
    const store = await aStore();
    const { id } = aSession();
    await saveSession(store, aSession(), 0);
    expect(await isWithTeam(store, id)).toBe(false);
    await finishSession(store, finished(), 1, null);
    expect(await isWithTeam(store, id)).toBe(false);
    await finishSession(store, finished(), 2, 'team-1');
    expect(await isWithTeam(store, id)).toBe(true);
    await saveSession(store, aSession(), 3);
    expect(await isWithTeam(store, id)).toBe(true);
  });

  it('tells a team that has the session, or may be receiving it right now', async () => {
    const store = await aStore();
    await finishSession(store, finished(), 0, 'team-a');
    await deleteSession(store, aSession().id);
    expect(await listSessions(store)).toEqual([]);
    expect(await listOutbox(store)).toMatchObject([{ kind: 'delete', revision: 1, teamId: 'team-a' }]);
  });

  it('tells nobody of a session that never left the device', async () => {
    const store = await aStore();
    await finishSession(store, finished(), 0, null);
    await deleteSession(store, aSession().id);
    expect(await listOutbox(store)).toEqual([]);
  });

  it('leaves what the team has, if only this device is meant', async () => {
    const store = await aStore();
    await finishSession(store, finished(), 0, 'team-a');
    await deleteSession(store, aSession().id, 'device');
    expect(await listOutbox(store)).toEqual([]);
  });
});
