import { and, eq, gt } from 'drizzle-orm';
import { audit } from '../audit/audit';
import { wantAtOnce } from '../crm/ledger/want';
import type { Tx } from '../db/connect';
import { session } from '../db/schema';
import type { Deps, Member } from '../deps';
import type { AtSession } from './at-session';

/** Lets the leads read it from now on; what they may read already stays so. */
export async function shareNow(tx: Tx, deps: Deps, who: Member, { teamId, id }: AtSession): Promise<void> {
  const now = deps.now();
  const shared = await tx
    .update(session)
    .set({ sharedFrom: now })
    .where(and(eq(session.teamId, teamId), eq(session.id, id), gt(session.sharedFrom, now)))
    .returning({ id: session.id });
  if (shared.length === 0) return;
  await wantAtOnce(tx, teamId, id);
  await audit(tx, deps, who, { action: 'session-shared', target: id });
}
