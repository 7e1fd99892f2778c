import type { Playbook } from '@/lib/playbooks/playbook';
import { readSettings, type Settings } from '@/lib/settings/settings';
import type { Store } from './open-store';
import type { Delivered, OutboxEntry } from './outbox-entry';

/** Everything on the device but the sign-in. Sessions are as they are stored, those that this version cannot open too. */
export type ExportFile = {
  format: 'eitherway-export';
  version: 1;
  exportedAt: string;
  settings: Settings;
  sessions: object[];
  outbox: OutboxEntry[];
  delivered: Delivered[];
  playbooks: Playbook[];
};

export async function exportAll(store: Store): Promise<ExportFile> {
  const tx = (await store.db()).transaction(['sessions', 'outbox', 'delivered', 'playbooks']);
  const [sessions, outbox, delivered, playbooks] = await Promise.all([
    tx.objectStore('sessions').getAll(),
    tx.objectStore('outbox').getAll(),
    tx.objectStore('delivered').getAll(),
    tx.objectStore('playbooks').getAll(),
  ]);
  return {
    format: 'eitherway-export',
    version: 1,
    exportedAt: new Date(store.now()).toISOString(),
    settings: await readSettings(),
    sessions,
    outbox,
    delivered,
    playbooks,
  };
}

/** One session just as it is stored, readable or not. */
export async function exportSession(store: Store, id: string): Promise<object | undefined> {
  return await (await store.db()).get('sessions', id);
}

/** E.g. `eitherway-2026-11-23.json`. */
export function exportFileName(exportedAt: string): string {
  return `eitherway-${exportedAt.slice(0, 10)}.json`;
}
