/** Chance that can be had again: the same seed gives the same. */
export type Random = {
  /** A whole number from 0, below `end`. */
  below(end: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** A UUIDv7 of that moment. */
  id(at: number): string;
};

/** Mulberry32, by Tommy Ettinger (public domain). */
export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (end: number) => Math.floor((next() / 2 ** 32) * end);
  const hex = () => next().toString(16).padStart(8, '0');
  return {
    below,
    chance: (share) => next() / 2 ** 32 < share,
    pick: (list) => list[below(list.length)] as (typeof list)[number],
    id(at) {
      const time = Math.max(0, at).toString(16).padStart(12, '0');
      const [a, b, c] = [hex(), hex(), hex()];
      return `${time.slice(0, 8)}-${time.slice(8)}-7${a.slice(0, 3)}-8${a.slice(3, 6)}-${b}${c.slice(0, 4)}`;
    },
  };
}
