import { and, eq, sql } from 'drizzle-orm';
import type { Session } from '@/lib/session/session';
import type { Db, Tx } from '../db/connect';
import { playbook, sessionEvent, sessionFlag, session as sessions, sessionTombstone } from '../db/schema';
import { asTeam, leaveTeam } from '../db/team-transaction';
import type { Jobs } from '../jobs/jobs';
import { bodyHash, flagsOf, storable } from './storable';

export type PutOutcome =
  | { kind: 'stored'; first: boolean; receivedAt: Date }
  | { kind: 'already'; receivedAt: Date }
  | { kind: 'stale'; revision: number }
  | { kind: 'conflict' }
  | { kind: 'deleted' }
  | { kind: 'not-yours' }
  | { kind: 'unknown-playbook' };

type Sender = {
  teamId: string;
  expert: { id: string; name: string };
  now: Date;
  isShipped: (ref: Session['playbook']) => boolean;
};

/** Stores one revision of a session, its flags, its event and its job: all of it or nothing. Sending again is harmless. */
export function putSession(db: Db, jobs: Jobs, session: Session, sender: Sender): Promise<PutOutcome> {
  const { teamId, expert, now } = sender;
  const hash = bodyHash(session);
  return asTeam(db, teamId, async (tx): Promise<PutOutcome> => {
    await takeTurn(tx, teamId, session.id);
    if (await isDeleted(tx, teamId, session.id)) return { kind: 'deleted' };
    const stored = await storedHead(tx, teamId, session.id);
    if (stored && stored.expertId !== expert.id) return { kind: 'not-yours' };
    if (stored && stored.revision > session.revision) return { kind: 'stale', revision: stored.revision };
    if (stored && stored.revision === session.revision)
      return stored.bodyHash === hash ? { kind: 'already', receivedAt: stored.receivedAt } : { kind: 'conflict' };
    if (!sender.isShipped(session.playbook) && !(await isOfTeam(tx, teamId, session.playbook)))
      return { kind: 'unknown-playbook' };

    await writeSession(tx, session, { teamId, expert, hash, now });
    await leaveTeam(tx);
    await jobs.sessionStored(tx, { teamId, sessionId: session.id, revision: session.revision });
    return { kind: 'stored', first: !stored, receivedAt: now };
  });
}

/** Whoever writes or deletes this session at the same time waits here until this transaction ends. */
export async function takeTurn(tx: Tx, teamId: string, sessionId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`${teamId}/${sessionId}`}, 0))`);
}

async function isDeleted(tx: Tx, teamId: string, id: string): Promise<boolean> {
  const rows = await tx
    .select({ id: sessionTombstone.sessionId })
    .from(sessionTombstone)
    .where(and(eq(sessionTombstone.teamId, teamId), eq(sessionTombstone.sessionId, id)));
  return rows.length > 0;
}

async function storedHead(tx: Tx, teamId: string, id: string) {
  const [row] = await tx
    .select({
      revision: sessions.revision,
      bodyHash: sessions.bodyHash,
      expertId: sessions.expertId,
      receivedAt: sessions.receivedAt,
    })
    .from(sessions)
    .where(and(eq(sessions.teamId, teamId), eq(sessions.id, id)));
  return row;
}

async function isOfTeam(tx: Tx, teamId: string, ref: Session['playbook']): Promise<boolean> {
  const rows = await tx
    .select({ id: playbook.id })
    .from(playbook)
    .where(and(eq(playbook.teamId, teamId), eq(playbook.id, ref.id), eq(playbook.version, ref.version)));
  return rows.length > 0;
}

type Write = Pick<Sender, 'teamId' | 'expert' | 'now'> & { hash: string };

async function writeSession(tx: Tx, sent: Session, { teamId, expert, hash, now }: Write): Promise<void> {
  const document = storable(sent);
  const columns = {
    expertName: expert.name,
    revision: document.revision,
    bodyHash: hash,
    client: document.client.name,
    title: document.title,
    startedAt: new Date(document.startedAt),
    finishedAt: new Date(document.finishedAt ?? document.updatedAt),
    playbookId: document.playbook.id,
    playbookVersion: document.playbook.version,
    decisionReached: document.decision.outcome !== null,
    document,
    receivedAt: now,
  };
  await tx
    .insert(sessions)
    .values({ teamId, id: document.id, expertId: expert.id, ...columns })
    .onConflictDoUpdate({ target: [sessions.teamId, sessions.id], set: columns });

  const key = { teamId, sessionId: document.id };
  await tx.delete(sessionFlag).where(and(eq(sessionFlag.teamId, teamId), eq(sessionFlag.sessionId, document.id)));
  const flags = flagsOf(document).map((flag) => ({
    ...key,
    flagId: flag.id,
    category: flag.category,
    sureness: flag.sureness,
    answer: flag.answer?.kind ?? null,
  }));
  for (let at = 0; at < flags.length; at += 1_000) await tx.insert(sessionFlag).values(flags.slice(at, at + 1_000));
  await tx.insert(sessionEvent).values({ ...key, revision: document.revision, kind: 'stored', at: now });
}
