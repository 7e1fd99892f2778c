import { v7 } from 'uuid';
import { claimLanes, type Lane } from '../ledger/lanes';
import type { Connection } from '../ledger/rows';
import { hashOf } from '../links';
import { openAccount } from '../open-account';
import type { Account, CrmDeps } from './context';
import { createPacer } from './pacer';
import { LaneLost, runLane } from './run-lane';

/** A connector is made anew after this. */
const OPEN_ANEW_MS = 3_600_000;

type Opened = Account & { of: string; openedAt: number; mayStart: () => void };

/**
 * Sends what is due, for all teams, beside other processes that do the same. `stop` lets what is under way end, and for a
 * short while also what a vendor's pace keeps waiting.
 */
export function startDeliveries(deps: CrmDeps): { stop(): Promise<void> } {
  const me = v7();
  const stopping = new AbortController();
  const running = new Map<string, Promise<void>>();
  const opened = new Map<string, Opened>();
  let timer: NodeJS.Timeout | undefined;

  async function look(): Promise<void> {
    try {
      const lanes = await claimLanes(deps.db, me, deps.now(), deps.times.leaseMs, deps.times.lanes - running.size);
      for (const lane of lanes) {
        const name = `${lane.teamId}/${lane.connectionId}`;
        const run = runLane({
          deps,
          me,
          lane,
          stopping: stopping.signal,
          open: (connection, mayStart) => open(lane, connection, mayStart),
        });
        running.set(
          name,
          run.finally(() => running.delete(name)),
        );
      }
    } catch (error) {
      if (!stopping.signal.aborted)
        deps.log.warn(
          { part: 'crm', kind: error instanceof Error ? error.name : 'unknown' },
          'could not look for what is due',
        );
    }
    if (stopping.signal.aborted) return;
    timer = setTimeout(() => {
      looking = look();
    }, deps.times.pollMs);
  }

  /** Kept between runs: what a connector learned, and how fast it may go on. */
  async function open(lane: Lane, connection: Connection, mayStart: () => void): Promise<Account | null> {
    const definition = deps.crms.find(({ id }) => id === connection.crm);
    if (!definition || connection.secret === null) return null;
    const name = `${lane.teamId}/${lane.connectionId}`;
    const of = hashOf([connection.settings, connection.crm, connection.account]);
    const known = opened.get(name);
    if (known?.of === of && performance.now() - known.openedAt < OPEN_ANEW_MS) {
      known.mayStart = mayStart;
      return known;
    }
    const pacer = known?.pacer ?? createPacer(deps.paceOf(definition), lane.idleMs);
    let failing = 0;
    const atOnce = Math.min(deps.times.parallel, definition.atOnce ?? deps.times.parallel);
    const entry = { of, openedAt: performance.now(), mayStart, pacer, atOnce, failing: () => failing };
    const connector = openAccount(deps, definition, connection, (outgoing) => async (request) => {
      await pacer.next(request.pace);
      entry.mayStart();
      failing += 1;
      const answer = await outgoing(request);
      if (answer.status < 500) failing = 0;
      return answer;
    });
    const account = Object.assign(entry, { connector });
    opened.set(name, account);
    return account;
  }

  let looking = look();
  return {
    async stop() {
      stopping.abort(new Error('stopping'));
      clearTimeout(timer);
      await looking;
      // What a vendor's pace keeps waiting is left as a process that dies leaves it: looked for first, by the next one.
      const impatience = setTimeout(() => {
        for (const { pacer } of opened.values()) pacer.end(new LaneLost());
      }, deps.times.graceMs);
      await Promise.allSettled(running.values());
      clearTimeout(impatience);
    },
  };
}
