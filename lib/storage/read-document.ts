import { Session } from '@/lib/session/session';
import { migrateDocument, type SessionDocument } from './migrations/migrate-document';

/** `newer-form`: written by a newer Eitherway. `broken`: not a session any more. Neither is ever changed or deleted. */
export type UnreadableReason = 'newer-form' | 'broken';

export type ReadDocument = { kind: 'found'; session: Session } | { kind: 'unreadable'; reason: UnreadableReason };

/**
 * Limits of length, number and format are for what is sent (`teamUploadProblem`, the API). A stored text that is
 * longer than they allow must still open, or its expert would lose it.
 */
const bearable = new Set(['too_big', 'too_small', 'invalid_format']);

/** Reads a stored document of this or an older form. */
export function readDocument(document: unknown): ReadDocument {
  const migrated = migrateDocument(document);
  if (migrated.kind === 'unreadable') return migrated;
  const parsed = Session.safeParse(migrated.document);
  if (parsed.success) return { kind: 'found', session: parsed.data };
  if (!parsed.error.issues.every((issue) => bearable.has(issue.code))) return { kind: 'unreadable', reason: 'broken' };
  return { kind: 'found', session: migrated.document as SessionDocument as Session };
}
