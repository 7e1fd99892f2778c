import { SESSION_FORM, type Session } from '@/lib/session/session';
import type { Store } from './open-store';
import { type ReadDocument, readDocument } from './read-document';
import { headOf, type SessionHead, unreadableHead } from './session-head';
import { StorageError } from './storage-problem';
import { type SaveResult, writeSession } from './write-session';

export type { SaveResult } from './write-session';

export type ReadSession = ReadDocument | { kind: 'missing' };

/** Every session of this device, the last touched first; those that cannot be opened too. */
export async function listSessions(store: Store): Promise<SessionHead[]> {
  const db = await store.db();
  const tx = db.transaction(['sessions', 'heads']);
  const [ids, rows] = await Promise.all([tx.objectStore('sessions').getAllKeys(), tx.objectStore('heads').getAll()]);
  const known = new Map(rows.filter((row) => row.form === SESSION_FORM).map((row) => [row.id, row]));
  const heads = await Promise.all(
    ids.map(async (id) => known.get(id) ?? headOfDocument(id, await tx.objectStore('sessions').get(id))),
  );
  return heads.sort((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : a.id < b.id ? 1 : -1));
}

function headOfDocument(id: string, document: object | undefined): SessionHead {
  const read = readDocument(document);
  return read.kind === 'found' ? headOf(read.session) : unreadableHead(id, document ?? {}, read.reason);
}

export async function readSession(store: Store, id: string): Promise<ReadSession> {
  const document = await (await store.db()).get('sessions', id);
  return document === undefined ? { kind: 'missing' } : readDocument(document);
}

/**
 * Stores `next` as revision `baseRevision + 1`, if the stored one still is `baseRevision` (0: not stored yet).
 * Otherwise nothing is written: `conflict`, with what is stored (null: deleted meanwhile, or unreadable).
 * A finished session goes into the outbox again in the same transaction, for the team it went to before.
 */
export function saveSession(store: Store, next: Session, baseRevision: number): Promise<SaveResult> {
  return stored(writeSession(store, next, { baseRevision, durability: 'relaxed' }));
}

/** Stores a finished session and its outbox entry in one transaction. `teamId` null holds it on this device. */
export function finishSession(
  store: Store,
  next: Session,
  baseRevision: number,
  teamId: string | null,
): Promise<SaveResult> {
  if (next.finishedAt === null) throw new Error('finishSession got an unfinished session');
  return stored(writeSession(store, next, { baseRevision, teamId, durability: 'strict' }));
}

/** Whether a team has a session, or may have it: an entry for a team may be on its way at this moment. */
export async function isWithTeam(store: Store, id: string): Promise<boolean> {
  const tx = (await store.db()).transaction(['outbox', 'delivered']);
  const rows = await Promise.all([tx.objectStore('outbox').get(id), tx.objectStore('delivered').get(id)]);
  return rows.some((row) => (row?.teamId ?? null) !== null);
}

/**
 * Deletes a session from this device, and from the team when it has, or may have, received it
 * (`where` 'device': only here; what waits to be sent is then dropped too).
 */
export async function deleteSession(
  store: Store,
  id: string,
  where: 'device-and-team' | 'device' = 'device-and-team',
): Promise<void> {
  const db = await store.db();
  const tx = db.transaction(['sessions', 'heads', 'outbox', 'delivered'], 'readwrite', { durability: 'strict' });
  const outbox = tx.objectStore('outbox');
  const [head, entry, delivered] = await Promise.all([
    tx.objectStore('heads').get(id),
    outbox.get(id),
    tx.objectStore('delivered').get(id),
  ]);
  // An entry for a team may be on its way at this moment, so it counts as received.
  const teamId = delivered?.teamId ?? entry?.teamId ?? null;
  const revision = Math.max(head?.revision ?? 0, entry?.revision ?? 0, delivered?.revision ?? 0);
  const inform = where === 'device-and-team' && teamId !== null;
  await stored(
    Promise.all([
      tx.objectStore('sessions').delete(id),
      tx.objectStore('heads').delete(id),
      tx.objectStore('delivered').delete(id),
      inform ? outbox.put(deletion(id, revision, teamId, store.now())) : outbox.delete(id),
      tx.done,
    ]),
  );
  store.announce({ kind: 'deleted', id });
  if (inform || entry) store.announce({ kind: 'outbox' });
}

function deletion(sessionId: string, revision: number, teamId: string, now: number) {
  const kind = 'delete' as const;
  return {
    sessionId,
    revision,
    kind,
    teamId,
    enqueuedAt: now,
    attempts: 0,
    notBefore: 0,
    waitsFor: null,
    refusal: null,
  };
}

async function stored<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw StorageError.from(error);
  }
}
