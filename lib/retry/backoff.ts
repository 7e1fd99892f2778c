const SHORTEST_MS = 2_000;
const LONGEST_MS = 3_600_000;
/** What an API may ask for at most: one day. */
const LONGEST_ASKED_MS = 86_400_000;

/**
 * How long to wait after `attempts` tries (1: the first one failed), in milliseconds: full jitter between 2 s and a
 * ceiling that doubles up to 1 h, so that many devices do not come back together. `askedMs` is the API's Retry-After:
 * never earlier than that. Source: Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015.
 */
export function backoffMs(attempts: number, random: () => number, askedMs = 0): number {
  const ceiling = Math.min(LONGEST_MS, SHORTEST_MS * 2 ** Math.max(1, Math.min(attempts, 30)));
  const jittered = SHORTEST_MS + random() * (ceiling - SHORTEST_MS);
  return Math.round(askedMs > 0 ? Math.min(LONGEST_ASKED_MS, askedMs) + random() * SHORTEST_MS : jittered);
}

/** Retry-After (RFC 9110, 10.2.3) in milliseconds from `now`; 0 when it is missing or makes no sense. */
export function retryAfterMs(header: string | null, now: number): number {
  if (header === null) return 0;
  if (/^\d+$/.test(header.trim())) return Number(header) * 1_000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? 0 : Math.max(0, date - now);
}
