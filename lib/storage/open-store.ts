import { type IDBPDatabase, openDB } from 'idb';
import { StorageError } from './storage-problem';
import type { StoreNews } from './store-news';
import { type StoreSchema, upgrades } from './upgrades';

export type Database = IDBPDatabase<StoreSchema>;

/** What the browser keeps on this device. Panel, options and service worker each open their own; transactions hold them together. */
export type Store = {
  name: string;
  /** The open database; opens it again after the browser closed it. Throws a StorageError. */
  db(): Promise<Database>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Tells every window of this device, this one included. */
  announce(news: StoreNews): void;
  /** Hears what this and other windows announce. Returns how to stop. */
  listen(hear: (news: StoreNews) => void): () => void;
  close(): void;
};

/** Opens the store and resolves once the database is there. Throws a StorageError when the browser refuses. */
export async function openStore(
  name = 'eitherway',
  now: () => number = Date.now,
  steps: typeof upgrades = upgrades,
): Promise<Store> {
  const listeners = new Set<(news: StoreNews) => void>();
  const hearAll = (news: StoreNews) => {
    for (const hear of [...listeners]) hear(news);
  };
  const channel = new BroadcastChannel(name);
  channel.onmessage = (event: MessageEvent<StoreNews>) => hearAll(event.data);

  let opening: Promise<Database> | null = null;
  let closed = false;
  const store: Store = {
    name,
    now,
    db() {
      if (closed) return Promise.reject(new StorageError('closed'));
      opening ??= openDatabase(name, steps, () => {
        opening = null;
      });
      return opening;
    },
    announce(news) {
      if (!closed) channel.postMessage(news);
      hearAll(news);
    },
    listen(hear) {
      listeners.add(hear);
      return () => {
        listeners.delete(hear);
      };
    },
    close() {
      closed = true;
      listeners.clear();
      channel.close();
      opening?.then(
        (db) => db.close(),
        () => {},
      );
    },
  };
  await store.db();
  return store;
}

/** `onGone`: the database was closed under us (or never opened); the next call opens it again. */
function openDatabase(name: string, steps: typeof upgrades, onGone: () => void): Promise<Database> {
  return new Promise((resolve, reject) => {
    let refused = false;
    const refuse = (problem: unknown) => {
      refused = true;
      onGone();
      reject(StorageError.from(problem));
    };
    openDB<StoreSchema>(name, steps.length, {
      upgrade(db, from) {
        for (const step of steps.slice(from)) step(db);
      },
      // Another window still holds the older form. It closes by itself (`blocking`); meanwhile say so, and be asked again.
      blocked: () => refuse(new StorageError('blocked')),
      blocking: (_from, _to, event) => {
        onGone();
        (event.target as IDBDatabase).close();
      },
      terminated: onGone,
    }).then((db) => (refused ? db.close() : resolve(db)), refuse);
  });
}
