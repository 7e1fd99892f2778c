import type { Pace } from '../connector';

/** `next` waits until one more request fits the pace; `hold` lets none go for so many milliseconds. */
export type Pacer = { next(name: string | undefined): Promise<void>; hold(ms: number): void };

/** Requests do not arrive just as far apart as they left: so much is added to each stretch, in milliseconds. */
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
  let held = 0;
  return {
    async next(name) {
      const concerned = lanes.filter((lane) => lane.name === 'all' || lane.name === name);
      const at = Math.max(now(), held, ...concerned.map((lane) => lane.next));
      for (const lane of concerned) lane.next = at + lane.every;
      const ms = at - now();
      if (ms > 0) await new Promise((done) => setTimeout(done, Math.ceil(ms)));
      // Held meanwhile: those that stood in line begin anew, at their distance.
      if (held > now()) await this.next(name);
    },
    hold(ms) {
      held = Math.max(held, now() + ms);
    },
  };
}
