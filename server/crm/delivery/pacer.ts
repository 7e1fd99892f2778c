import type { Pace } from '../connector';

export type Pacer = {
  /** Waits until one more request fits the pace. */
  next(name: string | undefined): Promise<void>;
  /** Lets none go for so many milliseconds. */
  hold(ms: number): void;
  /** Lets none go any more: who waits, and who comes later, gets this error. */
  end(reason: Error): void;
};

/** Requests do not arrive just as far apart as they left: so much is added to each stretch, in milliseconds. */
const JITTER_MS = 50;
/** A request that left late may be made up for, up to this part of a stretch, which is added to it as well. */
const SLACK = 0.01;

/**
 * Spaces requests evenly, by when they really leave, so that no stretch of a vendor's has more than it allows, wherever
 * the stretch begins. After another process sent, `idleMs` ago, the first waits until that stretch is over.
 */
export function createPacer(paces: readonly Pace[], idleMs: number | null, now = () => performance.now()): Pacer {
  const lanes = paces.map(({ name, requests, perMs }) => ({
    name,
    every: (perMs * (1 + SLACK) + JITTER_MS) / requests,
    slack: perMs * SLACK,
    next: idleMs === null ? 0 : now() + Math.max(0, perMs - idleMs),
  }));
  let held = 0;
  const ending = new AbortController();
  /** Who waits for the same goes one after the other. */
  const lines = new Map<string | undefined, Promise<void>>();

  async function turn(name: string | undefined): Promise<void> {
    const concerned = lanes.filter((lane) => lane.name === 'all' || lane.name === name);
    for (;;) {
      ending.signal.throwIfAborted();
      const ms = Math.max(held, ...concerned.map((lane) => lane.next)) - now();
      if (ms <= 0) break;
      await sleep(Math.ceil(ms), ending.signal);
    }
    for (const lane of concerned) lane.next = Math.max(lane.next, now() - lane.slack) + lane.every;
  }

  return {
    next(name) {
      const mine = (lines.get(name) ?? Promise.resolve()).then(() => turn(name));
      lines.set(name, mine);
      return mine;
    },
    hold(ms) {
      held = Math.max(held, now() + ms);
    },
    end: (reason) => ending.abort(reason),
  };
}

/** Sleeps until the time is over or the signal comes. */
function sleep(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(awake, ms);
    signal.addEventListener('abort', awake);
    function awake(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', awake);
      done();
    }
  });
}
