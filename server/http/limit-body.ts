import { bodyLimit } from 'hono/body-limit';
import { createMiddleware } from 'hono/factory';
import { UPLOAD_LIMIT } from '@/lib/session/for-team';
import type { Env } from '../deps';
import { Problem } from '../errors';

/** Refuses bodies over `limit` bytes. Most say their length beforehand; only of the others a stream is made, to count it. */
export function limitBody(limit = UPLOAD_LIMIT) {
  const count = bodyLimit({ maxSize: limit, onError: () => refuseLarge() });
  return createMiddleware<Env>(async (c, next) => {
    const said = c.req.header('content-length');
    if (said === undefined || c.req.header('transfer-encoding') !== undefined) return count(c, next);
    if (!(Number(said) <= limit)) refuseLarge();
    await next();
  });
}

/** The rest of such a body is not read, so its connection cannot be used again. */
function refuseLarge(): never {
  throw new Problem('too-large', {}, { connection: 'close' });
}
