import { describe, expect, it } from 'vitest';
import { takeBySheaf } from './take-by-sheaf';

/** A limit as the database keeps it, shared by all who take from it. */
function aLimit(points: number) {
  let consumed = 0;
  const limit = {
    asked: 0,
    async consume(_key: string, taken: number) {
      limit.asked += 1;
      await Promise.resolve();
      consumed += taken;
      if (consumed > points) throw new Error('none left');
      return { msBeforeNext: 1_000 };
    },
    next: () => {
      consumed = 0;
    },
  };
  return limit;
}

async function passed(takes: Promise<void>[]): Promise<number> {
  return (await Promise.allSettled(takes)).filter(({ status }) => status === 'fulfilled').length;
}
const often = (times: number, take: (key: string) => Promise<void>) => Array.from({ length: times }, () => take('a'));

describe('a limit of which a process takes a part at a time', () => {
  it('lets exactly as many through, asking the database once a part', async () => {
    const limit = aLimit(60);
    expect(await passed(often(200, takeBySheaf(limit, 6)))).toBe(60);
    expect(limit.asked).toBeLessThan(20);
  });

  it('never lets more through when several processes take from it at once', async () => {
    const limit = aLimit(60);
    const processes = [1, 2, 3].map(() => takeBySheaf(limit, 6));
    expect(await passed(processes.flatMap((take) => often(50, take)))).toBe(60);
  });

  it('does not carry what was left into the next window', async () => {
    const limit = aLimit(6);
    const clock = { now: 0 };
    const take = takeBySheaf(limit, 6, () => clock.now);
    await take('a');
    clock.now = 1_000;
    limit.next();
    expect(await passed(often(20, take))).toBe(6);
  });

  it('keeps people apart', async () => {
    const asked: string[] = [];
    const consume = async (key: string) => {
      asked.push(key);
      return { msBeforeNext: 1_000 };
    };
    const take = takeBySheaf({ consume }, 5);
    await take('a');
    await take('b');
    await take('a');
    expect(asked).toEqual(['a', 'b']);
  });

  it('is counted one by one when it is narrow', async () => {
    const limit = aLimit(8);
    expect(await passed(often(12, takeBySheaf(limit, 1)))).toBe(8);
    expect(limit.asked).toBe(12);
  });
});
