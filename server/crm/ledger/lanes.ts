import { sql } from 'drizzle-orm';
import type { Db } from '../../db/connect';
import { asTeam } from '../../db/team-transaction';
import type { ConnectionName } from './rows';

/** The right to send to one account, for a while. */
export type Lane = ConnectionName & {
  failures: number;
  /** Milliseconds since another process may have sent to it last; null when none did. */
  idleMs: number | null;
  /** `performance.now()` after which the right may be another's. */
  until: number;
};

type Claimed = { teamId: string; connectionId: string; failures: number; idleMs: number | null };

/** Takes accounts for which something is due and that nobody sends to. Seen of the teams is that, and no more. */
export async function claimLanes(db: Db, me: string, now: Date, leaseMs: number, most: number): Promise<Lane[]> {
  if (most <= 0) return [];
  const asked = performance.now();
  const rows = await db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('role', 'eitherway_sender', true)`);
    const { rows } = await tx.execute<Claimed>(sql`
      with due as (
        select team_id, connection_id, leased_until from crm_lane l
        where (leased_until is null or leased_until < clock_timestamp())
          and (not_before is null or not_before <= ${now.toISOString()}::timestamptz)
          and exists (select 1 from crm_delivery d where d.team_id = l.team_id and d.connection_id = l.connection_id
            and d.state in ('waiting', 'sending', 'doubt') and d.next_at <= ${now.toISOString()}::timestamptz)
        order by random() limit ${most} for update skip locked
      )
      update crm_lane l set leased_by = ${me}, leased_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
      from due where l.team_id = due.team_id and l.connection_id = due.connection_id
      returning l.team_id as "teamId", l.connection_id as "connectionId", l.failures,
        (extract(epoch from clock_timestamp() - due.leased_until) * 1000)::float8 as "idleMs"`);
    return rows;
  });
  return rows.map((row) => ({ ...row, until: asked + leaseMs }));
}

/** Until when it is ours now, as `performance.now()`; null when it is not any more. */
export async function renewLane(db: Db, me: string, lane: Lane, leaseMs: number): Promise<number | null> {
  const asked = performance.now();
  const kept = await asTeam(db, lane.teamId, (tx) =>
    tx.execute(sql`update crm_lane set leased_until = clock_timestamp() + ${leaseMs} * interval '1 millisecond'
      where team_id = ${lane.teamId} and connection_id = ${lane.connectionId} and leased_by = ${me}`),
  );
  return kept.rowCount ? asked + leaseMs : null;
}

/** Gives it back; when it was last used stays to be seen. */
export async function releaseLane(db: Db, me: string, { teamId, connectionId }: Lane): Promise<void> {
  await asTeam(db, teamId, (tx) =>
    tx.execute(sql`update crm_lane set leased_by = null, leased_until = least(leased_until, clock_timestamp())
      where team_id = ${teamId} and connection_id = ${connectionId} and leased_by = ${me}`),
  );
}

/** Nothing is sent before `until`; null for a word of a person. `failures` counts those in a row. */
export async function holdLane(
  db: Db,
  { teamId, connectionId }: ConnectionName,
  { until, failures }: { until: Date | 'person' | 'now'; failures: number },
): Promise<void> {
  const at = until === 'person' ? 'infinity' : until === 'now' ? '-infinity' : until.toISOString();
  await asTeam(db, teamId, (tx) =>
    tx.execute(sql`update crm_lane set not_before = ${at}::timestamptz, failures = ${failures}
      where team_id = ${teamId} and connection_id = ${connectionId}`),
  );
}
