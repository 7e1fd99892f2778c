import { cors } from 'hono/cors';
import { createMiddleware } from 'hono/factory';
import type { Deps, Env } from '../deps';

type Known = Pick<Deps, 'origins' | 'extensionId'>;

/** Firefox gives every installation an origin of its own; such a page never gets cookies, only what a bearer token opens. */
const FIREFOX = /^moz-extension:\/\/[0-9a-f-]{36}$/;

function isExtension({ extensionId }: Known, origin: string): boolean {
  return origin === `chrome-extension://${extensionId}` || FIREFOX.test(origin);
}

const EXPOSED = ['retry-after', 'x-request-id'];

/**
 * Lets the extension's pages read answers, without credentials: no cookie is ever honoured for a foreign origin. Hono's own
 * `cors` asks beforehand; after a request it would make a stream of each answer, which costs more than the rest of it.
 */
export function crossOrigin(known: Known) {
  const beforehand = cors({
    origin: (origin) => (isExtension(known, origin) ? origin : null),
    allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
    allowHeaders: ['authorization', 'content-type'],
    exposeHeaders: EXPOSED,
    maxAge: 600,
  });
  return createMiddleware<Env>(async (c, next) => {
    if (c.req.method === 'OPTIONS') return beforehand(c, next);
    // Sign-in hands on its request without this header: it is read before.
    const origin = c.req.header('origin');
    await next();
    if (origin && isExtension(known, origin)) c.res.headers.set('access-control-allow-origin', origin);
    c.res.headers.set('access-control-expose-headers', EXPOSED.join(','));
    c.res.headers.append('vary', 'Origin');
  });
}

/** The headers of a request, without its cookies when it comes from a page that is not ours. */
export function credentialsOf({ origins }: Pick<Deps, 'origins'>, headers: Headers): Headers {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  const isForeign = (origin !== null && !origins.includes(origin)) || site === 'cross-site' || site === 'same-site';
  if (!isForeign || !headers.has('cookie')) return headers;
  const own = new Headers(headers);
  own.delete('cookie');
  return own;
}
