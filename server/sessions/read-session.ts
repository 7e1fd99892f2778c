import { and, eq, sql } from 'drizzle-orm';
import type { Db } from '../db/connect';
import { session, sessionTombstone, user } from '../db/schema';
import { asTeam } from '../db/team-transaction';
import type { Member } from '../deps';
import { mayRead, readsTeam } from './may-read';
import type { StoredSession } from './wire';

export type ReadOutcome = { kind: 'found'; session: StoredSession } | { kind: 'deleted' } | { kind: 'missing' };

/** One session, if the member may read it. What they may not read is missing to them. */
export function readSession(db: Db, member: Member, id: string, now: Date): Promise<ReadOutcome> {
  return asTeam(db, member.team.id, async (tx): Promise<ReadOutcome> => {
    const [row] = await tx
      .select({
        document: session.document,
        expertId: session.expertId,
        expertName: sql<string>`coalesce(${user.name}, ${session.expertName})`,
        receivedAt: session.receivedAt,
        sharedFrom: session.sharedFrom,
      })
      .from(session)
      .leftJoin(user, eq(user.id, session.expertId))
      .where(and(eq(session.teamId, member.team.id), eq(session.id, id)));
    const [gone] = row
      ? []
      : await tx
          .select({ expertId: sessionTombstone.expertId })
          .from(sessionTombstone)
          .where(and(eq(sessionTombstone.teamId, member.team.id), eq(sessionTombstone.sessionId, id)));
    if (gone && (gone.expertId === member.user.id || readsTeam(member))) return { kind: 'deleted' };
    if (!row || !mayRead(member, row, now)) return { kind: 'missing' };
    const expert = { id: row.expertId, name: row.expertName };
    return { kind: 'found', session: { session: row.document, expert, receivedAt: row.receivedAt.toISOString() } };
  });
}
