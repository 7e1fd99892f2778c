import { setTimeout } from 'node:timers/promises';
import type { Pace } from '../connector';

/** Waits until one more request fits the pace. */
export type Pacer = (name: string | undefined) => Promise<void>;

/** Requests do not arrive just as far apart as they left: so much less than the vendor allows, in milliseconds of each stretch. */
const JITTER_MS = 50;

/**
 * Spaces requests evenly, so that no stretch of a vendor's has more than it allows, wherever the stretch begins. After
 * another process sent, `idleMs` ago, the first waits until that stretch is over.
 */
export function createPacer(paces: readonly Pace[], idleMs: number | null, now = () => performance.now()): Pacer {
  const lanes = paces.map(({ name, requests, perMs }) => ({
    name,
    every: (perMs + JITTER_MS) / requests,
    next: idleMs === null ? 0 : now() + Math.max(0, perMs - idleMs),
  }));
  return async (name) => {
    const concerned = lanes.filter((lane) => lane.name === 'all' || lane.name === name);
    const at = Math.max(now(), ...concerned.map(({ next }) => next));
    for (const lane of concerned) lane.next = at + lane.every;
    const ms = at - now();
    if (ms > 0) await setTimeout(Math.ceil(ms));
  };
}
