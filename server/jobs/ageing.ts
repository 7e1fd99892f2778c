import { and, eq, lt, sql } from 'drizzle-orm';
import { auditEntry, organization } from '../db/schema';
import type { Deps } from '../deps';
import { deleteTeams } from '../team/deletion';
import { retain } from '../team/retention';

const DAY_MS = 86_400_000;
/** Who did and saw what is kept for two years. */
export const KEEP_AUDIT_MS = 730 * DAY_MS;

export type Aged = Record<'sessionsPastTheirTime' | 'auditEntries' | 'teams', number>;

/** Deletes what its team set to be deleted: sessions past their time, old lines of the log, teams that are to go. */
export async function ageing(deps: Pick<Deps, 'db' | 'now' | 'newId'>): Promise<Aged> {
  const teams = await deleteTeams(deps);
  return { teams, sessionsPastTheirTime: await retain(deps), auditEntries: await forgetAudit(deps) };
}

/** The team's role may not delete from the log, so this is the owner's, still within the walls of one team at a time. */
async function forgetAudit({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<number> {
  const before = new Date(now().getTime() - KEEP_AUDIT_MS);
  let forgotten = 0;
  for (const { id } of await db.select({ id: organization.id }).from(organization)) {
    forgotten += await db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('app.team', ${id}, true)`);
      const old = and(eq(auditEntry.teamId, id), lt(auditEntry.at, before));
      return (await tx.delete(auditEntry).where(old)).rowCount ?? 0;
    });
  }
  return forgotten;
}
