import { createHash } from 'node:crypto';
import type { Session } from '@/lib/session/session';

export type Storable = {
  /** The session as the database takes it, and its text. */
  document: Session;
  json: string;
  /** What tells a resend from a conflict: SHA-256 of the body as it was parsed, whose keys stand in the schema's order. */
  hash: string;
};

/**
 * Readies a session for the database: jsonb refuses NUL and halves of surrogate pairs, so each becomes U+FFFD, which is as
 * long and keeps every offset. A reworded flag's old piece is not kept, even if a device sent it. Almost every session is
 * fine as it came, and is then written out once.
 */
export function storable(session: Session): Storable {
  const json = JSON.stringify(session);
  const hash = createHash('sha256').update(json).digest('base64url');
  if (isFine(session, json)) return { document: session, json, hash };
  const document = JSON.parse(json, (_key, value) =>
    typeof value === 'string' ? value.toWellFormed().replaceAll('\0', '\uFFFD') : value,
  ) as Session;
  for (const note of document.notes) {
    for (const flag of note.flags) if (flag.answer?.kind === 'reworded') flag.piece = '';
  }
  return { document, json: JSON.stringify(document), hash };
}

/** JSON writes what jsonb refuses as an escape, which is quicker to look for than each text is. */
function isFine(session: Session, json: string): boolean {
  const keepsPiece = session.notes.some((note) =>
    note.flags.some(({ answer, piece }) => answer?.kind === 'reworded' && piece !== ''),
  );
  return !keepsPiece && !(json.includes('\\u') && /\\u(0000|d[89a-f])/.test(json));
}

/** Every flag of the session with its own id, once, in whichever case an id is written. */
export function flagsOf(session: Session) {
  const flags = new Map(session.notes.flatMap((note) => note.flags).map((flag) => [flag.id.toLowerCase(), flag]));
  return [...flags.values()];
}
