/** Work on the same thing goes one after the other; on different things at once. */
export function createTurns<Thing>(nameOf: (thing: Thing) => string) {
  const last = new Map<string, Promise<unknown>>();
  return async <T>(things: readonly Thing[], work: () => Promise<T>): Promise<T> => {
    const names = [...new Set(things.map(nameOf))];
    const before = Promise.allSettled(names.flatMap((name) => last.get(name) ?? []));
    const mine = before.then(work);
    const over = mine.catch(() => {});
    for (const name of names) last.set(name, over);
    try {
      return await mine;
    } finally {
      for (const name of names) if (last.get(name) === over) last.delete(name);
    }
  };
}
