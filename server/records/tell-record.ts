import { sql } from 'drizzle-orm';
import type { Tx } from '../db/connect';
import { CHANNEL } from '../news/news';
import type { At } from './read-record';

/** Tells who listens that the record of a session changed. */
export async function tellRecord(tx: Tx, { teamId, id }: At): Promise<void> {
  const news = JSON.stringify({ team: teamId, kind: 'record', id });
  await tx.execute(sql`select pg_notify(${CHANNEL}, ${news})`);
}
