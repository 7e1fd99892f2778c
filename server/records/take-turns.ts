import { and, eq } from 'drizzle-orm';
import type { Tx } from '../db/connect';
import { session } from '../db/schema';
import type { At } from './read-record';

/**
 * What changes a session's record takes turns, until the transaction ends. The lock is the weakest that two cannot hold:
 * who came by `atSession` holds the row as it is, and two that wanted it whole would wait for each other.
 */
export async function takeTurns(tx: Tx, { teamId, id }: At) {
  const itself = and(eq(session.teamId, teamId), eq(session.id, id));
  const [stored] = await tx.select().from(session).where(itself).for('no key update');
  return stored ?? null;
}
