import { lookup as lookUp } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, type Dispatcher, request as send } from 'undici';
import { type Outgoing, OutgoingError, type OutgoingRequest } from './outgoing';

export type OutgoingOptions = {
  /** Names that may be reached, '.example.com' for all below it; null for any. */
  hosts: readonly string[] | null;
  /** Whether addresses of private networks, other ports and plain HTTP are let be. */
  allowPrivate: boolean;
  timeoutMs?: number;
  maxBytes?: number;
  lookup?: LookupFunction;
};

const FORBIDDEN = 'EITHERWAY_FORBIDDEN';

/**
 * Requests to where teams say, and nowhere inside: the address is checked after it was resolved, at the moment of
 * connecting, so that a name cannot point elsewhere in between. No redirect is followed.
 */
export function createOutgoing(options: OutgoingOptions): Outgoing {
  const { hosts, allowPrivate, timeoutMs = 15_000, maxBytes = 2_000_000, lookup = lookUp as LookupFunction } = options;
  const agent = new Agent({
    connect: { lookup: allowPrivate ? lookup : guarded(lookup), timeout: Math.min(timeoutMs, 10_000) },
    connections: 16,
    pipelining: 1,
    keepAliveTimeout: 10_000,
    // HTTP/2 may send a request anew by itself.
    allowH2: false,
  });
  return async (asked) => {
    const url = checkedUrl(asked, hosts, allowPrivate);
    let hasBegun = false;
    try {
      const answer = await send(url, {
        dispatcher: agent.compose((dispatch) => (options, handler) => dispatch(options, noting(handler, begin))),
        method: asked.method,
        headers: { 'user-agent': 'Eitherway', ...asked.headers },
        ...(asked.body !== undefined && { body: asked.body }),
        signal: AbortSignal.timeout(timeoutMs),
      });
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of answer.body) {
        size += chunk.length;
        if (size > maxBytes) throw new OutgoingError('in-doubt');
        chunks.push(chunk);
      }
      const headers = new Headers();
      for (const [name, value] of Object.entries(answer.headers))
        for (const each of [value].flat()) if (each !== undefined) headers.append(name, each);
      return { status: answer.statusCode, headers, text: Buffer.concat(chunks).toString('utf8') };
    } catch (error) {
      throw asOutgoingError(error, hasBegun);
    }
    function begin(): void {
      hasBegun = true;
    }
  };
}

/** Calls `begin` when a connection stands, its TLS too, and the first byte of the request is about to be written. */
function noting(handler: Dispatcher.DispatchHandler, begin: () => void): Dispatcher.DispatchHandler {
  return {
    onRequestStart(...told) {
      begin();
      handler.onRequestStart?.(...told);
    },
    onResponseStart: (...told) => handler.onResponseStart?.(...told),
    onResponseData: (...told) => handler.onResponseData?.(...told),
    onResponseEnd: (...told) => handler.onResponseEnd?.(...told),
    onResponseError: (...told) => handler.onResponseError?.(...told),
  };
}

function checkedUrl({ url: text }: OutgoingRequest, hosts: readonly string[] | null, allowPrivate: boolean): URL {
  if (!URL.canParse(text)) throw new OutgoingError('forbidden');
  const url = new URL(text);
  const name = url.hostname.toLowerCase();
  const isListed = hosts === null || hosts.some((host) => (host.startsWith('.') ? name.endsWith(host) : name === host));
  const isOpen = url.protocol === 'https:' && url.port === '';
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isListed || !isWeb || url.username || url.password) throw new OutgoingError('forbidden');
  if (!allowPrivate && (!isOpen || !isPublicLiteral(name))) throw new OutgoingError('forbidden');
  return url;
}

/** An address that is written out is never looked up, so it is checked here; a name is checked when it is resolved. */
function isPublicLiteral(name: string): boolean {
  const bare = name.replace(/^\[|\]$/g, '');
  return isIP(bare) === 0 || isPublic(bare);
}

/** All of IPv6 that is given out for the open internet; what lies beyond embeds other addresses, in ways of old too. Source: RFC 4291. */
const GIVEN_OUT = ipaddr.IPv6.parseCIDR('2000::/3');

/** Only addresses of the open internet: no loopback, private, link-local, carrier, multicast or embedded ones. */
export function isPublic(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  return address.range() === 'unicast' && (address instanceof ipaddr.IPv4 || address.match(GIVEN_OUT));
}

function guarded(lookup: LookupFunction): LookupFunction {
  return (name, options, done) => {
    lookup(name, options, (error, address, family) => {
      if (error) return done(error, address, family);
      const all = Array.isArray(address) ? address.map((each) => each.address) : [address];
      if (all.length > 0 && all.every(isPublic)) return done(null, address, family);
      done(Object.assign(new Error('not a public address'), { code: FORBIDDEN }), '', 0);
    });
  };
}

function asOutgoingError(error: unknown, hasBegun: boolean): OutgoingError {
  if (error instanceof OutgoingError) return error;
  for (let at = error as { code?: string; cause?: unknown } | undefined; at; at = at.cause as typeof at)
    if (at.code === FORBIDDEN) return new OutgoingError('forbidden');
  return new OutgoingError(hasBegun ? 'in-doubt' : 'not-sent');
}
