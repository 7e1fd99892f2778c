import { SESSION_FORM } from '@/lib/session/session';
import { sessionMigrations } from './index';
import type { Migration, SessionDocument } from './migration';

export type { SessionDocument } from './migration';

export type Migrated =
  | { kind: 'migrated'; document: SessionDocument }
  | { kind: 'unreadable'; reason: 'newer-form' | 'broken' };

/** Brings a stored document to the form of this version, step by step. Pure: the stored one stays until the next save. */
export function migrateDocument(
  stored: unknown,
  migrations: readonly Migration[] = sessionMigrations,
  target: number = SESSION_FORM,
): Migrated {
  if (!isDocument(stored)) return { kind: 'unreadable', reason: 'broken' };
  if (stored.form > target) return { kind: 'unreadable', reason: 'newer-form' };
  let document = stored;
  while (document.form < target) {
    const step = migrations.find((migration) => migration.from === document.form);
    if (!step) return { kind: 'unreadable', reason: 'broken' };
    try {
      document = { ...step.migrate(document), form: step.from + 1 };
    } catch {
      // A document that a step cannot take is broken: it stays as it is.
      return { kind: 'unreadable', reason: 'broken' };
    }
  }
  return { kind: 'migrated', document };
}

function isDocument(value: unknown): value is SessionDocument {
  return typeof value === 'object' && value !== null && 'form' in value && Number.isInteger(value.form);
}
