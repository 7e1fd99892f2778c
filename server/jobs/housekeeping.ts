import { and, isNotNull, lt, or, sql } from 'drizzle-orm';
import type { Db } from '../db/connect';
import {
  authSession,
  clientLink,
  deviceCode,
  invitation,
  organization,
  rateLimit,
  sessionEvent,
  sessionTombstone,
  verification,
} from '../db/schema';
import { asTeam } from '../db/team-transaction';

const DAY_MS = 86_400_000;
/** A device that was away longer than this signs in anew anyway (see DEVICE_LIFE_MS), so no late copy can come. */
const KEEP_TOMBSTONES_MS = 400 * DAY_MS;
const KEEP_INVITATIONS_MS = 30 * DAY_MS;
const KEEP_LINKS_MS = 30 * DAY_MS;
const KEEP_EVENTS_MS = 400 * DAY_MS;

export type Tidied = Record<
  'deviceCodes' | 'signIns' | 'verifications' | 'limits' | 'invitations' | 'links' | 'tombstones' | 'events',
  number
>;

/** Removes what has run out. Team by team where rows belong to one: the walls between teams hold here too. */
export async function housekeeping(db: Db, now: Date): Promise<Tidied> {
  const before = (ageMs: number) => new Date(now.getTime() - ageMs);
  const count = async (statement: PromiseLike<{ rowCount: number | null }>) => (await statement).rowCount ?? 0;
  const tidied: Tidied = {
    deviceCodes: await count(db.delete(deviceCode).where(lt(deviceCode.expiresAt, now))),
    signIns: await count(db.delete(authSession).where(lt(authSession.expiresAt, now))),
    verifications: await count(db.delete(verification).where(lt(verification.expiresAt, now))),
    limits: await count(
      db.delete(rateLimit).where(and(isNotNull(rateLimit.expire), lt(rateLimit.expire, now.getTime()))),
    ),
    invitations: 0,
    links: 0,
    tombstones: 0,
    events: 0,
  };
  for (const { id } of await db.select({ id: organization.id }).from(organization)) {
    await asTeam(db, id, async (tx) => {
      const over = before(KEEP_INVITATIONS_MS);
      tidied.invitations += await count(
        tx
          .delete(invitation)
          .where(or(lt(invitation.expiresAt, over), lt(invitation.usedAt, over), lt(invitation.revokedAt, over))),
      );
      const ended = before(KEEP_LINKS_MS);
      tidied.links += await count(
        tx.delete(clientLink).where(or(lt(clientLink.expiresAt, ended), lt(clientLink.revokedAt, ended))),
      );
      tidied.tombstones += await count(
        tx.delete(sessionTombstone).where(lt(sessionTombstone.deletedAt, before(KEEP_TOMBSTONES_MS))),
      );
      tidied.events += await count(
        tx
          .delete(sessionEvent)
          .where(and(lt(sessionEvent.at, before(KEEP_EVENTS_MS)), sql`${sessionEvent.processedAt} is not null`)),
      );
    });
  }
  return tidied;
}
