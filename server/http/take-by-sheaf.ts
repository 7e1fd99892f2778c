/** What a limiter of rate-limiter-flexible offers: takes points of a key's window, or rejects when it has none left. */
type Limiter = { consume(key: string, points: number): Promise<{ msBeforeNext: number }> };
type Sheaf = { left: number; until: number };

/** So many keys are remembered at most; a forgotten one only asks the database sooner. */
const REMEMBERED = 10_000;

/** Takes `size` points at a time and spends them one by one until their window ends. Rejects as the limiter does. */
export function takeBySheaf(limiter: Limiter, size: number, now = () => Date.now()) {
  const sheaves = new Map<string, Sheaf>();
  const fetching = new Map<string, Promise<void>>();

  async function fetch(key: string): Promise<void> {
    try {
      const { msBeforeNext } = await limiter.consume(key, size);
      sheaves.delete(key);
      sheaves.set(key, { left: size, until: now() + msBeforeNext });
      const [oldest] = sheaves.keys();
      if (sheaves.size > REMEMBERED && oldest !== undefined) sheaves.delete(oldest);
    } finally {
      fetching.delete(key);
    }
  }

  return async (key: string): Promise<void> => {
    if (size === 1) return void (await limiter.consume(key, 1));
    for (;;) {
      const held = sheaves.get(key);
      if (held && held.left > 0 && now() < held.until) {
        held.left -= 1;
        return;
      }
      const fetched = fetching.get(key) ?? fetch(key);
      fetching.set(key, fetched);
      await fetched;
    }
  };
}
