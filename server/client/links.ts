import { and, eq } from 'drizzle-orm';
import { newSecret, secretHash } from '../auth/secret-hash';
import type { Db, Tx } from '../db/connect';
import { clientLink, organization } from '../db/schema';
import { asTeam } from '../db/team-transaction';
import { Problem } from '../errors';

export type ClientLink = typeof clientLink.$inferSelect;
export type NewLink = Pick<ClientLink, 'teamId' | 'id' | 'kind' | 'madeBy' | 'madeByName' | 'madeAt' | 'expiresAt'> &
  Partial<ClientLink>;

/** An opened link, with the name of the team that made it. */
export type OpenLink = { link: ClientLink; teamName: string };

/**
 * Makes a private address for a client: the team, so that its row is found within the team's walls, and 256 random bits,
 * of which only the SHA-256 is kept. `secret`: another one of at least 128 random bits.
 */
export async function makeLink(tx: Tx, link: NewLink, secret = newSecret()): Promise<{ token: string }> {
  await tx.insert(clientLink).values({ ...link, secretHash: secretHash(secret) });
  return { token: `${link.teamId}.${secret}` };
}

/** The secret part of a token, or null. */
export function secretOf(token: string): string | null {
  return /^[A-Za-z0-9_-]{1,64}\.([A-Za-z0-9_-]{43})$/.exec(token)?.[1] ?? null;
}

/**
 * Opens a link and runs `work` within its team. Throws `no-such-link` for what was never made, and `link-ended` for what
 * expired or was revoked: who has the address may know that.
 */
export async function withLink<T>(
  db: Db,
  token: string,
  kind: ClientLink['kind'],
  now: Date,
  work: (tx: Tx, opened: OpenLink) => Promise<T>,
): Promise<T> {
  const [teamId = '', secret] = token.split('.');
  if (secret === undefined || secretOf(token) === null) throw new Problem('no-such-link');
  const [team] = await db.select({ name: organization.name }).from(organization).where(eq(organization.id, teamId));
  if (!team) throw new Problem('no-such-link');
  return asTeam(db, teamId, async (tx) => {
    const itself = and(
      eq(clientLink.teamId, teamId),
      eq(clientLink.secretHash, secretHash(secret)),
      eq(clientLink.kind, kind),
    );
    const [link] = await tx.select().from(clientLink).where(itself);
    if (!link) throw new Problem('no-such-link');
    if (link.revokedAt || link.expiresAt <= now) throw new Problem('link-ended', { team: team.name });
    return work(tx, { link, teamName: team.name });
  });
}

/** A link of 30 days' life, counted from now. */
export function expiry(now: Date, days = 30): Date {
  return new Date(now.getTime() + days * 86_400_000);
}
