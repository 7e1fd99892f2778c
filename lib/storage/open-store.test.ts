import { forceCloseDatabase } from 'fake-indexeddb';
import { openDB, unwrap } from 'idb';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { aSession } from '@/test/fixtures';
import { aStore } from '@/test/fixtures/a-store';
import { openStore } from './open-store';
import { readSession, saveSession } from './sessions';
import type { StoreNews } from './store-news';
import { upgrades } from './upgrades';

describe('the store', () => {
  it('has every part in a new browser', async () => {
    const db = await (await aStore()).db();
    expect([...db.objectStoreNames]).toEqual(['delivered', 'heads', 'outbox', 'playbooks', 'sessions']);
    expect(db.version).toBe(upgrades.length);
  });

  it('opens again by itself after the browser closed it', async () => {
    const store = await aStore();
    await saveSession(store, aSession(), 0);
    const before = await store.db();
    forceCloseDatabase(unwrap(before) as never);
    expect(await store.db()).not.toBe(before);
    expect(await readSession(store, aSession().id)).toMatchObject({ kind: 'found' });
  });

  it('makes way for a newer version, and says that this one is too old for it', async () => {
    const store = await aStore();
    const newer = await openDB(store.name, upgrades.length + 1);
    onTestFinished(() => newer.close());
    await expect(store.db()).rejects.toMatchObject({ name: 'StorageError', problem: 'newer' });
  });

  it('says that an older window is in the way, and opens once it is gone', async () => {
    const name = crypto.randomUUID();
    // A window of the version before this one that does not listen: nothing makes it close.
    const old = await openDB(name, upgrades.length);
    const steps = [...upgrades, () => {}];
    await expect(openStore(name, Date.now, steps)).rejects.toMatchObject({ problem: 'blocked' });
    old.close();
    const store = await openStore(name, Date.now, steps);
    onTestFinished(() => store.close());
    expect((await store.db()).version).toBe(steps.length);
  });

  it('refuses everything once it is closed', async () => {
    const store = await aStore();
    store.close();
    await expect(store.db()).rejects.toMatchObject({ problem: 'closed' });
    expect(() => store.announce({ kind: 'outbox' })).not.toThrow();
  });
});

describe('news', () => {
  it('reach this window and every other on the same store, until they stop listening', async () => {
    const name = crypto.randomUUID();
    const [here, there, elsewhere] = [await aStore(name), await aStore(name), await aStore()];
    const heard: [string, StoreNews][] = [];
    const stop = here.listen((news) => heard.push(['here', news]));
    there.listen((news) => heard.push(['there', news]));
    elsewhere.listen((news) => heard.push(['elsewhere', news]));
    here.announce({ kind: 'outbox' });
    await vi.waitFor(() => expect(heard).toHaveLength(2));
    stop();
    there.announce({ kind: 'cleared' });
    await vi.waitFor(() => expect(heard).toHaveLength(3));
    expect(heard).toEqual([
      ['here', { kind: 'outbox' }],
      ['there', { kind: 'outbox' }],
      ['there', { kind: 'cleared' }],
    ]);
  });
});
