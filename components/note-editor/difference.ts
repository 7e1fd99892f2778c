/** The one piece in which two texts differ: `from` to `to` of the old one became `insert`. */
export function difference(old: string, next: string): { from: number; to: number; insert: string } {
  if (old === next) return { from: 0, to: 0, insert: '' };
  const shorter = Math.min(old.length, next.length);
  let from = 0;
  while (from < shorter && old.charCodeAt(from) === next.charCodeAt(from)) from++;
  let tail = 0;
  while (tail < shorter - from && old.charCodeAt(old.length - 1 - tail) === next.charCodeAt(next.length - 1 - tail))
    tail++;
  return { from, to: old.length - tail, insert: next.slice(from, next.length - tail) };
}
