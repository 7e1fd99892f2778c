import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../db/connect';

/**
 * Deletes sessions of the team for which `which` holds (over the table `session`), each with a tombstone that keeps late
 * copies out and an event for who follows. To be called within the team. Returns how many.
 */
export async function deleteSessions(tx: Tx, teamId: string, which: SQL, now: Date): Promise<number> {
  const at = sql`${now.toISOString()}::timestamptz`;
  const { rows } = await tx.execute<{ n: number }>(sql`
    with gone as (
      delete from session where team_id = ${teamId} and ${which} returning team_id, id, expert_id, revision
    ), tombstones as (
      insert into session_tombstone (team_id, session_id, expert_id, deleted_at)
      select team_id, id, expert_id, ${at} from gone on conflict do nothing
    ), events as (
      insert into session_event (team_id, session_id, revision, kind, at, processed_at)
      select team_id, id, revision, 'deleted', ${at}, ${at} from gone on conflict do nothing
    )
    select count(*)::int as n from gone`);
  return rows[0]?.n ?? 0;
}
