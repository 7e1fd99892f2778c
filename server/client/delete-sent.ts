import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../db/connect';
import { clientLink, sentCheck, session } from '../db/schema';
import { CHANNEL } from '../news/news';

/** Deletes what was sent, out of the session that took it as well, and ends its page. */
export async function deleteSent(tx: Tx, { teamId, id }: { teamId: string; id: string }, now: Date): Promise<void> {
  await tx.delete(sentCheck).where(and(eq(sentCheck.teamId, teamId), eq(sentCheck.id, id)));
  await tx
    .update(clientLink)
    .set({ revokedAt: now })
    .where(and(eq(clientLink.teamId, teamId), eq(clientLink.checkId, id)));
  await tx
    .update(session)
    .set({ document: sql`${session.document} - 'selfCheck'` })
    .where(and(eq(session.teamId, teamId), sql`${session.document} -> 'selfCheck' ->> 'id' = ${id}`));
  const news = JSON.stringify({ team: teamId, kind: 'check', id });
  await tx.execute(sql`select pg_notify(${CHANNEL}, ${news})`);
}
