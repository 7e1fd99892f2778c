import { and, asc, eq, gte, sql } from 'drizzle-orm';
import { type AgreedDay, agreedDays } from '@/lib/calendar/agreed-days';
import { englishDays } from '@/lib/calendar/english';
import type { Decision } from '@/lib/session/decision';
import { session, sessionDigest } from '../db/schema';
import { asTeam } from '../db/team-transaction';
import type { Deps } from '../deps';
import { type Reader, readable } from '../sessions/may-read';

/** How long a day stays after it has passed, so that a calendar shows the last weeks as they were. */
const KEPT_DAYS = 31;
/** Sessions at most, those first that end first. */
const SESSIONS = 1_000;

/** The agreed days of the sessions that a member may read, the next ones first; none of a time long past. */
export async function daysToCome({ db, now, origins }: Deps, reader: Reader): Promise<AgreedDay[]> {
  const from = new Date(now().getTime() - KEPT_DAYS * 86_400_000).toISOString().slice(0, 10);
  const rows = await asTeam(db, reader.team.id, (tx) =>
    tx
      .select({
        id: session.id,
        revision: session.revision,
        client: session.client,
        updatedAt: sql<string>`${session.document} ->> 'updatedAt'`,
        decision: sql<Decision>`${session.document} -> 'decision'`,
      })
      .from(sessionDigest)
      .innerJoin(session, and(eq(session.teamId, sessionDigest.teamId), eq(session.id, sessionDigest.sessionId)))
      .where(
        and(eq(sessionDigest.teamId, reader.team.id), gte(sessionDigest.calendarUntil, from), readable(reader, now())),
      )
      .orderBy(asc(sessionDigest.calendarUntil), asc(session.id))
      .limit(SESSIONS),
  );
  return rows
    .flatMap(({ client, ...row }) =>
      agreedDays({ ...row, client: { name: client } }, englishDays, `${origins[0]}/sessions/${row.id}`),
    )
    .filter(({ day }) => day >= from)
    .sort((a, b) => Date.parse(a.day) - Date.parse(b.day));
}
