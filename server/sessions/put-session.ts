import type pg from 'pg';
import type { Session } from '@/lib/session/session';
import { inTransaction } from '../db/client-transaction';
import type { Jobs } from '../jobs/jobs';
import { storable } from './storable';
import { enterTurn } from './turn';
import { type Met, writeSession } from './write-session';

export type PutOutcome =
  | { kind: 'stored'; first: boolean; receivedAt: Date }
  | { kind: 'already'; receivedAt: Date }
  | { kind: 'stale'; revision: number }
  | { kind: 'conflict' }
  | { kind: 'deleted' }
  | { kind: 'not-yours' }
  | { kind: 'unknown-playbook' };

export type Sender = {
  teamId: string;
  expert: { id: string; name: string };
  now: Date;
  isShipped: (ref: Session['playbook']) => boolean;
};

/**
 * Stores one revision of a session, its flags, its event and its job: all of it or nothing. Sending again is harmless.
 * All statements go out at once. The job's is the first, because the queue belongs to no team; when the session is not
 * stored, it is undone too.
 */
export async function putSession(pool: pg.Pool, jobs: Jobs, session: Session, sender: Sender): Promise<PutOutcome> {
  const { teamId, now } = sender;
  const ready = storable(session);
  const queued = await jobs.sessionStored({ teamId, sessionId: session.id, revision: session.revision });
  return inTransaction(pool, async (client) => {
    const [, , met] = await Promise.all([
      client.query(queued),
      enterTurn(client, teamId, session.id),
      writeSession(client, ready, sender),
    ]);
    return met.isWritten
      ? { keep: true, answer: { kind: 'stored', first: met.stored === null, receivedAt: now } }
      : { keep: false, answer: refusal(met, session, ready.hash, sender) };
  });
}

/** Why it was not written. */
function refusal({ stored, isDeleted }: Met, sent: Session, hash: string, { expert }: Sender): PutOutcome {
  if (isDeleted) return { kind: 'deleted' };
  if (stored && stored.expertId !== expert.id) return { kind: 'not-yours' };
  if (stored && stored.revision > sent.revision) return { kind: 'stale', revision: stored.revision };
  if (stored && stored.revision === sent.revision)
    return stored.bodyHash === hash ? { kind: 'already', receivedAt: stored.receivedAt } : { kind: 'conflict' };
  return { kind: 'unknown-playbook' };
}
