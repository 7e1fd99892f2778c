import { browser } from 'wxt/browser';
import * as z from 'zod/mini';

const KEY = 'syncStatus';

/** How the last drain ended: what a panel shows beside the states of the sessions. `signed-out`: sign in again. */
export const SyncStatus = z.object({
  kind: z.enum(['done', 'offline', 'signed-out', 'paused', 'no-team', 'storage']),
  waiting: z.number(),
  /** Milliseconds since 1970. */
  at: z.number(),
  nextAt: z.nullable(z.number()),
});
export type SyncStatus = z.infer<typeof SyncStatus>;

export async function readSyncStatus(): Promise<SyncStatus | null> {
  return parse((await browser.storage.session.get(KEY))[KEY]);
}

export async function writeSyncStatus(status: SyncStatus): Promise<void> {
  await browser.storage.session.set({ [KEY]: status });
}

/** Returns how to stop. */
export function watchSyncStatus(hear: (status: SyncStatus | null) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    if (KEY in changes) hear(parse(changes[KEY]?.newValue));
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}

function parse(stored: unknown): SyncStatus | null {
  const status = SyncStatus.safeParse(stored);
  return status.success ? status.data : null;
}
