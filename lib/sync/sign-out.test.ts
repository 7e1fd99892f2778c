import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readCredential, writeCredential } from '@/lib/settings/credential';
import { aCredential } from '@/test/fixtures/a-credential';
import { endAtApi, signOut } from './sign-out';

beforeEach(() => fakeBrowser.reset());

const me = {
  user: { id: 'user-1', name: 'Tobias', email: 'tobias@example.com' },
  team: null,
  deviceId: 'device-7' as string | null,
};
const DEVICES = 'https://eitherway.example/devices';

/** Answers to `GET /api/me` and to the revocation; null: no network. */
function anApi(person: [number, object] | null, revoked: number | null = 204) {
  const asked: string[] = [];
  const fetch = vi.fn<typeof globalThis.fetch>(async (input, init) => {
    const method = init?.method ?? 'GET';
    asked.push(`${method} ${new URL(String(input)).pathname}`);
    if (method === 'GET' && person) return new Response(JSON.stringify(person[1]), { status: person[0] });
    if (method === 'DELETE' && revoked) return new Response(null, { status: revoked });
    throw new TypeError('Failed to fetch');
  });
  return { fetch, asked };
}

describe('signing out', () => {
  it('ends the sign-in here and at the API', async () => {
    await writeCredential(aCredential());
    const api = anApi([200, me]);
    expect(await signOut(api.fetch)).toEqual({ kind: 'ended' });
    expect(await readCredential()).toBeNull();
    expect(api.asked).toEqual(['GET /api/me', 'DELETE /api/devices/device-7']);
  });

  it('asks nobody when nobody is signed in', async () => {
    const api = anApi([200, me]);
    expect(await signOut(api.fetch)).toEqual({ kind: 'ended' });
    expect(api.asked).toEqual([]);
  });

  it('counts a sign-in that was over already as ended', async () => {
    const over = anApi([401, { code: 'signed-out', title: 'Signed out.' }]);
    expect(await endAtApi(aCredential(), over.fetch)).toEqual({ kind: 'ended' });
    expect(over.asked).toEqual(['GET /api/me']);
  });

  it.each([
    ['the network is away', anApi(null)],
    ['the network goes in between', anApi([200, me], null)],
    ['the API has a problem', anApi([500, { code: 'unexpected', title: 'Odd.' }])],
    ['the API does not revoke', anApi([200, me], 503)],
    ['the API knows no device by this token', anApi([200, { ...me, deviceId: null }])],
  ])('ends here, and says where to end the rest, when %s', async (_, api) => {
    await writeCredential(aCredential());
    expect(await signOut(api.fetch)).toEqual({ kind: 'not-told', page: DEVICES });
    expect(await readCredential()).toBeNull();
  });
});
