import { and, eq, isNull, lt, or } from 'drizzle-orm';
import { memberOf } from '../auth/identity';
import { secretHash } from '../auth/secret-hash';
import { calendarFeed } from '../db/schema';
import { asTeam } from '../db/team-transaction';
import type { Deps } from '../deps';
import { Problem } from '../errors';
import type { Reader } from '../sessions/may-read';

const HOUR_MS = 3_600_000;

/**
 * Whose feed a file name (team, secret, `.ics`) is, as they stand in their team now. Throws `no-such-link` for what was
 * never made or was taken back, and while the team asks for a second factor that they have not set up.
 */
export async function openFeed({ db, now }: Deps, file: string): Promise<Reader & { teamName: string }> {
  const [, teamId, secret] = /^([A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{43})\.ics$/.exec(file) ?? [];
  if (!teamId || !secret) throw new Problem('no-such-link');
  const itself = and(eq(calendarFeed.teamId, teamId), eq(calendarFeed.secretHash, secretHash(secret)));
  const feed = await asTeam(db, teamId, async (tx) => {
    const [found] = await tx.select({ userId: calendarFeed.userId }).from(calendarFeed).where(itself);
    const hourAgo = new Date(now().getTime() - HOUR_MS);
    const isStale = or(isNull(calendarFeed.readAt), lt(calendarFeed.readAt, hourAgo));
    if (found) await tx.update(calendarFeed).set({ readAt: now() }).where(and(itself, isStale));
    return found;
  });
  const member = feed && (await memberOf(db, feed.userId, teamId));
  if (!member || member.isShut) throw new Problem('no-such-link');
  const { id, role, name } = member.team;
  return { via: 'web', team: { id, role }, user: { id: feed.userId }, teamName: name };
}
