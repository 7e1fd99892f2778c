import type pg from 'pg';
import type { Session } from '@/lib/session/session';
import { atOnce } from '../db/client-transaction';
import type { Jobs } from '../jobs/jobs';
import { storable } from './storable';
import { enterTurn } from './turn';
import { type Met, whatIsThere } from './what-is-there';
import { isRefusal, writeSession } from './write-session';

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
 * The job's statement is the first, because the queue belongs to no team.
 */
export async function putSession(pool: pg.Pool, jobs: Jobs, session: Session, sender: Sender): Promise<PutOutcome> {
  const { teamId, now } = sender;
  const ready = storable(session);
  const queued = await jobs.sessionStored({ teamId, sessionId: session.id, revision: session.revision });
  const turn = enterTurn(teamId, session.id);
  try {
    const [, , written] = await atOnce(pool, [queued, turn, writeSession(ready, sender)]);
    return { kind: 'stored', first: written?.rows[0].is_first, receivedAt: now };
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const [, met] = await atOnce(pool, [turn, whatIsThere(teamId, session.id)]);
    return refusal(met?.rows[0], session, ready.hash, sender);
  }
}

/** Why it was not written. What was met only grows newer or goes for good, so a second look finds a reason that holds. */
function refusal(met: Met, sent: Session, hash: string, { expert }: Sender): PutOutcome {
  if (met.isDeleted) return { kind: 'deleted' };
  if (met.revision === null) return { kind: 'unknown-playbook' };
  if (met.expertId !== expert.id) return { kind: 'not-yours' };
  if (met.revision > sent.revision) return { kind: 'stale', revision: met.revision };
  if (met.revision < sent.revision) return { kind: 'unknown-playbook' };
  return met.bodyHash === hash ? { kind: 'already', receivedAt: met.receivedAt } : { kind: 'conflict' };
}
