import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Link } from '../connector';
import { aNote, failed, openAt } from '../stand-ins/open-at';
import { type PipedriveStandIn, pipedriveStandIn } from '../stand-ins/pipedrive';
import { plainOutgoing } from '../stand-ins/plain-outgoing';
import { pipedriveCrm } from './pipedrive';
import { addressOf } from './pipedrive-ask';

let vendor: PipedriveStandIn;
let person: Link;
beforeAll(async () => {
  vendor = await pipedriveStandIn({ pageSize: 2 });
});
afterAll(() => vendor.stop());
beforeEach(async () => {
  vendor.faults(() => null);
  person = await vendor.addPerson({ name: 'Ines Roth', email: `${crypto.randomUUID()}@nordlicht.example` });
});

const open = (change?: Parameters<typeof openAt>[2], at = vendor) => openAt(pipedriveCrm, at, change);

describe('what Pipedrive refuses', () => {
  const answer = (status: number, body: string, headers: Record<string, string> = {}) =>
    vendor.faults(() => ({ kind: 'status', status, done: false, body, headers }));

  it.each([
    [
      'the HTML page of the network in front',
      403,
      '<!DOCTYPE html>',
      {},
      { kind: 'retry', after: 60_000, code: 'blocked' },
    ],
    ['a right that is missing', 403, '{"success":false}', {}, { kind: 'config', code: 'right-missing' }],
    ['an account that is not paid for', 402, '{"success":false}', {}, { kind: 'config', code: 'right-missing' }],
    [
      'too many requests, with its own header',
      429,
      '{}',
      { 'x-ratelimit-reset': '3' },
      { kind: 'retry', after: 3_000 },
    ],
    [
      'too many requests, with the usual header',
      429,
      '{}',
      { 'retry-after': '7', 'x-ratelimit-reset': '3' },
      { kind: 'retry', after: 7_000 },
    ],
    ['too many requests, without a word', 429, '{}', {}, { kind: 'retry', after: 2_000 }],
    [
      'a failure that is called 200',
      200,
      '{"success":false,"error":"no"}',
      {},
      { kind: 'bad', code: 'not-successful' },
    ],
    [
      'a record that is not there, said in words',
      400,
      '{"success":false,"error":"Person not found."}',
      {},
      { kind: 'gone' },
    ],
    ['words of its own', 400, '{"success":false,"error":"content is private"}', {}, { kind: 'bad', code: null }],
    ['a new note whose answer is a failure of the server', 502, '<html></html>', {}, { kind: 'doubt' }],
  ])('means what it is: %s', async (_name, status, body, headers, meaning) => {
    answer(status, body, headers as unknown as Record<string, string>);
    expect(await failed(open().put(aNote([person]), null))).toMatchObject(meaning);
  });

  it('is first 429 with its time, and HTML for who does not wait', async () => {
    const strict = await pipedriveStandIn({ limits: [{ name: 'all', requests: 3, perMs: 60_000 }] });
    const asked = [];
    for (let times = 0; times < 10; times += 1)
      asked.push(await failed(open({}, strict).find({ emails: ['a@nordlicht.example'] })));
    await strict.stop();
    expect(asked.map((error) => error && [error.kind, error.code, error.after])).toEqual([
      ...Array(3).fill(null),
      ...Array(5).fill(['retry', 'RATE_LIMIT', 2_000]),
      ...Array(2).fill(['retry', 'blocked', 60_000]),
    ]);
  });

  it('was never a request of ours that it does not know', () => {
    vendor.faults(() => null);
    expect(vendor.refused()).toEqual([]);
  });
});

describe('connecting Pipedrive', () => {
  it.each([
    ['acme', 'https://acme.pipedrive.com'],
    ['acme.pipedrive.com/deals', 'https://acme.pipedrive.com'],
    [' https://acme.pipedrive.com/ ', 'https://acme.pipedrive.com'],
    ['', null],
    ['not an address', null],
  ])('reads %s as an address', (typed, origin) => expect(addressOf(typed)).toBe(origin));

  it('names the rights that consent did not bring', async () => {
    const account = await open({ settings: { ...vendor.settings, scope: 'base contacts:full,deals:read' } }).check();
    expect(account).toMatchObject({ id: '7', name: 'Stand-in', missing: ['deals:full', 'activities:full'] });
  });

  it('names the rights that the person of the token has not', async () => {
    vendor.faults(({ path }) =>
      path.endsWith('/activities') ? { kind: 'status', status: 403, done: false, body: '{"success":false}' } : null,
    );
    expect((await open().check()).missing).toEqual(['activities:full']);
  });

  it('keeps the host and the scopes that consent brought', () => {
    expect(pipedriveCrm.oauth?.settingsOf?.({ api_domain: 'https://acme.pipedrive.com', scope: 'base' })).toEqual({
      address: 'https://acme.pipedrive.com',
      scope: 'base',
    });
  });

  it('sends what OAuth gave as a bearer, and a newer one after it was refused', async () => {
    const sent: (string | undefined)[] = [];
    const connector = open({
      secret: async () => ({ accessToken: 'run-out' }),
      renewed: async (stale) => ({ accessToken: stale.accessToken === 'run-out' ? 'standin-token' : 'wrong' }),
      outgoing: (request) => {
        sent.push(request.headers.authorization);
        return plainOutgoing(request);
      },
    });
    await connector.find({ emails: ['a@nordlicht.example'] });
    expect(sent).toEqual(['Bearer run-out', 'Bearer standin-token']);
  });
});
