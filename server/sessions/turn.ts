import { sql } from 'drizzle-orm';
import type pg from 'pg';
import type { Tx } from '../db/connect';

/** Whoever writes or deletes this session at the same time waits here until this transaction ends. */
export async function takeTurn(tx: Tx, teamId: string, sessionId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${teamId} || '/' || ${sessionId}::uuid, 0))`);
}

/** Enters the team and takes the turn in one statement. What is read next is what the one before left. */
export function enterTurn(teamId: string, sessionId: string): pg.QueryConfig {
  const text = `select set_config('app.team', $1, true), set_config('role', 'eitherway_team', true),
    pg_advisory_xact_lock(hashtextextended($1 || '/' || $2::uuid, 0))`;
  return { name: 'enter-turn', text, values: [teamId, sessionId] };
}
