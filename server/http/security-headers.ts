import { secureHeaders } from 'hono/secure-headers';

/** Pages load only what we serve, and nobody frames them. HSTS once the API is reached by https. */
export function securityHeaders(origin: string) {
  const none = ["'none'"];
  const self = ["'self'"];
  return secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: none,
      scriptSrc: self,
      styleSrc: self,
      imgSrc: [...self, 'data:'],
      fontSrc: self,
      mediaSrc: [...self, 'blob:'],
      connectSrc: self,
      manifestSrc: self,
      baseUri: none,
      formAction: self,
      frameAncestors: none,
      objectSrc: none,
    },
    strictTransportSecurity: origin.startsWith('https:') ? 'max-age=63072000; includeSubDomains' : false,
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    crossOriginResourcePolicy: 'cross-origin',
  });
}
