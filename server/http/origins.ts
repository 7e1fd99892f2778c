import { cors } from 'hono/cors';
import type { Deps } from '../deps';

type Known = Pick<Deps, 'origins' | 'extensionId'>;

/** Firefox gives every installation an origin of its own; such a page never gets cookies, only what a bearer token opens. */
const FIREFOX = /^moz-extension:\/\/[0-9a-f-]{36}$/;

function isExtension({ extensionId }: Known, origin: string): boolean {
  return origin === `chrome-extension://${extensionId}` || FIREFOX.test(origin);
}

/** Lets the extension's pages read answers, without credentials: no cookie is ever honoured for a foreign origin. */
export function crossOrigin(known: Known) {
  return cors({
    origin: (origin) => (isExtension(known, origin) ? origin : null),
    allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
    allowHeaders: ['authorization', 'content-type'],
    exposeHeaders: ['retry-after', 'x-request-id'],
    maxAge: 600,
  });
}

/** The headers of a request, without its cookies when it comes from a page that is not ours. */
export function credentialsOf({ origins }: Pick<Deps, 'origins'>, headers: Headers): Headers {
  const origin = headers.get('origin');
  const site = headers.get('sec-fetch-site');
  const isForeign = (origin !== null && !origins.includes(origin)) || site === 'cross-site' || site === 'same-site';
  const own = new Headers(headers);
  if (isForeign) own.delete('cookie');
  return own;
}
