import { and, count, eq, max, sql } from 'drizzle-orm';
import type { Tx } from '../db/connect';
import { session, sessionDigest } from '../db/schema';
import type { Member } from '../deps';
import { readable } from '../sessions/may-read';
import type { RecurringQuestion } from './wire';

/** The smallest number of sessions of which anything is said together. */
const FEWEST = 5;
const MOST_QUESTIONS = 50;

/** In how many sessions that the member may read each version of a playbook is used. */
export async function readUsage(tx: Tx, member: Member, now: Date) {
  const rows = await tx
    .select({
      id: session.playbookId,
      version: session.playbookVersion,
      sessions: count(),
      lastStartedAt: max(session.startedAt),
    })
    .from(session)
    .where(and(eq(session.teamId, member.team.id), readable(member, now)))
    .groupBy(session.playbookId, session.playbookVersion)
    .orderBy(session.playbookId, session.playbookVersion);
  return rows.map((row) => ({ ...row, lastStartedAt: row.lastStartedAt?.toISOString() ?? '' }));
}

/** Questions of the experts' own that stand in at least 5 readable sessions, alike but for case, spaces and the sign at their end. */
export async function readRecurring(tx: Tx, member: Member, now: Date): Promise<RecurringQuestion[]> {
  const question = sql`jsonb_array_elements(coalesce(${sessionDigest.measures} -> 'ownQuestions', '[]'::jsonb)) as own (one)`;
  const plain = sql`lower(regexp_replace(btrim(own.one ->> 'text', E' \\t\\n?!.…'), '\\s+', ' ', 'g'))`;
  const found = await tx.execute<RecurringQuestion>(sql`
    select mode() within group (order by own.one ->> 'text') as text,
      count(distinct ${session.id})::int as sessions,
      mode() within group (order by own.one ->> 'stageId') as "stageId"
    from ${session}
    join ${sessionDigest} on ${sessionDigest.teamId} = ${session.teamId} and ${sessionDigest.sessionId} = ${session.id}
    cross join lateral ${question}
    where ${session.teamId} = ${member.team.id} and ${readable(member, now)} and ${plain} <> ''
    group by ${plain}
    having count(distinct ${session.id}) >= ${FEWEST}
    order by sessions desc, text
    limit ${MOST_QUESTIONS}`);
  return found.rows;
}
