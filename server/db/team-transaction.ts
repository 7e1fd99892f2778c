import { sql } from 'drizzle-orm';
import type { Db, Tx } from './connect';

/**
 * Runs `work` in a transaction that can only see and write rows of the team, whatever it asks for:
 * `set_config('role', …, true)` is SET LOCAL ROLE, in the same round trip as the team's id.
 */
export function asTeam<T>(db: Db, teamId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction(async (tx) => {
    await enterTeam(tx, teamId);
    return work(tx);
  });
}

export async function enterTeam(tx: Pick<Tx, 'execute'>, teamId: string): Promise<void> {
  await tx.execute(sql`select set_config('app.team', ${teamId}, true), set_config('role', 'eitherway_team', true)`);
}

/** Back to the role of the connection, for what belongs to no team (the job queue), within the same transaction. */
export async function leaveTeam(tx: Pick<Tx, 'execute'>): Promise<void> {
  await tx.execute(sql`select set_config('role', 'none', true), set_config('app.team', '', true)`);
}
