import { describe, expect, it } from 'vitest';
import { Problem } from '../errors';
import { aFinished } from '../test-people';
import { ALLOWED_SKEW_MS, checkClock } from './check-clock';

const now = new Date('2026-03-02T12:00:00.000Z');
const at = (ms: number) => new Date(now.getTime() + ms).toISOString();

describe("a device's clock", () => {
  it('may be ten minutes ahead, and any time behind', () => {
    for (const ms of [-86_400_000 * 300, 0, ALLOWED_SKEW_MS])
      expect(() =>
        checkClock(aFinished({ startedAt: at(-1), updatedAt: at(ms), finishedAt: at(ms) }), now),
      ).not.toThrow();
  });

  it.each(['startedAt', 'updatedAt', 'finishedAt'] as const)('may not put %s further ahead', (field) => {
    const early = { startedAt: at(-3), updatedAt: at(-2), finishedAt: at(-1) };
    const session = aFinished({ ...early, [field]: at(ALLOWED_SKEW_MS + 1) });
    expect(() => checkClock(session, now)).toThrow(Problem);
  });
});
