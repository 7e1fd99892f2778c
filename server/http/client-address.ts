import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';

/** The network address to count by: what the outermost trusted proxy saw, or the socket's when there is no proxy. */
export function clientAddress(c: Context, trustedProxies: number): string {
  const passedOn = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim());
  if (trustedProxies > 0) return passedOn.at(-trustedProxies) || 'unknown';
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'unknown';
  }
}
