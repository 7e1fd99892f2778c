import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../../db/connect';
import { crmDelivery } from '../../db/schema';
import type { ConnectionName } from './rows';

/** At once, by whatever clock. */
export const NOW = sql`'-infinity'::timestamptz`;

/**
 * Wants the newest revision of these sessions at every account of the team, as soon as they are shared. What is under way
 * or in doubt goes on, and is done again after that. A session that goes nowhere stays so.
 */
export function wantNotes(teamId: string, which: SQL, now: Date): SQL {
  return sql`
    insert into crm_delivery as d
      (team_id, connection_id, session_id, kind, wanted, wanted_revision, state, next_at, changed_at)
    select s.team_id, c.id, s.id, 'note', 'present', s.revision, 'waiting', s.shared_from, ${now.toISOString()}::timestamptz
    from session s join crm_connection c on c.team_id = s.team_id and s.finished_at >= c.send_from
    where s.team_id = ${teamId} and ${which}
    order by c.id, s.id
    on conflict (team_id, connection_id, session_id, kind) do update set
      wanted = 'present', wanted_revision = excluded.wanted_revision, failures = 0, first_tried_at = null,
      state = case when d.state in ('sending', 'doubt', 'kept-here') then d.state else 'waiting' end,
      problem = case when d.state in ('sending', 'doubt', 'kept-here') then d.problem end,
      next_at = case when d.state in ('sending', 'doubt') then d.next_at else excluded.next_at end
    where d.wanted_revision < excluded.wanted_revision`;
}

/** A session that was shared now is not waited for any longer. */
export async function wantAtOnce(tx: Tx, teamId: string, sessionId: string): Promise<void> {
  await tx
    .update(crmDelivery)
    .set({ nextAt: NOW })
    .where(
      and(
        eq(crmDelivery.teamId, teamId),
        eq(crmDelivery.sessionId, sessionId),
        eq(crmDelivery.state, 'waiting'),
        eq(crmDelivery.attempts, 0),
      ),
    );
}

/** Begins anew with what waits for a person, or all that waits; what is in doubt is looked for first, as ever. */
export async function tryAgain(tx: Tx, at: ConnectionName, which: SQL | undefined, now: Date): Promise<number> {
  const again = await tx
    .update(crmDelivery)
    .set({
      state: sql`case when in_doubt then 'doubt' else 'waiting' end`,
      problem: null,
      failures: 0,
      firstTriedAt: null,
      nextAt: NOW,
      changedAt: now,
    })
    .where(
      and(
        eq(crmDelivery.teamId, at.teamId),
        eq(crmDelivery.connectionId, at.connectionId),
        inArray(crmDelivery.state, ['waiting', 'doubt', 'needs-match', 'needs-person']),
        which,
      ),
    );
  return again.rowCount ?? 0;
}
