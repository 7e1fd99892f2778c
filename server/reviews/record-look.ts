import { audit } from '../audit/audit';
import type { Tx } from '../db/connect';
import { sessionLook } from '../db/schema';
import type { Deps, Member } from '../deps';

/** Writes down that someone else's session was read, so that its expert sees by whom and when. */
export async function recordLook(tx: Tx, deps: Deps, who: Member, sessionId: string): Promise<void> {
  const now = deps.now();
  const viewer = { viewerName: who.user.name, lastAt: now };
  await tx
    .insert(sessionLook)
    .values({ teamId: who.team.id, sessionId, viewerId: who.user.id, firstAt: now, ...viewer })
    .onConflictDoUpdate({ target: [sessionLook.teamId, sessionLook.sessionId, sessionLook.viewerId], set: viewer });
  await audit(tx, deps, who, { action: 'session-read', target: sessionId });
}
