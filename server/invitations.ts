import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { audit } from './audit/audit';
import type { Role } from './auth/roles';
import { newSecret, secretHash } from './auth/secret-hash';
import type { Db, Tx } from './db/connect';
import { invitation, member, organization } from './db/schema';
import { asTeam, enterTeam, leaveTeam } from './db/team-transaction';
import type { Deps } from './deps';

const LIFE_MS = 7 * 86_400_000;

/**
 * An invitation is a link with 256 random bits, of which only the SHA-256 is kept. (The organization plugin's own are
 * bound to an e-mail address, and their ids, which lie in clear, open them: they are switched off.) The link names the
 * team, so that its row is found within the team's walls.
 */
export function newToken(teamId: string): { token: string; hash: string } {
  const secret = newSecret();
  return { token: `${teamId}.${secret}`, hash: secretHash(secret) };
}

function parseToken(token: string): { teamId: string; hash: string } | null {
  const [, teamId, secret] = /^([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{43})$/.exec(token) ?? [];
  return teamId && secret ? { teamId, hash: secretHash(secret) } : null;
}

export type Invite = { teamId: string; id: string; role: Role; invitedBy: string; now: Date };
/** What else is done in the same transaction, within the team: the line of its log; the mail with the link. */
type Beside = (tx: Tx, token: string, expiresAt: Date) => Promise<void>;

export async function invite(db: Db, { teamId, id, role, invitedBy, now }: Invite, beside: Beside) {
  const { token, hash } = newToken(teamId);
  const expiresAt = new Date(now.getTime() + LIFE_MS);
  await asTeam(db, teamId, async (tx) => {
    await tx.insert(invitation).values({ teamId, id, role, invitedBy, secretHash: hash, createdAt: now, expiresAt });
    await beside(tx, token, expiresAt);
  });
  return { token, expiresAt };
}

const isOpen = (now: Date) =>
  and(isNull(invitation.usedAt), isNull(invitation.revokedAt), gt(invitation.expiresAt, now));

export function openInvitations(db: Db, teamId: string, now: Date) {
  return asTeam(db, teamId, (tx) =>
    tx
      .select({
        id: invitation.id,
        role: invitation.role,
        createdAt: invitation.createdAt,
        expiresAt: invitation.expiresAt,
      })
      .from(invitation)
      .where(and(eq(invitation.teamId, teamId), isOpen(now)))
      .orderBy(desc(invitation.createdAt), desc(invitation.id)),
  );
}

export async function revokeInvitation(
  db: Db,
  teamId: string,
  id: string,
  now: Date,
  beside: (tx: Tx) => Promise<void>,
): Promise<boolean> {
  return asTeam(db, teamId, async (tx) => {
    const rows = await tx
      .update(invitation)
      .set({ revokedAt: now })
      .where(and(eq(invitation.teamId, teamId), eq(invitation.id, id), isOpen(now)))
      .returning({ id: invitation.id });
    if (rows.length > 0) await beside(tx);
    return rows.length > 0;
  });
}

export type FoundInvitation =
  | { kind: 'open'; teamId: string; teamName: string; role: Role; expiresAt: Date }
  | { kind: 'over' }
  | { kind: 'missing' };

export async function findInvitation(db: Db, token: string, now: Date): Promise<FoundInvitation> {
  const parsed = parseToken(token);
  if (!parsed) return { kind: 'missing' };
  const [row] = await asTeam(db, parsed.teamId, (tx) =>
    tx
      .select({
        role: invitation.role,
        expiresAt: invitation.expiresAt,
        usedAt: invitation.usedAt,
        revokedAt: invitation.revokedAt,
        teamName: organization.name,
      })
      .from(invitation)
      .innerJoin(organization, eq(organization.id, invitation.teamId))
      .where(and(eq(invitation.teamId, parsed.teamId), eq(invitation.secretHash, parsed.hash))),
  );
  if (!row) return { kind: 'missing' };
  if (row.usedAt || row.revokedAt || row.expiresAt <= now) return { kind: 'over' };
  return { kind: 'open', teamId: parsed.teamId, teamName: row.teamName, role: row.role, expiresAt: row.expiresAt };
}

export type Joined = { kind: 'joined'; role: Role } | { kind: 'over' } | { kind: 'already-there' };

/**
 * Uses an invitation up and makes the person a member, both or neither: of many tries at once one joins. Who is in the
 * team already leaves the invitation open.
 */
export async function joinTeam(
  { db, now, newId }: Pick<Deps, 'db' | 'now' | 'newId'>,
  token: string,
  who: { id: string; name: string },
) {
  const parsed = parseToken(token);
  if (!parsed) return { kind: 'over' } as const;
  const { teamId, hash } = parsed;
  const joining = db.transaction(async (tx): Promise<Joined> => {
    await enterTeam(tx, teamId);
    const [used] = await tx
      .update(invitation)
      .set({ usedAt: now(), usedBy: who.id })
      .where(and(eq(invitation.teamId, teamId), eq(invitation.secretHash, hash), isOpen(now())))
      .returning({ role: invitation.role });
    if (!used) return { kind: 'over' };
    await leaveTeam(tx);
    const { role } = used;
    await tx.insert(member).values({ id: newId(), organizationId: teamId, userId: who.id, role, createdAt: now() });
    await enterTeam(tx, teamId);
    const details = { role };
    await audit(
      tx,
      { now, newId },
      { team: { id: teamId }, user: who },
      { action: 'member-joined', target: who.id, details },
    );
    return { kind: 'joined', role };
  });
  return joining.catch((error: unknown): Joined => {
    if (isTaken(error)) return { kind: 'already-there' };
    throw error;
  });
}

/** A row of that key is there: PostgreSQL's unique_violation. */
function isTaken(error: unknown): boolean {
  const { code } = ((error as Error).cause ?? {}) as { code?: unknown };
  return code === '23505';
}
