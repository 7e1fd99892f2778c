import { and, asc, eq, gt, sql } from 'drizzle-orm';
import type { Db } from '../db/connect';
import { account, authSession, member, organization, user } from '../db/schema';
import type { Auth } from './auth';
import { Role } from './roles';
import { secretHash } from './secret-hash';

export type Team = { id: string; name: string; role: Role };

/** Who asks: a person in the web app (`web`), or one of their extensions (`device`), and the team they act for. */
export type Identity = {
  via: 'web' | 'device';
  signInId: string;
  user: { id: string; name: string; email: string };
  team: Team | null;
  teams: Team[];
  /** Ids of teams that ask for a second factor which this browser's person has not set up. */
  shutTeams: string[];
  /** Cookies that better-auth renewed on the way. */
  setCookies: string[];
};

/**
 * A bearer token counts only when it is a device's, a cookie only when it is a browser's: neither can stand in for the
 * other. Returns null for anyone who is not signed in.
 */
export async function identify(auth: Auth, db: Db, headers: Headers): Promise<Identity | null> {
  const authorization = headers.get('authorization');
  if (authorization) return device(db, authorization);
  const cookie = headers.get('cookie');
  return cookie ? browser(auth, db, cookie) : null;
}

/** A device's sign-in is never prolonged, so one look at the database says all: who, until when, in which teams now. */
async function device(db: Db, authorization: string): Promise<Identity | null> {
  const [, token] = /^bearer ([\x21-\x7e]{1,200})$/i.exec(authorization) ?? [];
  if (!token) return null;
  const rows = await db
    .select({
      signInId: authSession.id,
      active: authSession.activeOrganizationId,
      user: { id: user.id, name: user.name, email: user.email },
      team: { id: organization.id, name: organization.name },
      role: member.role,
      isFresh: sql<boolean>`coalesce(${authSession.lastUsedAt} > now() - interval '1 hour', false)`,
    })
    .from(authSession)
    .innerJoin(user, eq(user.id, authSession.userId))
    .leftJoin(member, eq(member.userId, user.id))
    .leftJoin(organization, eq(organization.id, member.organizationId))
    .where(and(eq(authSession.token, secretHash(token)), eq(authSession.kind, 'device'), isNotOver))
    .orderBy(asc(member.createdAt), asc(member.id));
  const [first] = rows;
  if (!first) return null;
  if (!first.isFresh) await wasUsed(db, first.signInId);
  const teams = rows.flatMap(({ team, role }) => (team && role ? [{ ...team, role: Role.parse(role) }] : []));
  return {
    via: 'device',
    signInId: first.signInId,
    user: first.user,
    ...actingFor(teams, first.active),
    // What was connected before goes on sending its expert's own sessions; connecting anew asks for the factor.
    shutTeams: [],
    setCookies: [],
  };
}

/** For the lists of devices, which say when each was used last, to the hour. */
async function wasUsed(db: Db, signInId: string): Promise<void> {
  await db.update(authSession).set({ lastUsedAt: sql`now()` }).where(eq(authSession.id, signInId));
}

const isNotOver = gt(authSession.expiresAt, sql`now()`);

/** What better-auth makes of the cookie; it may renew it on the way. */
async function browser(auth: Auth, db: Db, cookie: string): Promise<Identity | null> {
  const { response, headers } = await auth.api.getSession({ headers: new Headers({ cookie }), returnHeaders: true });
  if (response?.session.kind !== 'web') return null;
  const { session, user } = response;
  const rows = await teamsOf(db, user.id);
  const teams = rows.map(({ id, name, role }) => ({ id, name, role }));
  return {
    via: 'web',
    signInId: session.id,
    user: { id: user.id, name: user.name, email: user.email },
    team: actingFor(teams, session.activeOrganizationId).team ?? teams[0] ?? null,
    teams,
    shutTeams: user.twoFactorEnabled ? [] : rows.filter(({ isShut }) => isShut).map(({ id }) => id),
    setCookies: headers.getSetCookie(),
  };
}

/** The team that the sign-in is for, while the person is in it; a device that is for none takes the first. */
function actingFor(teams: Team[], active: string | null | undefined): Pick<Identity, 'team' | 'teams'> {
  const found = active ? teams.find(({ id }) => id === active) : teams[0];
  return { team: found ?? null, teams };
}

/** A person within one team, asked for by something that is not their browser; null when they are not in it. */
export async function memberOf(
  db: Db,
  userId: string,
  teamId: string,
): Promise<{ team: Team; isShut: boolean } | null> {
  const [person] = await db.select({ hasSecond: user.twoFactorEnabled }).from(user).where(eq(user.id, userId));
  const found = (await teamsOf(db, userId)).find(({ id }) => id === teamId);
  if (!found) return null;
  const { isShut, ...team } = found;
  return { team, isShut: isShut && !person?.hasSecond };
}

/** A person without a password signs in with their organisation, whose own second factor it is. */
const hasPassword = sql<boolean>`exists (select 1 from ${account}
  where ${account.userId} = ${member.userId} and ${account.password} is not null)`;

async function teamsOf(db: Db, userId: string): Promise<(Team & { isShut: boolean })[]> {
  const rows = await db
    .select({
      id: organization.id,
      name: organization.name,
      role: member.role,
      isShut: sql<boolean>`${organization.requireTwoFactor} and ${hasPassword}`,
    })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(eq(member.userId, userId))
    .orderBy(asc(member.createdAt), asc(member.id));
  return rows.map((row) => ({ ...row, role: Role.parse(row.role) }));
}
