import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPacer } from './pacer';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function times(requests: number, perMs: number, wanted: number, idleMs: number | null = null): Promise<number[]> {
  const pacer = createPacer([{ name: 'all', requests, perMs }], idleMs, () => Date.now());
  const begun = Date.now();
  const sent: number[] = [];
  const all = Promise.all(
    Array.from({ length: wanted }, async () => {
      await pacer.next(undefined);
      sent.push(Date.now() - begun);
    }),
  );
  await vi.runAllTimersAsync();
  await all;
  return sent;
}

it('never lets more go in any stretch than the vendor allows, and loses little of it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 5, max: 200 }),
      fc.integer({ min: 1_000, max: 60_000 }),
      async (requests, perMs) => {
        const sent = await times(requests, perMs, requests * 3);
        for (const [at, from] of sent.entries()) {
          const inStretch = sent.slice(at).filter((time) => time - from < perMs).length;
          expect(inStretch).toBeLessThanOrEqual(requests);
        }
        const last = sent.at(-1) ?? 0;
        // Whole milliseconds are lost to timers where requests are only a few of them apart.
        expect(last).toBeLessThanOrEqual((requests * 3 - 1) * ((perMs * 1.01 + 50) / requests) + 2);
      },
    ),
    { numRuns: 50 },
  );
});

it('lets the stretch of another process pass first', async () => {
  expect((await times(10, 1_000, 1, 300))[0]).toBeGreaterThanOrEqual(700);
  expect((await times(10, 1_000, 1, 5_000))[0]).toBe(0);
});

it('keeps the narrower pace of a kind of request without holding back the others', async () => {
  const pacer = createPacer(
    [
      { name: 'all', requests: 100, perMs: 1_000 },
      { name: 'search', requests: 1, perMs: 1_000 },
    ],
    null,
    () => Date.now(),
  );
  const begun = Date.now();
  const at: Record<string, number> = {};
  const go = async (name: string, pace?: string) => {
    await pacer.next(pace);
    at[name] = Date.now() - begun;
  };
  const all = Promise.all([go('first', 'search'), go('second', 'search')]);
  await vi.runAllTimersAsync();
  await all;
  expect(at.second).toBeGreaterThanOrEqual(1_000);
});

it('lets nothing go while it is held', async () => {
  const pacer = createPacer([{ name: 'all', requests: 10, perMs: 1_000 }], null, () => Date.now());
  const begun = Date.now();
  pacer.hold(5_000);
  const next = pacer.next(undefined).then(() => Date.now() - begun);
  await vi.runAllTimersAsync();
  expect(await next).toBeGreaterThanOrEqual(5_000);
});

it('lets none go any more when it has ended, and keeps nobody waiting', async () => {
  const pacer = createPacer([{ name: 'all', requests: 1, perMs: 3_600_000 }], null, () => Date.now());
  await pacer.next(undefined);
  const waiting = [pacer.next(undefined), pacer.next('search')].map((next) => expect(next).rejects.toThrow('over'));
  pacer.end(new Error('over'));
  await Promise.all(waiting);
  await expect(pacer.next(undefined)).rejects.toThrow('over');
  expect(vi.getTimerCount()).toBe(0);
});
