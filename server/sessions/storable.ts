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
  if (isStorable(session)) return session;
  const clean = JSON.parse(JSON.stringify(session), (_key, value) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : value,
  ) as Session;
  for (const note of clean.notes) {
    for (const flag of note.flags) if (flag.answer?.kind === 'reworded') flag.piece = '';
  }
  return clean;
}

/** Almost every session is. JSON writes what jsonb refuses as an escape, which is quicker to look for than each text is. */
function isStorable(session: Session): boolean {
  const keepsPiece = session.notes.some((note) =>
    note.flags.some(({ answer, piece }) => answer?.kind === 'reworded' && piece !== ''),
  );
  return !keepsPiece && !/\\u(0000|d[89a-f])/.test(JSON.stringify(session));
}

/** Every flag of the session with its own id, once, in whichever case an id is written. */
export function flagsOf(session: Session) {
  const flags = new Map(session.notes.flatMap((note) => note.flags).map((flag) => [flag.id.toLowerCase(), flag]));
  return [...flags.values()];
}
