import type { DBSchema, IDBPDatabase } from 'idb';
import type { Playbook } from '@/lib/playbooks/playbook';
import type { Delivered, OutboxEntry } from './outbox-entry';
import type { SessionHead } from './session-head';

export type StoreSchema = DBSchema & {
  /** Documents of any form, as they were written: `readDocument` says what can be read. */
  sessions: { key: string; value: { id: string } };
  /** One small row a session, written in the same transaction, so that lists read no notes. */
  heads: { key: string; value: SessionHead };
  outbox: { key: string; value: OutboxEntry };
  delivered: { key: string; value: Delivered };
  playbooks: { key: [string, number]; value: Playbook };
};

/** Step i brings the database from version i to i + 1. Steps are never changed once shipped, only added. */
export const upgrades: readonly ((db: IDBPDatabase<StoreSchema>) => void)[] = [
  (db) => {
    db.createObjectStore('sessions', { keyPath: 'id' });
    db.createObjectStore('heads', { keyPath: 'id' });
    db.createObjectStore('outbox', { keyPath: 'sessionId' });
    db.createObjectStore('delivered', { keyPath: 'sessionId' });
    db.createObjectStore('playbooks', { keyPath: ['id', 'version'] });
  },
];
