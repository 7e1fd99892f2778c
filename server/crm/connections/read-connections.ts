import { and, desc, eq, getTableColumns, ne, type SQL, sql } from 'drizzle-orm';
import type { DeliveryLine } from '@/lib/crm/session-crm';
import type { Tx } from '../../db/connect';
import { crmConnection, crmDelivery, crmLane, session } from '../../db/schema';
import { asTeam } from '../../db/team-transaction';
import type { Deps, Member } from '../../deps';
import { readable } from '../../sessions/may-read';
import type { Delivery } from '../ledger/rows';
import type { Connection } from '../wire';

const nameOf = (deps: Deps, crm: string) => deps.crm.crms.find(({ id }) => id === crm)?.name ?? crm;

/** The connections of the team with how they are; never a secret. */
export function listConnections(deps: Deps, teamId: string): Promise<Connection[]> {
  return asTeam(deps.db, teamId, async (tx) => {
    const rows = await tx
      .select({
        ...getTableColumns(crmConnection),
        notBefore: sql<Date | null>`case when isfinite(${crmLane.notBefore}) then ${crmLane.notBefore} end`.mapWith(
          crmLane.notBefore,
        ),
      })
      .from(crmConnection)
      .leftJoin(crmLane, and(eq(crmLane.teamId, crmConnection.teamId), eq(crmLane.connectionId, crmConnection.id)))
      .where(eq(crmConnection.teamId, teamId))
      .orderBy(crmConnection.createdAt, crmConnection.id);
    const counted = await countStates(tx, teamId);
    return rows.map((row): Connection => {
      const of = (...states: Delivery['state'][]) =>
        counted
          .filter((each) => each.connectionId === row.id && states.includes(each.state))
          .reduce((sum, { n }) => sum + n, 0);
      const last = counted.flatMap((each) => (each.connectionId === row.id && each.last ? [each.last] : []));
      return {
        id: row.id,
        crm: row.crm,
        crmName: nameOf(deps, row.crm),
        name: row.name,
        account: row.account && { name: row.account.name, url: row.account.url, missing: [...row.account.missing] },
        settings: { ...row.settings },
        mapping: row.mapping,
        state: row.state,
        problem: row.problem,
        sendFrom: row.sendFrom.toISOString(),
        createdBy: row.createdByName,
        checkedAt: row.checkedAt?.toISOString() ?? null,
        notBefore: row.notBefore && row.notBefore > deps.now() ? row.notBefore.toISOString() : null,
        counts: {
          done: of('done'),
          waiting: of('waiting', 'sending', 'doubt'),
          needsMatch: of('needs-match'),
          needsPerson: of('needs-person'),
        },
        lastDeliveredAt: last.sort().at(-1) ?? null,
      };
    });
  });
}

async function countStates(tx: Tx, teamId: string) {
  const { rows } = await tx.execute<{
    connectionId: string;
    state: Delivery['state'];
    n: number;
    last: string | null;
  }>(sql`
    select connection_id as "connectionId", state, count(*)::int as n,
      to_char(max(delivered_at) at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as last
    from crm_delivery where team_id = ${teamId} group by connection_id, state`);
  return rows;
}

/** The last deliveries that the member may know of, newest first. */
export async function listDeliveries(
  deps: Deps,
  { team }: Member,
  connectionId: string,
  state: Delivery['state'] | undefined,
): Promise<DeliveryLine[]> {
  const of = and(
    eq(crmDelivery.teamId, team.id),
    eq(crmDelivery.connectionId, connectionId),
    state ? eq(crmDelivery.state, state) : ne(crmDelivery.state, 'removed'),
  );
  const rows = await asTeam(deps.db, team.id, (tx) => select(tx, of).limit(100));
  // Of a session that is not shared yet an admin learns that something waits, and no more.
  return rows.map((row) => lineOf(deps, row, row.sharedFrom !== null && row.sharedFrom <= deps.now()));
}

/** Where one session stands at every account. */
export async function deliveriesOfSession(deps: Deps, member: Member, sessionId: string) {
  const teamId = member.team.id;
  return asTeam(deps.db, teamId, async (tx) => {
    const of = and(eq(crmDelivery.teamId, teamId), eq(crmDelivery.sessionId, sessionId), readable(member, deps.now()));
    const rows = await select(tx, of);
    return rows.map((row) => ({
      ...lineOf(deps, row, true),
      candidates: row.candidates,
      paused: row.connectionState !== 'on',
    }));
  });
}

function select(tx: Tx, which: SQL | undefined) {
  return tx
    .select({
      ...getTableColumns(crmDelivery),
      nextAt: sql<Date | null>`case when isfinite(${crmDelivery.nextAt}) then ${crmDelivery.nextAt} end`.mapWith(
        crmDelivery.nextAt,
      ),
      connectionName: crmConnection.name,
      connectionState: crmConnection.state,
      crm: crmConnection.crm,
      client: session.client,
      sharedFrom: session.sharedFrom,
    })
    .from(crmDelivery)
    .innerJoin(
      crmConnection,
      and(eq(crmConnection.teamId, crmDelivery.teamId), eq(crmConnection.id, crmDelivery.connectionId)),
    )
    .leftJoin(session, and(eq(session.teamId, crmDelivery.teamId), eq(session.id, crmDelivery.sessionId)))
    .where(which)
    .orderBy(desc(crmDelivery.changedAt), crmDelivery.kind, crmDelivery.sessionId);
}

type Row = Awaited<ReturnType<typeof select>>[number];

function lineOf(deps: Deps, row: Row, named: boolean): DeliveryLine {
  const waits = row.state === 'waiting' || row.state === 'doubt' || row.state === 'sending';
  return {
    connectionId: row.connectionId,
    connectionName: row.connectionName,
    crmName: nameOf(deps, row.crm),
    sessionId: row.sessionId,
    client: named ? (row.client ?? '') : '',
    kind: row.kind,
    state: row.state,
    problem: row.problem,
    url: row.remoteUrl,
    shortened: row.shortened,
    nextAt: waits ? (row.nextAt?.toISOString() ?? null) : null,
    deliveredAt: row.deliveredAt?.toISOString() ?? null,
    changedAt: row.changedAt.toISOString(),
  };
}
