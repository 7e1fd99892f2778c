import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clearCredential, readCredential, writeCredential } from '@/lib/settings/credential';
import { aCredential } from '@/test/fixtures/a-credential';
import { awaitSignIn, beginSignIn, cancelSignIn, readPendingSignIn, refreshCredential } from './sign-in';

beforeEach(() => fakeBrowser.reset());

const ORIGIN = 'https://eitherway.example';
const me = {
  user: { id: 'user-1', name: 'Tobias', email: 'tobias@example.com' },
  team: { id: 'team-a', name: 'Team A', role: 'expert' },
  deviceId: 'device-7',
};
type Answers = { token?: [number, object][]; me?: ([number, object] | 'away')[] };

/** An API whose answers are used up in order; the last one stays. */
function anApi({ token = [[200, { access_token: 'token-1' }]], me: person = [[200, me]] }: Answers = {}) {
  const asked: string[] = [];
  const next = <T>(answers: T[]): T => (answers.length > 1 ? answers.shift() : answers[0]) as T;
  const fetch = vi.fn<typeof globalThis.fetch>(async (input, init) => {
    const path = new URL(String(input)).pathname;
    asked.push(`${init?.method ?? 'GET'} ${path}`);
    const code = { device_code: 'd', user_code: 'U', verification_uri: '/device', expires_in: 60, interval: 2 };
    const answer = path.endsWith('/code') ? [200, code] : path.endsWith('/token') ? next(token) : next(person);
    if (answer === 'away') throw new TypeError('Failed to fetch');
    return new Response(JSON.stringify(answer[1]), { status: answer[0] as number });
  });
  const waits: number[] = [];
  const wait = async (ms: number) => {
    waits.push(ms);
  };
  return { fetch, asked, waits, parts: { fetch, wait, now: () => 0 } };
}

async function begun(api: ReturnType<typeof anApi>) {
  const result = await beginSignIn(ORIGIN, api.parts);
  if (result.kind !== 'waiting') throw new Error(result.kind);
  return result.pending;
}

