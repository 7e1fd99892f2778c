import { asc, eq } from 'drizzle-orm';
import type { Db } from '../db/connect';
import { member, organization } from '../db/schema';
import type { Auth } from './auth';
import { Role } from './roles';

export type Team = { id: string; name: string; role: Role };

/** Who asks: a person in the web app (`web`), or one of their extensions (`device`), and the team they act for. */
export type Identity = {
  via: 'web' | 'device';
  signInId: string;
  user: { id: string; name: string; email: string };
  team: Team | null;
  teams: Team[];
  /** Cookies that better-auth renewed on the way. */
  setCookies: string[];
};

/**
 * A bearer token counts only when it is a device's, a cookie only when it is a browser's: neither can stand in for the
 * other. Returns null for anyone who is not signed in.
 */
export async function identify(auth: Auth, db: Db, headers: Headers): Promise<Identity | null> {
  const authorization = headers.get('authorization');
  const cookie = headers.get('cookie');
  const via = authorization ? 'device' : 'web';
  const credential = authorization ? { authorization } : cookie ? { cookie } : null;
  if (!credential) return null;
  const found = await auth.api.getSession({
    headers: new Headers(credential),
    query: via === 'device' ? { disableRefresh: true } : {},
    returnHeaders: true,
  });
  const answer = found.response;
  if (!answer || answer.session.kind !== via) return null;
  const teams = await teamsOf(db, answer.user.id);
  const active = answer.session.activeOrganizationId;
  return {
    via,
    signInId: answer.session.id,
    user: { id: answer.user.id, name: answer.user.name, email: answer.user.email },
    team: teams.find((team) => team.id === active) ?? (via === 'web' || !active ? (teams[0] ?? null) : null),
    teams,
    setCookies: via === 'web' ? found.headers.getSetCookie() : [],
  };
}

async function teamsOf(db: Db, userId: string): Promise<Team[]> {
  const rows = await db
    .select({ id: organization.id, name: organization.name, role: member.role })
    .from(member)
    .innerJoin(organization, eq(organization.id, member.organizationId))
    .where(eq(member.userId, userId))
    .orderBy(asc(member.createdAt), asc(member.id));
  return rows.map((row) => ({ ...row, role: Role.parse(row.role) }));
}
