import { and, eq } from 'drizzle-orm';
import { audit } from '../audit/audit';
import { newSecret, secretHash } from '../auth/secret-hash';
import { calendarFeed } from '../db/schema';
import { asTeam } from '../db/team-transaction';
import type { Deps, Member } from '../deps';
import type { NewFeed, OwnFeed } from './wire';

const ownOf = (member: Member) => and(eq(calendarFeed.teamId, member.team.id), eq(calendarFeed.userId, member.user.id));

export function readOwnFeed({ db }: Deps, member: Member): Promise<OwnFeed> {
  return asTeam(db, member.team.id, async (tx) => {
    const [feed] = await tx.select().from(calendarFeed).where(ownOf(member));
    if (!feed) return { feed: null };
    return { feed: { madeAt: feed.madeAt.toISOString(), readAt: feed.readAt?.toISOString() ?? null } };
  });
}

/** Makes the member's feed, or makes it anew: an address that it had before opens nothing any more. It has 256 random bits. */
export function makeFeed(deps: Deps, member: Member): Promise<NewFeed> {
  const { teamId, userId } = { teamId: member.team.id, userId: member.user.id };
  const secret = newSecret();
  const made = { secretHash: secretHash(secret), madeAt: deps.now(), readAt: null };
  return asTeam(deps.db, teamId, async (tx) => {
    await tx
      .insert(calendarFeed)
      .values({ teamId, userId, ...made })
      .onConflictDoUpdate({ target: [calendarFeed.teamId, calendarFeed.userId], set: made });
    await audit(tx, deps, member, { action: 'calendar-made' });
    return { address: `${deps.origins[0]}/calendar/${teamId}.${secret}.ics`, madeAt: made.madeAt.toISOString() };
  });
}

/** Takes the address back; harmless when there is none. */
export function revokeFeed(deps: Deps, member: Member): Promise<void> {
  return asTeam(deps.db, member.team.id, async (tx) => {
    const gone = await tx.delete(calendarFeed).where(ownOf(member)).returning({ userId: calendarFeed.userId });
    if (gone.length > 0) await audit(tx, deps, member, { action: 'calendar-revoked' });
  });
}
