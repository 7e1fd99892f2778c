import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address';
import { credentialsOf } from './origins';

const origins = ['https://eitherway.example.com'];
const cookieOf = (headers: Record<string, string>) =>
  credentialsOf({ origins }, new Headers({ cookie: 'a=b', ...headers })).get('cookie');

describe('cookies', () => {
  it.each([
    ['a navigation', {}],
    ['a typed address', { 'sec-fetch-site': 'none' }],
    ['a page of ours', { origin: 'https://eitherway.example.com', 'sec-fetch-site': 'same-origin' }],
  ])('count for %s', (_what, headers) => {
    expect(cookieOf(headers)).toBe('a=b');
  });

  it.each([
    ['another site', { origin: 'https://elsewhere.example' }],
    ['our site over http', { origin: 'http://eitherway.example.com' }],
    ['another port', { origin: 'https://eitherway.example.com:8443' }],
    ['a sibling', { origin: 'https://other.example.com', 'sec-fetch-site': 'same-site' }],
    ['a sibling that hides its origin', { 'sec-fetch-site': 'same-site' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['a page that embeds an image of ours', { 'sec-fetch-site': 'cross-site' }],
    ['our own extension', { origin: 'chrome-extension://gclceibgcpfbdiglhaaefomhlmonjgmm' }],
  ])('do not count for %s', (_what, headers) => {
    expect(cookieOf(headers)).toBeNull();
  });

  it('are all that is taken away', () => {
    const left = credentialsOf({ origins }, new Headers({ cookie: 'a=b', origin: 'null', authorization: 'Bearer x' }));
    expect([...left.keys()].sort()).toEqual(['authorization', 'origin']);
  });
});

describe('the address to count by', () => {
  const seen = async (trustedProxies: number, forwarded?: string) => {
    const app = new Hono().get('/', (c) => c.text(clientAddress(c, trustedProxies)));
    return (await app.request('/', { headers: forwarded ? { 'x-forwarded-for': forwarded } : {} })).text();
  };

  it('is what the outermost trusted proxy saw, whatever the caller claims', async () => {
    expect(await seen(1, '6.6.6.6, 10.0.0.1')).toBe('10.0.0.1');
    expect(await seen(2, '6.6.6.6, 203.0.113.9, 10.0.0.1')).toBe('203.0.113.9');
  });

  it('is never what the caller claims when there is no proxy', async () => {
    expect(await seen(0, '6.6.6.6')).toBe('unknown');
  });

  it('is shared by all who come around the proxies', async () => {
    expect(await seen(2, '10.0.0.1')).toBe('unknown');
  });
});
