import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDueQueue } from './due-queue';

/** So many things that are due until they are done, looked at a few at a time, by workers that take turns in any order. */
async function workedOff(count: number, workers: number, batch: number, scheduler: fc.Scheduler): Promise<number[]> {
  const due = new Set(Array.from({ length: count }, (_, at) => at));
  const done: number[] = [];
  const queue = createDueQueue(
    () => {
      const seen = [...due].slice(0, batch);
      return scheduler.schedule(Promise.resolve(seen));
    },
    String,
    workers,
  );
  const work = async () => {
    for (let row = await queue.take(); row !== null; row = await queue.take()) {
      await scheduler.schedule(Promise.resolve());
      due.delete(row);
      done.push(row);
      queue.done(row);
    }
  };
  while (due.size > 0) await scheduler.waitFor(Promise.all(Array.from({ length: workers }, work)));
  return done;
}

it('hands out everything once, in whatever order workers and fetches come to their ends', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat({ max: 60 }),
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 9, max: 20 }),
      fc.scheduler(),
      async (count, workers, batch, scheduler) => {
        const done = await workedOff(count, workers, batch, scheduler);
        expect(done.sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, at) => at));
      },
    ),
    { numRuns: 200 },
  );
});

it('tells who waits that a fetch failed', async () => {
  const queue = createDueQueue(() => Promise.reject(new Error('away')), String, 2);
  await expect(queue.take()).rejects.toThrow('away');
});
