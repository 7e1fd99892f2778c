import type { Page } from 'puppeteer-core';
import type { Session } from '@/lib/session/session';
import type { Credential } from '@/lib/settings/credential';
import { headOf } from '@/lib/storage/session-head';

/** Signs the extension in without the screens: for tests that are about something else. */
export async function signInWith(page: Page, credential: Credential): Promise<void> {
  await page.evaluate((kept) => (globalThis as unknown as { chrome: Chrome }).chrome.storage.local.set(kept), {
    credential,
    settings: { apiOrigin: credential.apiOrigin, expertName: credential.name, sensitivity: 'normal' },
  });
}

type Chrome = {
  storage: { local: { set(kept: object): Promise<void> } };
  runtime: { sendMessage(message: object): Promise<unknown> };
};

/** Asks the background to send what waits, as a panel does when the network is back; resolves when it has tried. */
export async function drain(page: Page): Promise<void> {
  await page.evaluate(() =>
    (globalThis as unknown as { chrome: Chrome }).chrome.runtime.sendMessage({ kind: 'drain', networkBack: true }),
  );
}

/** Puts finished sessions on the device, each with its entry in the outbox, in one transaction like a finish. */
export async function putFinished(page: Page, sessions: readonly Session[], teamId: string | null): Promise<void> {
  const rows = sessions.map((session) => ({
    session,
    head: headOf(session),
    entry: {
      sessionId: session.id,
      revision: session.revision,
      kind: 'put',
      teamId,
      enqueuedAt: Date.now(),
      attempts: 0,
      notBefore: 0,
      waitsFor: null,
      refusal: null,
    },
  }));
  await page.evaluate(async (all) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('eitherway');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const tx = db.transaction(['sessions', 'heads', 'outbox'], 'readwrite');
    for (const { session, head, entry } of all) {
      tx.objectStore('sessions').put(session);
      tx.objectStore('heads').put(head);
      tx.objectStore('outbox').put(entry);
    }
    await new Promise((resolve, reject) => {
      tx.oncomplete = resolve;
      tx.onabort = () => reject(tx.error);
    });
    db.close();
  }, rows);
}

/** How many rows a store of the device holds. */
export async function countOf(page: Page, store: 'sessions' | 'outbox' | 'delivered'): Promise<number> {
  return await page.evaluate(async (name) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('eitherway');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const counting = db.transaction(name).objectStore(name).count();
    const count = await new Promise<number>((resolve) => {
      counting.onsuccess = () => resolve(counting.result);
    });
    db.close();
    return count;
  }, store);
}

/** The notes of every session with this client, as the device keeps them. */
export async function notesOf(page: Page, client: string): Promise<string[]> {
  return await page.evaluate(async (name) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('eitherway');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    const reading = db.transaction('sessions').objectStore('sessions').getAll();
    const all = await new Promise<{ client: { name: string }; notes: { text: string }[] }[]>((resolve) => {
      reading.onsuccess = () => resolve(reading.result);
    });
    db.close();
    return all.filter((each) => each.client.name === name).flatMap(({ notes }) => notes.map(({ text }) => text));
  }, client);
}
