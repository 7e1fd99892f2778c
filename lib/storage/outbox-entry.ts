/** Why the team's API did not take something: a stable code and a sentence to show. */
export type Refusal = { code: string; sentence: string };

/** What still has to reach a team. One row a session: a newer one takes the place of an older one. */
export type OutboxEntry = {
  sessionId: string;
  revision: number;
  kind: 'put' | 'delete';
  /** The only team it may be sent to. Null: held on this device until the expert releases it. */
  teamId: string | null;
  /** Milliseconds since 1970, like `notBefore`. */
  enqueuedAt: number;
  attempts: number;
  notBefore: number;
  /** What the next try waits for: a network that comes back makes it due at once. */
  waitsFor: 'network' | 'server' | null;
  refusal: Refusal | null;
};

/** What a team has confirmed; or may have received, when a session was reopened before its answer came. */
export type Delivered = { sessionId: string; revision: number; teamId: string; at: number };

export type SyncState =
  | { kind: 'on-device' }
  | { kind: 'waiting'; attempts: number }
  | { kind: 'refused'; code: string; sentence: string }
  | { kind: 'with-team'; revision: number; at: number };

/** Where one session stands. `finished`: an unfinished one is on this device only, whatever its team has of an earlier finish. */
export function syncStateOf(at: {
  finished: boolean;
  entry: OutboxEntry | undefined;
  delivered: Delivered | undefined;
}): SyncState {
  const { entry, delivered } = at;
  if (entry?.refusal) return { kind: 'refused', ...entry.refusal };
  if (entry) return entry.teamId === null ? { kind: 'on-device' } : { kind: 'waiting', attempts: entry.attempts };
  if (delivered && at.finished) return { kind: 'with-team', revision: delivered.revision, at: delivered.at };
  return { kind: 'on-device' };
}
