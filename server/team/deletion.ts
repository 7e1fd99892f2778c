import { and, eq, isNotNull, lte, sql } from 'drizzle-orm';
import { audit } from '../audit/audit';
import type { Db } from '../db/connect';
import { authSession, organization } from '../db/schema';
import { asTeam, enterTeam } from '../db/team-transaction';
import type { Deps, Member } from '../deps';

/** So long everyone of the team can see that it will go, and an admin can take it back. */
const GRACE_MS = 7 * 86_400_000;
const BATCH = 200;

export type Deletion = { deleteAfter: Date | null; askedBy: string | null };

export async function deletionOf(db: Db, teamId: string): Promise<Deletion> {
  const [row] = await db
    .select({ deleteAfter: organization.deleteAfter, askedBy: organization.deleteAskedBy })
    .from(organization)
    .where(eq(organization.id, teamId));
  return row ?? { deleteAfter: null, askedBy: null };
}

/** Begins the seven days; asking again does not prolong them. */
export function askDeletion(deps: Deps, who: Member): Promise<Deletion> {
  const deleteAfter = new Date(deps.now().getTime() + GRACE_MS);
  return set(deps, who, 'deletion-asked', { deleteAfter, deleteAskedBy: who.user.name });
}

export function undoDeletion(deps: Deps, who: Member): Promise<Deletion> {
  return set(deps, who, 'deletion-undone', { deleteAfter: null, deleteAskedBy: null });
}

type Change = { deleteAfter: Date | null; deleteAskedBy: string | null };

function set(deps: Deps, who: Member, action: 'deletion-asked' | 'deletion-undone', change: Change): Promise<Deletion> {
  const teamId = who.team.id;
  return deps.db.transaction(async (tx) => {
    const [row] = await tx.select().from(organization).where(eq(organization.id, teamId)).for('update');
    const isSet = row?.deleteAfter != null;
    if (isSet === (change.deleteAfter !== null))
      return { deleteAfter: row?.deleteAfter ?? null, askedBy: row?.deleteAskedBy ?? null };
    await tx.update(organization).set(change).where(eq(organization.id, teamId));
    await enterTeam(tx, teamId);
    await audit(tx, deps, who, { action });
    return { deleteAfter: change.deleteAfter, askedBy: change.deleteAskedBy };
  });
}

/** Deletes the teams whose days are over, with everything of theirs; accounts of people stay. Returns how many. */
export async function deleteTeams({ db, now }: Pick<Deps, 'db' | 'now'>): Promise<number> {
  const isDue = and(isNotNull(organization.deleteAfter), lte(organization.deleteAfter, now()));
  const due = await db.select({ id: organization.id }).from(organization).where(isDue);
  for (const { id } of due) {
    while ((await deleteSome(db, id, now())) > 0);
    await db.transaction(async (tx) => {
      await tx.execute(sql`set local statement_timeout = '120s'`);
      const gone = await tx
        .delete(organization)
        .where(and(eq(organization.id, id), isDue))
        .returning();
      if (gone.length === 0) return;
      const here = eq(authSession.activeOrganizationId, id);
      await tx.delete(authSession).where(and(here, eq(authSession.kind, 'device')));
      await tx.update(authSession).set({ activeOrganizationId: null }).where(here);
    });
  }
  return due.length;
}

/** A few sessions at a time, so that nobody waits for long; none when it was taken back meanwhile. */
function deleteSome(db: Db, teamId: string, now: Date): Promise<number> {
  return asTeam(db, teamId, async (tx) => {
    const { rowCount } = await tx.execute(sql`delete from session where team_id = ${teamId} and id in (
      select s.id from session s where s.team_id = ${teamId} and exists (select 1 from sign_in.organization o
        where o.id = ${teamId} and o.delete_after <= ${now.toISOString()}::timestamptz) limit ${BATCH})`);
    return rowCount ?? 0;
  });
}
