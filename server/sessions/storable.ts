import { createHash } from 'node:crypto';
import type { Session } from '@/lib/session/session';

/** What tells a resend from a conflict: SHA-256 of the parsed body, whose keys stand in the schema's order. */
export function bodyHash(session: Session): string {
  return createHash('sha256').update(JSON.stringify(session)).digest('base64url');
}

/**
 * The session as the database takes it: jsonb refuses NUL and halves of surrogate pairs, so each becomes U+FFFD, which
 * is as long and keeps every offset. A reworded flag's old piece is not kept, even if a device sent it.
 */
export function storable(session: Session): Session {
  const clean = JSON.parse(JSON.stringify(session), (_key, value) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : value,
  ) as Session;
  for (const note of clean.notes) {
    for (const flag of note.flags) if (flag.answer?.kind === 'reworded') flag.piece = '';
  }
  return clean;
}

/** Every flag of the session with its own id, once. */
export function flagsOf(session: Session) {
  const flags = new Map(session.notes.flatMap((note) => note.flags).map((flag) => [flag.id, flag]));
  return [...flags.values()];
}
