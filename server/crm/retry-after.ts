/** No vendor makes us wait longer than this by one header, in milliseconds. */
const LONGEST_MS = 3_600_000;

/** How long a vendor asks us to wait, in milliseconds, as seconds or as a date (RFC 9110, 10.2.3); null when it says nothing of use. */
export function retryAfter(headers: Headers, now: Date): number | null {
  const said = headers.get('retry-after')?.trim();
  if (!said) return null;
  const ms = /^\d+(\.\d+)?$/.test(said) ? Number(said) * 1_000 : Date.parse(said) - now.getTime();
  return Number.isFinite(ms) ? Math.min(Math.max(0, ms), LONGEST_MS) : null;
}
