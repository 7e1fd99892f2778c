/**
 * Things to do, fetched before the last ones are done, so that who works on them never waits for more. What was handed
 * out since a fetch began is not handed out again by it: it may have been looked at before it was begun.
 */
export function createDueQueue<Row>(fetch: () => Promise<Row[]>, keyOf: (row: Row) => string, low: number) {
  const waiting: Row[] = [];
  const under = new Set<string>();
  let since = new Set<string>();
  let filling: Promise<'more' | 'again' | 'none'> | null = null;

  async function fill(): Promise<'more' | 'again' | 'none'> {
    since = new Set([...under, ...waiting.map(keyOf)]);
    const found = await fetch();
    const more = found.filter((row) => !since.has(keyOf(row)));
    waiting.push(...more);
    if (waiting.length > 0) return 'more';
    // What was done while it was looked at stood in the way of what else there may be.
    return found.some((row) => !under.has(keyOf(row))) ? 'again' : 'none';
  }
  const filled = () => {
    filling ??= fill().finally(() => {
      filling = null;
    });
    return filling;
  };

  return {
    /** The next thing to do, or null when there is none that is not being done. Throws what the fetch throws. */
    async take(): Promise<Row | null> {
      while (waiting.length === 0) if ((await filled()) === 'none') return null;
      const row = waiting.shift() as Row;
      under.add(keyOf(row));
      since.add(keyOf(row));
      // A fetch that fails fails again when it is waited for.
      if (waiting.length <= low) filled().catch(() => {});
      return row;
    },
    done(row: Row): void {
      under.delete(keyOf(row));
    },
  };
}
