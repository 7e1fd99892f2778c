import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Session } from '@/lib/session/session';
import { aSession, idOf } from '@/test/fixtures';
import { aStore } from '@/test/fixtures/a-store';
import type { Store } from './open-store';
import { createSessionWriter, type WriterConflict, type WriterOptions } from './session-writer';
import { deleteSession, listSessions, readSession, saveSession } from './sessions';

afterEach(() => vi.useRealTimers());

async function aWriter(store: Store, options: Partial<WriterOptions> = {}) {
  const conflicts: WriterConflict[] = [];
  const writer = createSessionWriter({
    store,
    session: { ...aSession(), revision: 0 },
    onConflict: (conflict) => conflicts.push(conflict),
    newId: () => idOf(77),
    ...options,
  });
  onTestFinished(() => writer.dispose());
  return { writer, conflicts };
}

const retitled = (title: string) => (session: Session) => ({ ...session, title });
const titleOnDisk = async (store: Store, id = aSession().id) => {
  const read = await readSession(store, id);
  return read.kind === 'found' ? read.session.title : read.kind;
};
/** Lets the database and the news of other windows work, without waiting for any length of time. */
async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}

describe('a writer', () => {
  it('stores a session that was never stored, as soon as it is flushed', async () => {
    const store = await aStore();
    const { writer } = await aWriter(store);
    expect(writer.state()).toBe('pending');
    await writer.flush();
    expect(writer.state()).toBe('saved');
    expect(writer.current().revision).toBe(1);
    await writer.flush();
    expect(writer.current().revision).toBe(1);
  });

  it('stores within 250 ms of the first unsaved keystroke, however long the typing goes on', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const store = await aStore();
    const { writer } = await aWriter(store);
    await writer.flush();
    for (let key = 1; key <= 40; key += 1) {
      writer.update(retitled(`key ${key}`));
      vi.advanceTimersByTime(50);
      if (key < 5) continue;
      const oldest = key - 4;
      await until(async () => Number((await titleOnDisk(store)).replace('key ', '')) >= oldest);
    }
    expect(writer.current().revision).toBeLessThanOrEqual(20);
  });

  it('stores under a flood of keys, though no timer gets its turn', async () => {
    const store = await aStore();
    const { writer } = await aWriter(store);
    await writer.flush();
    const clock = vi.spyOn(performance, 'now').mockReturnValue(1_000);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    writer.update(retitled('first key'));
    clock.mockReturnValue(1_101);
    writer.update(retitled('key after 101 ms'));
    clock.mockRestore();
    await until(async () => (await titleOnDisk(store)) === 'key after 101 ms');
  });

  it('tells its listeners of every change and of every save, until they stop listening', async () => {
    const store = await aStore();
    const { writer } = await aWriter(store);
    const states: string[] = [];
    const stop = writer.subscribe(() => states.push(writer.state()));
    writer.update(retitled('one'));
    await writer.flush();
    stop();
    writer.update(retitled('two'));
    expect(states).toEqual(['pending', 'saved']);
  });

  it('does nothing for a change that changes nothing', async () => {
    const store = await aStore();
    const { writer } = await aWriter(store);
    await writer.flush();
    writer.update((session) => session);
    expect(writer.state()).toBe('saved');
  });

  it('keeps what was typed while a write was under way', async () => {
    const store = await aStore();
    const { writer } = await aWriter(store);
    writer.update(retitled('first'));
    const flushed = writer.flush();
    writer.update(retitled('second'));
    await flushed;
    expect(await titleOnDisk(store)).toBe('second');
  });

  it('stores what is unsaved when it is disposed of', async () => {
    const store = await aStore();
    const { writer } = await aWriter(store);
    writer.update(retitled('last words'));
    await writer.dispose();
    expect(await titleOnDisk(store)).toBe('last words');
  });
});

describe('a write that fails', () => {
  it('keeps the text, says why, and tries again until it succeeds', async () => {
    const store = await aStore();
    const { writer } = await aWriter(store);
    await writer.flush();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const db = vi.spyOn(store, 'db').mockRejectedValue(new DOMException('no room', 'QuotaExceededError'));
    writer.update(retitled('kept'));
    vi.advanceTimersByTime(250);
    await until(() => writer.state() === 'failed');
    expect(writer.problem()).toBe('full');
    vi.advanceTimersByTime(250);
    await until(() => db.mock.calls.length === 2);
    db.mockRestore();
    await until(() => {
      vi.advanceTimersByTime(500);
      return writer.state() === 'saved';
    });
    expect(await titleOnDisk(store)).toBe('kept');
    expect(writer.problem()).toBeNull();
  });

  it('goes on trying after its screen was left', async () => {
    const store = await aStore();
    const { writer } = await aWriter(store);
    await writer.flush();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const db = vi.spyOn(store, 'db').mockRejectedValueOnce(new DOMException('no room', 'QuotaExceededError'));
    writer.update(retitled('left behind'));
    await writer.dispose();
    expect(await titleOnDisk(store)).toBe('Backups');
    vi.advanceTimersByTime(250);
    await until(async () => (await titleOnDisk(store)) === 'left behind');
    expect(db).toHaveBeenCalled();
  });

  it('ends a flush instead of holding up the page', async () => {
    const store = await aStore();
    const { writer } = await aWriter(store);
    const db = vi.spyOn(store, 'db').mockRejectedValue(new Error('odd'));
    await writer.flush();
    expect([writer.state(), writer.problem()]).toEqual(['failed', 'unknown']);
    db.mockRestore();
    await writer.flush();
    expect(writer.state()).toBe('saved');
  });
});

