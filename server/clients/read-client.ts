import { and, desc, eq, sql } from 'drizzle-orm';
import type { Decision } from '@/lib/session/decision';
import { session, user } from '../db/schema';
import { asTeam } from '../db/team-transaction';
import type { Deps, Member } from '../deps';
import { listSentChecks, ofClient } from '../self-checks/sent-checks';
import { readable } from '../sessions/may-read';
import type { ClientView } from './wire';

const SESSIONS = 100;

/** One client, by the exact name that sessions give it, as far as the member may read them. An unknown name has no sessions. */
export async function readClient({ db, now }: Deps, member: Member, name: string): Promise<ClientView> {
  const { rows, checks } = await asTeam(db, member.team.id, async (tx) => {
    const rows = await tx
      .select({
        id: session.id,
        title: session.title,
        expertId: session.expertId,
        expertName: sql<string>`coalesce(${user.name}, ${session.expertName})`,
        startedAt: session.startedAt,
        finishedAt: session.finishedAt,
        decision: sql<Decision>`${session.document} -> 'decision'`,
      })
      .from(session)
      .leftJoin(user, eq(user.id, session.expertId))
      .where(and(eq(session.teamId, member.team.id), eq(session.client, name), readable(member, now())))
      .orderBy(desc(session.startedAt), desc(session.id))
      .limit(SESSIONS + 1);
    const ids = rows.map(({ id }) => id);
    return { rows, checks: await listSentChecks(tx, member, 'all', ofClient(name, ids)) };
  });
  const shown = rows.slice(0, SESSIONS);
  return {
    name,
    sessions: shown.map(({ id, title, expertId, expertName, startedAt, finishedAt }) => ({
      id,
      title,
      expert: { id: expertId, name: expertName },
      startedAt: startedAt.toISOString(),
      finishedAt: finishedAt.toISOString(),
    })),
    checks,
    hasOlder: rows.length > SESSIONS,
    steps: shown
      .flatMap(({ id, decision }) => decision.nextSteps.map((step) => ({ ...step, sessionId: id })))
      .sort((a, b) => byDay(a.date, b.date)),
    lookAgain: shown
      .flatMap(({ id, decision: { outcome, lookAgainOn, to, missing } }) =>
        outcome === 'not-yet' && lookAgainOn ? [{ sessionId: id, day: lookAgainOn, to, missing }] : [],
      )
      .sort((a, b) => byDay(a.day, b.day)),
  };
}

/** Days as they follow each other; what has none comes last. */
function byDay(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}
