import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../db/connect';
import { session, sessionReview } from '../db/schema';
import { asTeam } from '../db/team-transaction';
import type { Deps, Member } from '../deps';
import { Problem } from '../errors';
import { mayRead } from '../sessions/may-read';
import { refreshNeed } from '../sessions/refresh-need';

export type AtSession = { id: string; teamId: string; expertId: string; revision: number; isOwn: boolean };
/** Who may: the session's expert, who reviews it (a lead or admin who may read it and is not its expert), or both. */
export type Side = 'expert' | 'reviewer' | 'both';

/** Runs `work` at a session that the member may read and has this side of; what they may not read is missing to them. */
export function atSession<T>(
  deps: Deps,
  member: Member,
  id: string,
  side: Side,
  work: (tx: Tx, at: AtSession) => Promise<T>,
): Promise<T> {
  const teamId = member.team.id;
  return asTeam(deps.db, teamId, async (tx) => {
    const [found] = await tx
      .select({ expertId: session.expertId, sharedFrom: session.sharedFrom, revision: session.revision })
      .from(session)
      .where(and(eq(session.teamId, teamId), eq(session.id, id)))
      .for('key share');
    if (!found || !mayRead(member, found, deps.now())) throw new Problem('not-found');
    const isOwn = found.expertId === member.user.id;
    if (side !== 'both' && (side === 'expert') !== isOwn) throw new Problem('forbidden');
    return work(tx, { id, teamId, expertId: found.expertId, revision: found.revision, isOwn });
  });
}

/** Changes where the session stands with the leads, finds out anew what it needs, and tells who listens. */
export async function changeReview(
  tx: Tx,
  { teamId, id }: AtSession,
  change: Partial<typeof sessionReview.$inferInsert>,
): Promise<void> {
  const startedAt = sql`(select started_at from session where team_id = ${teamId} and id = ${id})`;
  await tx
    .insert(sessionReview)
    .values({ teamId, sessionId: id, startedAt, ...change } as typeof sessionReview.$inferInsert)
    .onConflictDoUpdate({
      target: [sessionReview.teamId, sessionReview.sessionId],
      set: Object.keys(change).length > 0 ? change : { teamId },
    });
  await refreshAndTell(tx, teamId, id, 'review');
}

export async function refreshAndTell(tx: Tx, teamId: string, id: string, kind: 'review' | 'comment'): Promise<void> {
  await tx.execute(refreshNeed(teamId, [id]));
  const news = JSON.stringify({ team: teamId, kind, id });
  await tx.execute(sql`select pg_notify('eitherway_news', ${news})`);
}