describe('two windows on one session', () => {
  async function twoWindows() {
    const name = crypto.randomUUID();
    const [here, there] = [await aStore(name), await aStore(name)];
    await saveSession(here, aSession(), 0);
    const session = { ...aSession(), revision: 1 };
    const far = { delayMs: 60_000 };
    return { here, a: await aWriter(here, { session, ...far }), b: await aWriter(there, { session, ...far }) };
  }

  it('shows in one what was stored in the other', async () => {
    const { a, b } = await twoWindows();
    a.writer.update(retitled('from a'));
    await a.writer.flush();
    await until(() => b.writer.current().title === 'from a');
    b.writer.update((session) => ({ ...session, client: { name: 'from b' } }));
    await b.writer.flush();
    await until(() => a.writer.current().client.name === 'from b');
    expect([...a.conflicts, ...b.conflicts]).toEqual([]);
  });

  it('puts the later edits into a copy that says so, and goes on there', async () => {
    const { here, a, b } = await twoWindows();
    a.writer.update(retitled('from a'));
    b.writer.update((session) => ({ ...session, title: 'from b', finishedAt: '2026-03-02T11:00:00.000Z' }));
    await Promise.all([a.writer.flush(), b.writer.flush()]);
    const [loser, winner] = a.conflicts.length > 0 ? [a, b] : [b, a];
    expect(winner.conflicts).toEqual([]);
    expect(loser.conflicts).toMatchObject([{ kind: 'copied', copy: { id: idOf(77), finishedAt: null } }]);
    expect(loser.writer.current()).toMatchObject({ id: idOf(77), revision: 1 });
    expect((await listSessions(here)).map((head) => head.title).sort()).toEqual(
      [winner.writer.current().title, loser.writer.current().title].sort(),
    );
    expect(loser.writer.current().title).toMatch(/^from [ab] \(copy\)$/);
    loser.writer.update(retitled('typed on'));
    await loser.writer.flush();
    expect(await titleOnDisk(here, idOf(77))).toBe('typed on');
  });

  it('tells of the copy even when it could be stored only later', async () => {
    const { a, b } = await twoWindows();
    a.writer.update(retitled('from a'));
    await a.writer.flush();
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('no room', 'QuotaExceededError');
    });
    b.writer.update(retitled('from b'));
    await b.writer.flush();
    expect([b.writer.state(), b.conflicts]).toEqual(['failed', []]);
    full.mockRestore();
    await b.writer.flush();
    expect(b.conflicts).toMatchObject([{ kind: 'copied', copy: { title: 'from b (copy)', revision: 1 } }]);
  });

  it('makes no copy when one of them only looked around', async () => {
    const { a, b } = await twoWindows();
    b.writer.update((session) => ({ ...session, cursor: { ...session.cursor, view: 'decide' } }));
    a.writer.update(retitled('from a'));
    await a.writer.flush();
    await b.writer.flush();
    expect(b.conflicts).toEqual([]);
    expect(b.writer.current().title).toBe('from a');
  });

  it('says that the other deleted it, and keeps what was typed since in a copy', async () => {
    const { here, a, b } = await twoWindows();
    b.writer.update(retitled('still wanted'));
    await deleteSession(here, aSession().id);
    expect(a.conflicts).toEqual([{ kind: 'deleted' }]);
    await b.writer.flush();
    expect(await titleOnDisk(here, idOf(77))).toBe('still wanted (copy)');
  });

  it('lets a mere move of the cursor go with a deleted session', async () => {
    const { here, b } = await twoWindows();
    b.writer.update((session) => ({ ...session, cursor: { ...session.cursor, view: 'decide' } }));
    await deleteSession(here, aSession().id);
    await b.writer.flush();
    expect(b.conflicts).toEqual([{ kind: 'deleted' }]);
    expect(await listSessions(here)).toEqual([]);
  });

  it('brings nothing back after everything was deleted', async () => {
    const { here, b } = await twoWindows();
    b.writer.update(retitled('too late'));
    here.announce({ kind: 'cleared' });
    await until(() => b.conflicts.length > 0);
    await b.writer.flush();
    expect(await titleOnDisk(here)).toBe('Backups');
  });

  it('hears of what the same window stores by another way', async () => {
    const { here, a } = await twoWindows();
    await saveSession(here, aSession({ title: 'finished here' }), 1);
    await until(() => a.writer.current().title === 'finished here');
    expect(a.writer.current().revision).toBe(2);
  });
});
