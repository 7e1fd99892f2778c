import { eq, lte, or, type SQL } from 'drizzle-orm';
import { session } from '../db/schema';
import type { Member } from '../deps';

/** Who reads: a member who asks, or one for whom a calendar does. */
export type Reader = { via: Member['via']; team: Pick<Member['team'], 'id' | 'role'>; user: { id: string } };

/** Leads and admins read their team's sessions in the web app; everyone, and every connected extension, reads their own. */
export function readsTeam(member: Reader): boolean {
  return member.via === 'web' && member.team.role !== 'expert';
}

/** Which sessions the member may read: their own, and in the web app for leads those of the team that are shared by now. */
export function readable(member: Reader, now: Date): SQL | undefined {
  const own = eq(session.expertId, member.user.id);
  return readsTeam(member) ? or(lte(session.sharedFrom, now), own) : own;
}

/** The same for one session that is at hand. */
export function mayRead(member: Reader, found: { expertId: string; sharedFrom: Date }, now: Date): boolean {
  return found.expertId === member.user.id || (readsTeam(member) && found.sharedFrom <= now);
}
