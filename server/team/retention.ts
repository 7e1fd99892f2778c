import { and, eq, lt, sql } from 'drizzle-orm';
import { audit, BY_ITSELF } from '../audit/audit';
import type { Db, Tx } from '../db/connect';
import { organization, sentCheck, session } from '../db/schema';
import { asTeam } from '../db/team-transaction';
import type { Deps } from '../deps';
import { deleteSessions } from './delete-sessions';
import { readSettings } from './settings';

/** Sessions that go in one transaction, so that nobody waits for long. */
const BATCH = 100;

/** The moment so many calendar months ago; the 31st becomes the last day of a shorter month. */
export function monthsBefore(now: Date, months: number): Date {
  const day = new Date(now);
  day.setUTCDate(1);
  day.setUTCMonth(day.getUTCMonth() - months);
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
  day.setUTCDate(Math.min(now.getUTCDate(), last));
  return day;
}

/** How many sessions began more than so many months ago, and when that was. */
export async function dueSessions(db: Db, teamId: string, months: number, now: Date) {
  const before = monthsBefore(now, months);
  const sessions = await asTeam(db, teamId, (tx) =>
    tx.$count(session, and(eq(session.teamId, teamId), lt(session.startedAt, before))),
  );
  return { before, sessions };
}

/** Deletes what is older than each team keeps it, team by team, and writes one line a team into its log. Returns how many. */
export async function retain(deps: Pick<Deps, 'db' | 'now' | 'newId'>): Promise<number> {
  let all = 0;
  for (const { id } of await deps.db.select({ id: organization.id }).from(organization)) all += await ofTeam(deps, id);
  return all;
}

/** What is older is to go; null while nothing is. */
async function dueBefore(tx: Tx, teamId: string, now: Date): Promise<Date | null> {
  const { retentionMonths, retentionFrom } = await readSettings(tx, teamId);
  if (retentionMonths === null || retentionFrom === null || new Date(retentionFrom) > now) return null;
  return monthsBefore(now, retentionMonths);
}

async function ofTeam(deps: Pick<Deps, 'db' | 'now' | 'newId'>, teamId: string): Promise<number> {
  const { db, now } = deps;
  let deleted = 0;
  try {
    await asTeam(db, teamId, async (tx) => {
      const before = await dueBefore(tx, teamId, now());
      if (before) await tx.delete(sentCheck).where(and(eq(sentCheck.teamId, teamId), lt(sentCheck.sentAt, before)));
    });
    for (;;) {
      const gone = await asTeam(db, teamId, async (tx) => {
        // Read with every batch: an admin may change their mind meanwhile.
        const before = await dueBefore(tx, teamId, now());
        if (!before) return 0;
        const due = sql`id in (select id from session where team_id = ${teamId}
          and started_at < ${before.toISOString()}::timestamptz order by started_at limit ${BATCH})`;
        return deleteSessions(tx, teamId, due, now());
      });
      deleted += gone;
      if (gone === 0) return deleted;
    }
  } finally {
    if (deleted > 0)
      await asTeam(db, teamId, (tx) =>
        audit(
          tx,
          deps,
          { team: { id: teamId }, user: BY_ITSELF },
          { action: 'retention-deleted', details: { count: deleted } },
        ),
      );
  }
}
