import { createMiddleware } from 'hono/factory';
import { secureHeaders } from 'hono/secure-headers';
import type { Env } from '../deps';

/** Where the pages for clients lie, which run no script at all. */
export const CLIENT_PAGES = '/c/';

const none = ["'none'"];
const self = ["'self'"];
const ofPages = { styleSrc: self, baseUri: none, formAction: self, frameAncestors: none };
const ofClients = { defaultSrc: none, ...ofPages, imgSrc: ['data:'] };
const ofApp = {
  defaultSrc: none,
  scriptSrc: self,
  ...ofPages,
  imgSrc: [...self, 'data:'],
  fontSrc: self,
  mediaSrc: [...self, 'blob:'],
  connectSrc: self,
  manifestSrc: self,
  objectSrc: none,
};

/** Pages load only what we serve, and nobody frames them. HSTS once the API is reached by https. */
export function securityHeaders(origin: string) {
  const [app, clients] = [ofApp, ofClients].map((policy) => headersWith(origin, policy));
  return createMiddleware<Env>(async (c, next) => (c.req.path.startsWith(CLIENT_PAGES) ? clients : app)?.(c, next));
}

function headersWith(origin: string, contentSecurityPolicy: typeof ofClients) {
  return secureHeaders({
    contentSecurityPolicy,
    strictTransportSecurity: origin.startsWith('https:') ? 'max-age=63072000; includeSubDomains' : false,
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    crossOriginResourcePolicy: 'cross-origin',
  });
}
