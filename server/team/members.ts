import { and, eq, sql } from 'drizzle-orm';
import { audit } from '../audit/audit';
import type { Role } from '../auth/roles';
import type { Tx } from '../db/connect';
import { authSession, member, organization, savedView } from '../db/schema';
import { enterTeam } from '../db/team-transaction';
import type { Deps, Member } from '../deps';
import { deleteSessions } from './delete-sessions';

type Changed = 'done' | 'missing' | 'last-admin';
type Row = typeof member.$inferSelect;
type With = Pick<Deps, 'db' | 'now' | 'newId'>;

/** What becomes of the sessions of who goes: they stay with the team, or are deleted. */
export type SessionsThen = 'keep' | 'delete';

/**
 * Takes a member out of the team, or lets them leave it. Their sign-ins work for this team no longer from the moment on
 * at which this ends; their connected extensions are revoked. All of it happens, or nothing.
 */
export function removeMember(deps: With, who: Member, memberId: string, then: SessionsThen): Promise<Changed> {
  const teamId = who.team.id;
  return withMember(deps, teamId, memberId, async (tx, found) => {
    if (found.role === 'admin' && (await isLastAdmin(tx, teamId))) return 'last-admin';
    const { userId } = found;
    await tx.delete(member).where(eq(member.id, found.id));
    const here = and(eq(authSession.userId, userId), eq(authSession.activeOrganizationId, teamId));
    await tx.delete(authSession).where(and(here, eq(authSession.kind, 'device')));
    await tx.update(authSession).set({ activeOrganizationId: null }).where(here);
    await enterTeam(tx, teamId);
    await tx.delete(savedView).where(and(eq(savedView.teamId, teamId), eq(savedView.ownerId, userId)));
    const deleted = then === 'delete' ? await deleteSessions(tx, teamId, sql`expert_id = ${userId}`, deps.now()) : 0;
    const details = { sessions: then === 'delete' ? 'deleted' : 'kept', count: deleted };
    await audit(tx, deps, who, { action: 'member-removed', target: userId, details });
    return 'done';
  });
}

export function changeRole(deps: With, who: Member, memberId: string, role: Role): Promise<Changed> {
  const teamId = who.team.id;
  return withMember(deps, teamId, memberId, async (tx, found) => {
    if (found.role === role) return 'done';
    if (found.role === 'admin' && (await isLastAdmin(tx, teamId))) return 'last-admin';
    await tx.update(member).set({ role }).where(eq(member.id, found.id));
    await enterTeam(tx, teamId);
    const details = { from: found.role, to: role };
    await audit(tx, deps, who, { action: 'member-role-changed', target: found.userId, details });
    return 'done';
  });
}

/** Changes of one team's members wait for each other: of two admins who step down at once one stays. */
function withMember(
  { db }: With,
  teamId: string,
  memberId: string,
  work: (tx: Tx, found: Row) => Promise<Changed>,
): Promise<Changed> {
  return db.transaction(async (tx) => {
    // Someone may have written thousands of sessions.
    await tx.execute(sql`set local statement_timeout = '120s'`);
    await tx.select({ id: organization.id }).from(organization).where(eq(organization.id, teamId)).for('update');
    const own = and(eq(member.id, memberId), eq(member.organizationId, teamId));
    const [found] = await tx.select().from(member).where(own);
    return found ? work(tx, found) : 'missing';
  });
}

async function isLastAdmin(tx: Tx, teamId: string): Promise<boolean> {
  return (await tx.$count(member, and(eq(member.organizationId, teamId), eq(member.role, 'admin')))) < 2;
}
