import { and, eq } from 'drizzle-orm';
import type { Db } from '../db/connect';
import { session, sessionEvent, sessionTombstone } from '../db/schema';
import { asTeam } from '../db/team-transaction';
import type { Member } from '../deps';
import { readsTeam } from './may-read';
import { takeTurn } from './turn';

export type DeleteOutcome = 'deleted' | 'not-yours' | 'missing';

/**
 * Deletes a session for good and leaves a tombstone, also for one that never came: a copy that is still on its way stays
 * out. The expert deletes their own; in the web app an admin deletes any of the team's. Doing it again is harmless.
 */
export function deleteSession(db: Db, member: Member, id: string, now: Date): Promise<DeleteOutcome> {
  const teamId = member.team.id;
  return asTeam(db, teamId, async (tx): Promise<DeleteOutcome> => {
    await takeTurn(tx, teamId, id);
    const own = and(eq(session.teamId, teamId), eq(session.id, id));
    const [row] = await tx.select({ expertId: session.expertId, revision: session.revision }).from(session).where(own);
    const mayAny = member.via === 'web' && member.team.role === 'admin';
    if (row && row.expertId !== member.user.id && !mayAny) return readsTeam(member) ? 'not-yours' : 'missing';

    await tx
      .insert(sessionTombstone)
      .values({ teamId, sessionId: id, expertId: row?.expertId ?? member.user.id, deletedAt: now })
      .onConflictDoNothing();
    if (!row) return 'deleted';
    await tx.delete(session).where(own);
    await tx
      .insert(sessionEvent)
      .values({ teamId, sessionId: id, revision: row.revision, kind: 'deleted', at: now, processedAt: now })
      .onConflictDoNothing();
    return 'deleted';
  });
}
