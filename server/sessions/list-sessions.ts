import { and, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../db/connect';
import { reviewComment, session, sessionDigest, sessionFlag, sessionReview, user } from '../db/schema';
import { asTeam } from '../db/team-transaction';
import type { Member } from '../deps';
import { filterMark, readCursor, writeCursor } from './cursor';
import { readable, readsTeam } from './may-read';
import { STANDING } from './standing';
import type { ListQuery, SessionPage, SessionSummary } from './wire';

const PAGE = 25;

/** One page of the sessions that the member may read, newest start first. */
export async function listSessions(db: Db, member: Member, query: ListQuery, now: Date): Promise<SessionPage> {
  const { cursor, limit, ...filters } = query;
  const size = Number(limit ?? PAGE);
  const mark = filterMark({ ...filters, reader: readsTeam(member) ? member.team.id : member.user.id });
  const after = cursor === undefined ? null : readCursor(cursor, mark);

  const rows = await asTeam(db, member.team.id, (tx) =>
    tx
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
      .leftJoin(sessionReview, and(eq(sessionReview.teamId, session.teamId), eq(sessionReview.sessionId, session.id)))
      .where(and(...conditions(member, filters, now), after ? olderThan(after) : undefined))
      .orderBy(desc(session.startedAt), desc(session.id))
      .limit(size + 1),
  );

  const sessions = rows.slice(0, size).map(
    ({ expertId, expertName, playbookId, playbookVersion, ...row }): SessionSummary => ({
      ...row,
      expert: { id: expertId, name: expertName },
      startedAt: row.startedAt.toISOString(),
      finishedAt: row.finishedAt.toISOString(),
      reviewedAt: row.reviewedAt?.toISOString() ?? null,
      sharedFrom: row.sharedFrom.toISOString(),
      playbook: { id: playbookId, version: playbookVersion },
    }),
  );
  const last = sessions.at(-1);
  return { sessions, nextCursor: rows.length > size && last ? writeCursor(last, mark) : null };
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
  needs: sql<SessionSummary['needs']>`coalesce(${sessionReview.needs}, '[]'::jsonb)`,
  reviewedAt: sessionReview.reviewedAt,
  sharedFrom: session.sharedFrom,
  commentCount: sql<number>`(select count(*)::int from ${reviewComment} c where c.team_id = ${session.teamId} and c.session_id = ${session.id})`,
};

type Filters = Omit<ListQuery, 'cursor' | 'limit'>;

function conditions(member: Member, filters: Filters, now: Date): (SQL | undefined)[] {
  const { expert, client, category, decided, from, to } = filters;
  return [
    eq(session.teamId, member.team.id),
    readable(member, now),
    expert === undefined ? undefined : eq(session.expertId, expert),
    client === undefined ? undefined : sql`${session.client} ilike ${`%${client.replace(/[\\%_]/g, '\\$&')}%`}`,
    category === undefined
      ? undefined
      : sql`exists (select 1 from ${sessionFlag} f where f.team_id = ${session.teamId} and f.session_id = ${session.id} and f.category = ${category} and ${sql.raw(STANDING)})`,
    decided === undefined ? undefined : eq(session.decisionReached, decided === 'true'),
    from === undefined ? undefined : gte(session.startedAt, new Date(from)),
    to === undefined ? undefined : lt(session.startedAt, new Date(to)),
  ];
}

function olderThan(after: { startedAt: Date; id: string }): SQL {
  return sql`(${session.startedAt}, ${session.id}) < (${after.startedAt.toISOString()}::timestamptz, ${after.id}::uuid)`;
}
