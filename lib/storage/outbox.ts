import type { Session } from '@/lib/session/session';
import type { Store } from './open-store';
import { type OutboxEntry, type Refusal, type SyncState, syncStateOf } from './outbox-entry';
import { readDocument } from './read-document';

export { type Delivered, type OutboxEntry, type Refusal, type SyncState, syncStateOf } from './outbox-entry';

/** Where each session stands, by its id. One that is only being deleted from the team is listed too. */
export async function listSyncStates(store: Store): Promise<Map<string, SyncState>> {
  const tx = (await store.db()).transaction(['heads', 'outbox', 'delivered']);
  const [heads, entries, delivered] = await Promise.all([
    tx.objectStore('heads').getAll(),
    tx.objectStore('outbox').getAll(),
    tx.objectStore('delivered').getAll(),
  ]);
  const finished = new Map(heads.map((head) => [head.id, head.finishedAt !== null]));
  const entryOf = new Map(entries.map((entry) => [entry.sessionId, entry]));
  const deliveredOf = new Map(delivered.map((row) => [row.sessionId, row]));
  return new Map(
    [...new Set([...finished.keys(), ...entryOf.keys()])].map((id) => [
      id,
      syncStateOf({
        finished: finished.get(id) ?? false,
        entry: entryOf.get(id),
        delivered: deliveredOf.get(id),
      }),
    ]),
  );
}

export async function readSyncState(store: Store, sessionId: string): Promise<SyncState> {
  const tx = (await store.db()).transaction(['heads', 'outbox', 'delivered']);
  const [head, entry, delivered] = await Promise.all([
    tx.objectStore('heads').get(sessionId),
    tx.objectStore('outbox').get(sessionId),
    tx.objectStore('delivered').get(sessionId),
  ]);
  return syncStateOf({ finished: (head?.finishedAt ?? null) !== null, entry, delivered });
}

/** Everything that waits, the oldest first. */
export async function listOutbox(store: Store): Promise<OutboxEntry[]> {
  const entries = await (await store.db()).getAll('outbox');
  return entries.sort((a, b) => a.enqueuedAt - b.enqueuedAt || (a.sessionId < b.sessionId ? -1 : 1));
}

/** What to send for an entry, as one picture: null when the entry was replaced meanwhile. */
export async function readForSending(
  store: Store,
  sent: OutboxEntry,
): Promise<{ entry: OutboxEntry; session: Session | null } | null> {
  const tx = (await store.db()).transaction(['sessions', 'outbox']);
  const [entry, document] = await Promise.all([
    tx.objectStore('outbox').get(sent.sessionId),
    tx.objectStore('sessions').get(sent.sessionId),
  ]);
  if (!entry || !isSame(entry, sent)) return null;
  const read = readDocument(document);
  return { entry, session: read.kind === 'found' ? read.session : null };
}

/** The team has this entry. It leaves the outbox only if nothing newer took its place while it was on its way. */
export async function markDelivered(store: Store, sent: OutboxEntry & { teamId: string }): Promise<void> {
  const tx = (await store.db()).transaction(['heads', 'outbox', 'delivered'], 'readwrite', { durability: 'strict' });
  const [outbox, delivered] = [tx.objectStore('outbox'), tx.objectStore('delivered')];
  const { sessionId, revision, teamId } = sent;
  const [entry, head] = await Promise.all([outbox.get(sessionId), tx.objectStore('heads').getKey(sessionId)]);
  if (entry && isSame(entry, sent)) await outbox.delete(sessionId);
  if (sent.kind === 'delete') await delivered.delete(sessionId);
  else if (head !== undefined) await delivered.put({ sessionId, revision, teamId, at: store.now() });
  await tx.done;
  store.announce({ kind: 'outbox' });
}

type Setback =
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'later'; notBefore: number; waitsFor: 'network' | 'server' };

/** A try did not succeed. What took the entry's place meanwhile is not touched. */
export async function markSetback(store: Store, sent: OutboxEntry, setback: Setback): Promise<void> {
  await changeEntries(store, (entry) => {
    if (!isSame(entry, sent)) return entry;
    const attempts = entry.attempts + 1;
    return setback.kind === 'refused'
      ? { ...entry, attempts, refusal: setback.refusal }
      : { ...entry, attempts, notBefore: setback.notBefore, waitsFor: setback.waitsFor };
  });
}

/** The way to a team is shut for a while: everything for it waits at least until then. */
export async function postponeTeam(
  store: Store,
  teamId: string,
  notBefore: number,
  waitsFor: 'network' | 'server',
): Promise<void> {
  await changeEntries(store, (entry) =>
    entry.teamId === teamId && entry.refusal === null && entry.notBefore < notBefore
      ? { ...entry, notBefore, waitsFor }
      : entry,
  );
}

/** Gives what was held on this device to a team: all of it, or the sessions named. Returns how many. */
export function releaseHeld(store: Store, teamId: string, sessionIds?: readonly string[]): Promise<number> {
  return changeEntries(store, (entry) =>
    entry.teamId === null && (sessionIds?.includes(entry.sessionId) ?? true)
      ? { ...entry, teamId, enqueuedAt: store.now() }
      : entry,
  );
}

/** Lets a session be sent once more at once, refused or waiting, as the expert asks. */
export async function sendAgain(store: Store, sessionId: string): Promise<void> {
  await changeEntries(store, (entry) => (entry.sessionId === sessionId ? dueNow(entry) : entry));
}

/** Makes due at once what waits for a team, as the expert asks. What was refused stays refused. Returns how many wait. */
export function sendNow(store: Store, teamId: string): Promise<number> {
  return changeEntries(store, (entry) => (entry.teamId === teamId && !entry.refusal ? dueNow(entry) : entry));
}

function dueNow(entry: OutboxEntry): OutboxEntry {
  return { ...entry, attempts: entry.refusal ? 0 : entry.attempts, notBefore: 0, waitsFor: null, refusal: null };
}

async function changeEntries(store: Store, change: (entry: OutboxEntry) => OutboxEntry): Promise<number> {
  const tx = (await store.db()).transaction('outbox', 'readwrite', { durability: 'strict' });
  const entries = await tx.store.getAll();
  const changed = entries.map(change).filter((entry, i) => entry !== entries[i]);
  await Promise.all([...changed.map((entry) => tx.store.put(entry)), tx.done]);
  if (changed.length > 0) store.announce({ kind: 'outbox' });
  return changed.length;
}

function isSame(a: OutboxEntry, b: OutboxEntry): boolean {
  return a.sessionId === b.sessionId && a.kind === b.kind && a.revision === b.revision && a.teamId === b.teamId;
}
