import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { backoffMs } from '@/lib/retry/backoff';
import { crmConnection, crmDelivery } from '../../db/schema';
import { asTeam } from '../../db/team-transaction';
import type { Link } from '../connector';
import { CrmError } from '../crm-error';
import { holdLane, type Lane, releaseLane, renewLane } from '../ledger/lanes';
import { type Connection, type Delivery, thisConnection } from '../ledger/rows';
import type { Account, CrmDeps } from './context';
import { deliverOne } from './deliver-one';
import { createDueQueue } from './due-queue';
import { createTurns } from './turns';

/** Requests in a row without a useful answer, after which an account is left alone for a while. */
const ENOUGH_FAILURES = 8;
/** Such waits are kept by the process that sends; longer ones are written down. Milliseconds. */
const SHORT_MS = 10_000;
/** An account that is back is found within this, in milliseconds. */
const LONGEST_PAUSE_MS = 900_000;
const BATCH = 40;

export type LaneRun = {
  deps: CrmDeps;
  me: string;
  lane: Lane;
  /** The connector at work for this connection, which sends only while `mayStart` says so. */
  open(connection: Connection, mayStart: () => void): Promise<Account | null>;
  /** Aborted when this process stops. */
  stopping: AbortSignal;
};

/** Sends what is due at one account until nothing is, the account fails, or the right to it is lost. */
export async function runLane({ deps, me, lane, open, stopping }: LaneRun): Promise<void> {
  const { db, times } = deps;
  let until: number | null = lane.until;
  let failures = lane.failures;
  let held = false;
  const renewing = setInterval(() => {
    renewLane(db, me, lane, times.leaseMs).then(
      (next) => {
        until = next;
      },
      () => {},
    );
  }, times.leaseMs / 3);
  /** A request may begin only if its end still lies within our right. */
  const mayStart = () => {
    if (until === null || performance.now() + times.requestMs > until) throw new LaneLost();
  };
  const pause = async () => {
    if (held) return;
    failures += 1;
    await hold(pauseFor(deps, failures, null));
  };
  const hold = async (at: Date | 'person') => {
    held = true;
    await holdLane(db, lane, { until: at, failures });
  };
  try {
    const connection = await readConnection(deps, lane);
    if (connection?.state !== 'on') return await hold('person');
    const account = await open(connection, mayStart);
    if (!account) return await hold('person');
    const inTurn = createTurns<Pick<Link, 'kind' | 'id'>>(({ kind, id }) => `${kind}:${id}`);
    const fetch = async () => {
      // Paused or disconnected meanwhile.
      if ((await readConnection(deps, lane))?.state === 'on') return dueRows(deps, lane);
      await hold('person');
      return [];
    };
    const due = createDueQueue(fetch, ({ sessionId, kind }) => `${sessionId} ${kind}`, account.atOnce);
    const one = async (row: Delivery) => {
      mayStart();
      const said = await deliverOne({ deps, connection, connector: account.connector, inTurn }, row);
      if (said.kind === 'attention') {
        await needAttention(deps, lane, said.code);
        await hold('person');
      } else if (account.failing() >= ENOUGH_FAILURES) await pause();
      else if (said.kind === 'failed' && said.after !== null) {
        if (said.after <= SHORT_MS) account.pacer.hold(said.after);
        else await hold(pauseFor(deps, 1, said.after));
      }
    };
    const work = async () => {
      for (let row = await due.take(); row && !held && !stopping.aborted; row = await due.take())
        await one(row).finally(() => due.done(row as Delivery));
    };
    const ended = await Promise.allSettled(Array.from({ length: account.atOnce }, work));
    for (const end of ended) if (end.status === 'rejected') throw end.reason;
    if (!held && failures > 0) await holdLane(db, lane, { until: 'now', failures: 0 });
  } catch (error) {
    if (error instanceof LaneLost) return;
    if (error instanceof CrmError) {
      if (error.kind === 'auth' || error.kind === 'config') {
        await needAttention(deps, lane, error.code ?? error.kind);
        await hold('person');
      } else if (error.after !== null) await hold(pauseFor(deps, 1, error.after));
      else await pause();
      return;
    }
    // A defect of ours must not be tried in a loop.
    deps.log.error({ part: 'crm', kind: error instanceof Error ? error.name : 'unknown' }, 'sending to a CRM broke');
    await pause().catch(() => {});
  } finally {
    clearInterval(renewing);
    await releaseLane(db, me, lane).catch(() => {});
  }
}

/** Another process may send to this account now. */
export class LaneLost extends Error {}

/** `tries`: how often it was left alone before, in a row. */
function pauseFor({ now, random }: CrmDeps, tries: number, after: number | null): Date {
  const ms = after === null ? Math.min(LONGEST_PAUSE_MS, backoffMs(tries, random)) : backoffMs(1, random, after);
  return new Date(now().getTime() + ms);
}

async function readConnection({ db }: CrmDeps, lane: Lane): Promise<Connection | undefined> {
  const [row] = await asTeam(db, lane.teamId, (tx) => tx.select().from(crmConnection).where(thisConnection(lane)));
  return row;
}

async function needAttention({ db }: CrmDeps, lane: Lane, problem: string): Promise<void> {
  await asTeam(db, lane.teamId, (tx) =>
    tx
      .update(crmConnection)
      .set({ state: 'attention', problem })
      .where(and(thisConnection(lane), eq(crmConnection.state, 'on'))),
  );
}

function dueRows({ db, now }: CrmDeps, { teamId, connectionId }: Lane): Promise<Delivery[]> {
  return asTeam(db, teamId, (tx) =>
    tx
      .select()
      .from(crmDelivery)
      .where(
        and(
          eq(crmDelivery.teamId, teamId),
          eq(crmDelivery.connectionId, connectionId),
          // In these very words, so that the index of what is due serves it.
          sql`state in ('waiting', 'sending', 'doubt')`,
          lte(crmDelivery.nextAt, now()),
        ),
      )
      .orderBy(asc(crmDelivery.nextAt))
      .limit(BATCH),
  );
}
