import { and, desc, eq, sql } from 'drizzle-orm';
import type { Db } from '../db/connect';
import { reviewComment, session, sessionDigest, sessionReview, user } from '../db/schema';
import { asTeam } from '../db/team-transaction';
import type { Member } from '../deps';
import { filterMark, readCursor, writeCursor } from './cursor';
import { after, conditions } from './list-conditions';
import { readsTeam } from './may-read';
import { STANDING } from './standing';
import type { ListQuery, SessionPage, SessionSummary } from './wire';

const PAGE = 25;

/**
 * One page of the sessions that the member may read: newest start first, or what needs a look first. The latter begin to
 * be listed when the job has looked at them, a moment after they came.
 */
export async function listSessions(db: Db, member: Member, query: ListQuery, now: Date): Promise<SessionPage> {
  const { cursor, limit, order, ...filters } = query;
  const size = Number(limit ?? PAGE);
  const byNeed = order === 'need';
  const reader = readsTeam(member) ? member.team.id : member.user.id;
  const mark = filterMark({ ...filters, order: byNeed ? 'need' : undefined, reader });
  const last = cursor === undefined ? null : readCursor(cursor, mark);

  const rows = await asTeam(db, member.team.id, (tx) => {
    const found = tx
      .select(COLUMNS)
      .from(session)
      .leftJoin(user, eq(user.id, session.expertId))
      .leftJoin(
        sessionDigest,
        and(
          eq(sessionDigest.teamId, session.teamId),
          eq(sessionDigest.sessionId, session.id),
          eq(sessionDigest.revision, session.revision),
        ),
      )
      .$dynamic();
    const ofSession = and(eq(sessionReview.teamId, session.teamId), eq(sessionReview.sessionId, session.id));
    const joined = byNeed ? found.innerJoin(sessionReview, ofSession) : found.leftJoin(sessionReview, ofSession);
    return joined
      .where(
        and(
          conditions(member, filters, now),
          byNeed ? eq(sessionReview.teamId, member.team.id) : undefined,
          last ? after(last, byNeed) : undefined,
        ),
      )
      .orderBy(
        ...(byNeed
          ? [desc(sessionReview.need), desc(sessionReview.startedAt), desc(sessionReview.sessionId)]
          : [desc(session.startedAt), desc(session.id)]),
      )
      .limit(size + 1);
  });

  const shown = rows.slice(0, size);
  const end = shown.at(-1);
  const next = rows.length > size && end ? { ...end, need: byNeed ? (end.need ?? 0) : 0 } : null;
  return { sessions: shown.map(summaryOf), nextCursor: next && writeCursor(next, mark) };
}

/** The digest when the job has made it for this revision, else the rows counted now: the same numbers. */
const flagsByCategory = sql<SessionSummary['flagsByCategory']>`coalesce(${sessionDigest.flagsByCategory}, (
  select jsonb_object_agg(counted.category, counted.n) from (
    select f.category, count(*)::int as n from session_flag f
    where f.team_id = ${session.teamId} and f.session_id = ${session.id} and ${sql.raw(STANDING)} group by f.category
  ) counted), '{}'::jsonb)`;

const COLUMNS = {
  id: session.id,
  client: session.client,
  title: session.title,
  expertId: session.expertId,
  expertName: sql<string>`coalesce(${user.name}, ${session.expertName})`,
  startedAt: session.startedAt,
  finishedAt: session.finishedAt,
  playbookId: session.playbookId,
  playbookVersion: session.playbookVersion,
  flagsByCategory,
  decisionReached: session.decisionReached,
  revision: session.revision,
  need: sessionReview.need,
  needs: sql<SessionSummary['needs']>`coalesce(${sessionReview.needs}, '[]'::jsonb)`,
  reviewedAt: sessionReview.reviewedAt,
  sharedFrom: session.sharedFrom,
  commentCount: sql<number>`(select count(*)::int from ${reviewComment} c
    where c.team_id = ${session.teamId} and c.session_id = ${session.id})`,
};

type Row = Omit<SessionSummary, 'expert' | 'playbook' | 'startedAt' | 'finishedAt' | 'reviewedAt' | 'sharedFrom'> & {
  [At in 'startedAt' | 'finishedAt' | 'sharedFrom']: Date;
} & { reviewedAt: Date | null; expertId: string; expertName: string; playbookId: string; playbookVersion: number } & {
  need: number | null;
};

function summaryOf({ expertId, expertName, playbookId, playbookVersion, need: _need, ...row }: Row): SessionSummary {
  return {
    ...row,
    expert: { id: expertId, name: expertName },
    startedAt: row.startedAt.toISOString(),
    finishedAt: row.finishedAt.toISOString(),
    reviewedAt: row.reviewedAt?.toISOString() ?? null,
    sharedFrom: row.sharedFrom.toISOString(),
    playbook: { id: playbookId, version: playbookVersion },
  };
}
