import { browser } from 'wxt/browser';
import type { Store } from './open-store';
import { StorageError } from './storage-problem';

/** Deletes everything on this device: sessions, what waits to be sent, playbooks, settings and the sign-in. What a team has stays with it. */
export async function deleteAll(store: Store): Promise<void> {
  try {
    const db = await store.db();
    const names = [...db.objectStoreNames];
    const tx = db.transaction(names, 'readwrite', { durability: 'strict' });
    await Promise.all([...names.map((name) => tx.objectStore(name).clear()), tx.done]);
  } catch (error) {
    throw StorageError.from(error);
  }
  store.announce({ kind: 'cleared' });
  await Promise.all([browser.storage.local.clear(), browser.storage.session.clear()]);
}
