import { and, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { session, sessionFlag, sessionReview } from '../db/schema';
import type { Member } from '../deps';
import type { Place } from './cursor';
import { readable } from './may-read';
import { STANDING } from './standing';
import type { ListQuery } from './wire';

export type Filters = Omit<ListQuery, 'cursor' | 'limit' | 'order'>;

/** What the rows of a list must be: readable by the member, and as the filters say. */
export function conditions(member: Member, filters: Filters, now: Date): SQL | undefined {
  const { expert, client, decided, from, to, playbook, reviewed, need, text } = filters;
  return and(
    eq(session.teamId, member.team.id),
    readable(member, now),
    expert === undefined ? undefined : eq(session.expertId, expert),
    client === undefined ? undefined : sql`${session.client} ilike ${`%${client.replace(/[\\%_]/g, '\\$&')}%`}`,
    flagged(filters),
    decided === undefined ? undefined : eq(session.decisionReached, decided === 'true'),
    from === undefined ? undefined : gte(session.startedAt, new Date(from)),
    to === undefined ? undefined : lt(session.startedAt, new Date(to)),
    playbook === undefined ? undefined : eq(session.playbookId, playbook),
    reviewed === undefined ? undefined : reviewed === 'true' ? REVIEWED : sql`not ${REVIEWED}`,
    need === undefined ? undefined : sql`${sessionReview.needs} ? ${need}`,
    text === undefined ? undefined : sql`${session.id} in (select search.sessions_with(${text}))`,
  );
}

/** That the stored revision was reviewed, not only an older one. */
const REVIEWED = sql`coalesce(${sessionReview.reviewedRevision} >= ${session.revision}, false)`;

/** A standing flag of the category, found under the stage: one flag that is both when both are asked for. */
function flagged({ category, stage }: Filters): SQL | undefined {
  if (category === undefined && stage === undefined) return undefined;
  const wanted = and(
    sql`f.team_id = ${session.teamId} and f.session_id = ${session.id} and ${sql.raw(STANDING)}`,
    category === undefined ? undefined : sql`f.category = ${category}`,
    stage === undefined ? undefined : sql`f.stage = ${stage}`,
  );
  return sql`exists (select 1 from ${sessionFlag} f where ${wanted})`;
}

/** What stands after the place at which the page before ended. */
export function after({ startedAt, id, need }: Place, byNeed: boolean): SQL {
  const at = sql`${startedAt.toISOString()}::timestamptz, ${id}::uuid`;
  return byNeed
    ? sql`(${sessionReview.need}, ${sessionReview.startedAt}, ${sessionReview.sessionId}) < (${need}::smallint, ${at})`
    : sql`(${session.startedAt}, ${session.id}) < (${at})`;
}