describe('signing in', () => {
  it('waits for the code to be confirmed, slower when asked, then keeps who it is', async () => {
    const pendingThenSlow: [number, object][] = [
      [400, { error: 'authorization_pending' }],
      [400, { error: 'slow_down' }],
      [200, { access_token: 'token-1' }],
    ];
    const api = anApi({ token: pendingThenSlow });
    const outcome = await awaitSignIn(await begun(api), api.parts);
    expect(outcome).toEqual({ kind: 'signed-in', credential: aCredential() });
    expect(api.waits).toEqual([2_000, 2_000, 7_000]);
    expect(await readCredential()).toEqual(aCredential());
    expect(await readPendingSignIn(0)).toBeNull();
  });

  it('goes on in another page after the first was closed', async () => {
    const api = anApi();
    await begun(api);
    const pending = await readPendingSignIn(0);
    expect(pending).toMatchObject({ userCode: 'U', page: `${ORIGIN}/device` });
    expect(await readPendingSignIn(60_000)).toBeNull();
    expect(await awaitSignIn(pending as NonNullable<typeof pending>, api.parts)).toMatchObject({ kind: 'signed-in' });
  });

  it('signs in a person who has no team yet', async () => {
    const api = anApi({ me: [[200, { ...me, team: null }]] });
    const outcome = await awaitSignIn(await begun(api), api.parts);
    expect(outcome).toMatchObject({ credential: { teamId: null, teamName: null, role: null } });
  });

  it.each([
    ['expired_token', 'expired'],
    ['access_denied', 'denied'],
    ['invalid_grant', 'refused'],
  ])('ends at %s', async (error, kind) => {
    const api = anApi({ token: [[400, { error }]] });
    expect(await awaitSignIn(await begun(api), api.parts)).toMatchObject({ kind });
    expect(await readPendingSignIn(0)).toBeNull();
  });

  it('ends when it is cancelled, here or in another page', async () => {
    const api = anApi({ token: [[400, { error: 'authorization_pending' }]] });
    const pending = await begun(api);
    const signal = AbortSignal.abort();
    expect(await awaitSignIn(pending, { ...api.parts, signal })).toEqual({ kind: 'cancelled' });
    await cancelSignIn();
    expect(await awaitSignIn(pending, api.parts)).toEqual({ kind: 'cancelled' });
  });

  it('is one sign-in when two pages wait for the same code', async () => {
    const api = anApi();
    const pending = await begun(api);
    await awaitSignIn(pending, api.parts);
    expect(await awaitSignIn(pending, api.parts)).toMatchObject({ kind: 'signed-in' });
    const late = anApi({ token: [[400, { error: 'invalid_grant' }]] });
    await begun(late);
    const wait = async () => {};
    const usedUp: typeof fetch = async (...given) => {
      await cancelSignIn();
      return late.fetch(...given);
    };
    expect(await awaitSignIn(pending, { ...late.parts, wait, fetch: usedUp })).toMatchObject({ kind: 'signed-in' });
  });

  it('keeps asking who it is while the network is away, since the token is given once', async () => {
    const api = anApi({ me: ['away', 'away', [200, me]] });
    expect(await awaitSignIn(await begun(api), api.parts)).toMatchObject({ kind: 'signed-in' });
  });

  it.each([
    ['the network stays away', ['away'], { kind: 'offline' }],
    ['the API has a problem', [[500, { code: 'unexpected', title: 'Odd.' }]], { kind: 'refused', sentence: 'Odd.' }],
    ['the token is over at once', [[401, { code: 'signed-out', title: 'x' }]], { kind: 'refused', sentence: '' }],
  ] as [string, NonNullable<Answers['me']>, object][])('says so when %s', async (_, person, outcome) => {
    const api = anApi({ me: person });
    expect(await awaitSignIn(await begun(api), api.parts)).toEqual(outcome);
    expect(await readCredential()).toBeNull();
  });

  it('says why it could not begin', async () => {
    const fetch = async () => new Response('', { status: 404 });
    expect(await beginSignIn(ORIGIN, { fetch })).toEqual({ kind: 'refused', sentence: '' });
    expect(await readPendingSignIn()).toBeNull();
  });

  it('waits by the clock, and stops waiting at once when it is cancelled', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const api = anApi();
    const pending = await begun(api);
    const stop = new AbortController();
    const outcome = awaitSignIn(pending, { fetch: api.fetch, signal: stop.signal });
    vi.advanceTimersByTime(1_999);
    stop.abort();
    expect(await outcome).toEqual({ kind: 'cancelled' });
    expect(api.asked).toEqual(['POST /api/auth/device/code']);
  });
});

describe('a sign-in that stands', () => {
  it('takes over a new team, name or role', async () => {
    expect(await refreshCredential()).toBe(false);
    await writeCredential(aCredential({ teamName: 'Old name' }));
    expect(await refreshCredential(anApi().fetch)).toBe(true);
    expect((await readCredential())?.teamName).toBe('Team A');
  });

  it('is kept while the API cannot be asked, and known to be over when it says so', async () => {
    await writeCredential(aCredential());
    expect(await refreshCredential(anApi({ me: ['away'] }).fetch)).toBe(true);
    const over = anApi({ me: [[401, { code: 'signed-out', title: 'x' }]] });
    expect(await refreshCredential(over.fetch)).toBe(false);
    expect(await readCredential()).toEqual(aCredential());
  });

  it('is not brought back when it was ended while the API was asked', async () => {
    await writeCredential(aCredential());
    const { fetch } = anApi();
    const slow: typeof fetch = vi.fn(async (...given: Parameters<typeof fetch>) => {
      await clearCredential();
      return fetch(...given);
    }) as typeof fetch;
    expect(await refreshCredential(slow)).toBe(false);
    expect(await readCredential()).toBeNull();
  });
});
