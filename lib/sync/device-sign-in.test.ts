import { describe, expect, it, vi } from 'vitest';
import { pollDeviceSignIn, startDeviceSignIn } from './device-sign-in';

const ORIGIN = 'https://api.example';
const pending = {
  apiOrigin: ORIGIN,
  deviceCode: 'device-1',
  userCode: 'ABCD-EFGH',
  page: `${ORIGIN}/device?user_code=ABCDEFGH`,
  intervalMs: 5_000,
  expiresAt: 900_000,
};
const answering = (status: number, body: unknown) =>
  vi.fn<typeof fetch>(async () => new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }));
const away: typeof fetch = async () => {
  throw new TypeError('Failed to fetch');
};
const code = {
  device_code: 'device-1',
  user_code: 'ABCD-EFGH',
  verification_uri: `${ORIGIN}/device`,
  verification_uri_complete: `${ORIGIN}/device?user_code=ABCDEFGH`,
  expires_in: 900,
  interval: 5,
};

describe('starting', () => {
  it('asks for a code under the name of this extension', async () => {
    const fetch = answering(200, code);
    expect(await startDeviceSignIn(ORIGIN, 0, fetch)).toEqual({ kind: 'started', pending });
    const [address, init] = fetch.mock.calls[0] ?? [];
    expect(address).toBe(`${ORIGIN}/api/auth/device/code`);
    expect(init).toMatchObject({ method: 'POST', credentials: 'omit', body: '{"client_id":"eitherway-extension"}' });
  });

  it('does with the page alone, a relative one too, and with the usual interval', async () => {
    const { verification_uri_complete, interval, ...less } = code;
    const fetch = answering(200, { ...less, verification_uri: '/device' });
    expect(await startDeviceSignIn(ORIGIN, 0, fetch)).toMatchObject({
      pending: { page: `${ORIGIN}/device`, intervalMs: 5_000 },
    });
  });

  it('offers no page that is not a web address', async () => {
    const fetch = answering(200, { ...code, verification_uri_complete: 'javascript:alert(1)' });
    expect(await startDeviceSignIn(ORIGIN, 0, fetch)).toEqual({ kind: 'refused', sentence: '' });
  });

  it.each([
    ['no network', away, { kind: 'offline' }],
    ['another server', answering(200, '<html>'), { kind: 'refused', sentence: '' }],
    ['a page that is not there', answering(404, 'nothing'), { kind: 'refused', sentence: '' }],
    [
      'an API that does not know us',
      answering(400, { error: 'invalid_client', error_description: 'Invalid client ID' }),
      { kind: 'refused', sentence: 'Invalid client ID' },
    ],
    ['an error without a sentence', answering(400, { error: 'invalid_client' }), { kind: 'refused', sentence: '' }],
    [
      'an API with a problem',
      answering(429, { code: 'rate-limited', title: 'Too many requests.' }),
      { kind: 'refused', sentence: 'Too many requests.' },
    ],
  ])('says what happened with %s', async (_, fetch, started) => {
    expect(await startDeviceSignIn(ORIGIN, 0, fetch)).toEqual(started);
  });
});

describe('asking whether the code was confirmed', () => {
  it('sends the device code, and gets the token once it was', async () => {
    const fetch = answering(200, { access_token: 'token-1', token_type: 'Bearer' });
    expect(await pollDeviceSignIn(pending, 0, fetch)).toEqual({ kind: 'token', token: 'token-1' });
    expect(fetch.mock.calls[0]?.[0]).toBe(`${ORIGIN}/api/auth/device/token`);
    expect(JSON.parse(String(fetch.mock.calls[0]?.[1]?.body))).toEqual({
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: 'device-1',
      client_id: 'eitherway-extension',
    });
  });

  const slower = { kind: 'pending', pending: { ...pending, intervalMs: 10_000 } };
  it.each([
    ['not yet', answering(400, { error: 'authorization_pending' }), { kind: 'pending', pending }],
    ['slow down', answering(400, { error: 'slow_down' }), slower],
    ['too many requests', answering(429, 'later'), slower],
    ['no network', away, { kind: 'pending', pending }],
    ['an API that restarts', answering(503, ''), { kind: 'pending', pending }],
    ['expired', answering(400, { error: 'expired_token' }), { kind: 'expired' }],
    ['refused on the page', answering(403, { error: 'access_denied' }), { kind: 'denied' }],
    [
      'a code that was used',
      answering(400, { error: 'invalid_grant', error_description: 'Used' }),
      { kind: 'refused', sentence: 'Used' },
    ],
    ['a token that is none', answering(200, { access_token: '' }), { kind: 'refused', sentence: '' }],
  ])('knows what "%s" means', async (_, fetch, polled) => {
    expect(await pollDeviceSignIn(pending, 0, fetch)).toEqual(polled);
  });

  it('asks nothing about a code whose time is over', async () => {
    const fetch = answering(200, {});
    expect(await pollDeviceSignIn(pending, 900_000, fetch)).toEqual({ kind: 'expired' });
    expect(fetch).not.toHaveBeenCalled();
  });
});
