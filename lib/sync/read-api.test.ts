import { describe, expect, it, vi } from 'vitest';
import { aPlaybook } from '@/test/fixtures';
import { listTeamPlaybooks, readMe, readTeamPlaybook, revokeDevice } from './read-api';

const who = { apiOrigin: 'https://api.example', token: 'token-1' };
const answering = (status: number, body: unknown) =>
  vi.fn<typeof fetch>(async () => new Response(status === 204 ? null : JSON.stringify(body), { status }));

describe('reading from the API', () => {
  it('lists the team’s playbooks and reads one of them', async () => {
    const { id, version, title, summary } = aPlaybook();
    const heads = [{ id, version, title, summary, from: 'team' }];
    expect(await listTeamPlaybooks(who, answering(200, { playbooks: heads }))).toEqual({ kind: 'read', value: heads });
    const fetch = answering(200, aPlaybook());
    expect(await readTeamPlaybook(who, { id, version }, fetch)).toEqual({ kind: 'read', value: aPlaybook() });
    expect(String(fetch.mock.calls[0]?.[0])).toBe(`https://api.example/api/playbooks/${id}/1`);
  });

  it.each([
    ['an answer of another form', answering(200, { user: 'x' }), { kind: 'failed', sentence: '' }],
    ['a problem', answering(403, { code: 'x', title: 'Not yours.' }), { kind: 'failed', sentence: 'Not yours.' }],
    ['something else than the API', answering(401, 'odd'), { kind: 'failed', sentence: '' }],
    ['a sign-in that is over', answering(401, { code: 'signed-out', title: 'x' }), { kind: 'signed-out' }],
    ['no network', (async () => Promise.reject(new TypeError())) as typeof fetch, { kind: 'offline' }],
  ])('tells %s apart', async (_, fetch, outcome) => {
    expect(await readMe(who, fetch)).toEqual(outcome);
    expect(await listTeamPlaybooks(who, fetch)).toEqual(outcome);
  });

  it('revokes this device', async () => {
    expect(await revokeDevice(who, 'd', answering(204, null))).toBe(true);
    expect(await revokeDevice(who, 'd', answering(404, {}))).toBe(false);
  });
});
