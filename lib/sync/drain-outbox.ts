import { backoffMs } from '@/lib/retry/backoff';
import type { Store } from '@/lib/storage/open-store';
import {
  listOutbox,
  markDelivered,
  markSetback,
  type OutboxEntry,
  postponeTeam,
  readForSending,
} from '@/lib/storage/outbox';
import type { Send } from './send';

export type DrainResult = {
  kind: 'done' | 'offline' | 'signed-out' | 'paused';
  /** How many the team took, and how many it refused, this time. */
  delivered: number;
  refused: number;
  /** Entries of this team that still wait. */
  waiting: number;
  /** When to try again, in milliseconds since 1970; null when nothing waits or only a sign-in helps. */
  nextAt: number | null;
};

export type DrainOptions = {
  store: Store;
  /** The team that is signed in: only what was enqueued for it is sent. */
  teamId: string;
  send: Send;
  now?: () => number;
  random?: () => number;
  /** True when there is reason to think that the network is back: what waits for it is tried before its time. */
  networkBack?: boolean;
  locks?: Pick<LockManager, 'request'> | undefined;
};

type TeamEntry = OutboxEntry & { teamId: string };

/** Sends what is due, one after the other, the oldest first. Only one drain runs at a time, in whichever window. */
export async function drainOutbox(options: DrainOptions): Promise<DrainResult> {
  const locks = 'locks' in options ? options.locks : navigator.locks;
  if (!locks) return drain(options);
  return await locks.request('eitherway-drain', () => drain(options));
}

async function drain(options: DrainOptions): Promise<DrainResult> {
  const { store, teamId, send, now = Date.now, random = Math.random, networkBack = false } = options;
  const counts = { delivered: 0, refused: 0 };
  const tried = new Set<string>();
  let kind: DrainResult['kind'] = 'done';
  for (;;) {
    const mine = await waitingFor(store, teamId);
    const due = mine.find((entry) => isDue(entry, now(), networkBack) && !tried.has(nameOf(entry)));
    if (!due) break;
    tried.add(nameOf(due));
    kind = await sendOne(due);
    if (kind !== 'done') break;
  }
  const left = await waitingFor(store, teamId);
  const nextAt =
    kind === 'signed-out' || left.length === 0
      ? null
      : Math.min(...left.map((entry) => Math.max(entry.notBefore, now())));
  return { kind, ...counts, waiting: left.length, nextAt };

  async function sendOne(due: TeamEntry): Promise<DrainResult['kind']> {
    const picture = await readForSending(store, due);
    if (!picture) return 'done';
    const result = await send(due, picture.session);
    switch (result.kind) {
      case 'accepted':
        await markDelivered(store, due);
        counts.delivered += 1;
        return 'done';
      case 'refused':
        await markSetback(store, due, result);
        counts.refused += 1;
        return 'done';
      case 'signed-out':
        return 'signed-out';
      case 'offline':
        await wait(due, 'network', 0, true);
        return 'offline';
      case 'retry':
        await wait(due, 'server', result.askedMs, result.everyone);
        return result.everyone ? 'paused' : 'done';
      default:
        throw new Error(`unhandled ${result satisfies never}`);
    }
  }

  async function wait(due: TeamEntry, waitsFor: 'network' | 'server', askedMs: number, everyone: boolean) {
    const notBefore = now() + backoffMs(due.attempts + 1, random, askedMs);
    await markSetback(store, due, { kind: 'later', notBefore, waitsFor });
    if (everyone) await postponeTeam(store, teamId, notBefore, waitsFor);
  }
}

/** What waits for this team and was not refused, the oldest first. */
export async function waitingFor(store: Store, teamId: string): Promise<TeamEntry[]> {
  const entries = await listOutbox(store);
  return entries.filter((entry): entry is TeamEntry => entry.teamId === teamId && entry.refusal === null);
}

function isDue(entry: OutboxEntry, now: number, networkBack: boolean): boolean {
  return entry.notBefore <= now || (networkBack && entry.waitsFor === 'network');
}

function nameOf(entry: OutboxEntry): string {
  return `${entry.kind} ${entry.sessionId} ${entry.revision}`;
}
