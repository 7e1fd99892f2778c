import { createMiddleware } from 'hono/factory';
import { routePath } from 'hono/route';
import type { Deps, Env } from '../deps';
import { clientAddress } from './client-address';
import type { Metrics } from './metrics';

/**
 * Gives every request an id and one line in the log: the route's pattern instead of the address, and no body, header,
 * query or answer. A note can be in each of those.
 */
export function observe(deps: Pick<Deps, 'log' | 'newId' | 'trustedProxies'>, metrics: Metrics) {
  return createMiddleware<Env>(async (c, next) => {
    const requestId = deps.newId();
    c.set('requestId', requestId);
    c.set('address', clientAddress(c, deps.trustedProxies));
    const begun = performance.now();
    await next();
    c.res.headers.set('x-request-id', requestId);
    const seconds = (performance.now() - begun) / 1000;
    const { method } = c.req;
    const route = routePath(c);
    const { status } = c.res;
    metrics.requests.observe({ method, route, status: String(status) }, seconds);
    deps.log[status >= 500 ? 'error' : 'info'](
      { requestId, method, route, status, ms: Math.round(seconds * 1000) },
      'request',
    );
  });
}
