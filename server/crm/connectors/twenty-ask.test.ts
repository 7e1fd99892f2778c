import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Link } from '../connector';
import { aNote, failed, openAt } from '../stand-ins/open-at';
import { type TwentyStandIn, twentyStandIn } from '../stand-ins/twenty';
import { twentyCrm } from './twenty';
import { twentyPage, workspaceAddress } from './twenty-ask';

let vendor: TwentyStandIn;
let person: Link;
beforeAll(async () => {
  vendor = await twentyStandIn();
  person = await vendor.addPerson({ name: 'Ines Roth', email: 'ines@nordlicht.example' });
});
afterAll(() => vendor.stop());
beforeEach(() => vendor.faults(() => null));

const open = (change?: Parameters<typeof openAt>[2], at = vendor) => openAt(twentyCrm, at, change);

describe('what Twenty refuses', () => {
  it.each<[string, number, string, Record<string, string>, object]>([
    ['a limit', 429, 'Limit reached', {}, { kind: 'retry', after: 60_000, code: 'RATE_LIMIT' }],
    ['a limit with its time', 429, 'Limit reached', { 'retry-after': '7' }, { kind: 'retry', after: 7_000 }],
    ['a limit that is called 400', 400, 'Limit reached (50 tokens per 60000 ms)', {}, { kind: 'retry', after: 60_000 }],
    ['a failure of its database that is called 400', 400, 'Query read timeout', {}, { kind: 'retry', code: 'away' }],
    ['a failure of its server', 502, '', {}, { kind: 'retry' }],
    ['a record that is not there', 400, 'Record not found', {}, { kind: 'gone' }],
    ['a link to nothing', 400, 'violates foreign key constraint "FK_1"', {}, { kind: 'gone' }],
    [
      'a race for one key',
      409,
      'duplicate key value violates unique constraint',
      {},
      { kind: 'retry', code: 'duplicate' },
    ],
    ['a key that was taken back', 401, 'Token invalid.', {}, { kind: 'auth' }],
    ['no key at all', 403, 'Missing authentication token', {}, { kind: 'auth' }],
    [
      'a right that is missing',
      403,
      'Entity performing the request does not have permission',
      {},
      { kind: 'config', code: 'right-missing' },
    ],
    ['words of its own', 400, 'title is a very private title', {}, { kind: 'bad', code: null }],
  ])('means what it is: %s', async (_name, status, message, headers, meaning) => {
    const body = JSON.stringify({ statusCode: status, error: 'Error', messages: [message] });
    vendor.faults(() => ({ kind: 'status', status, done: false, headers, body }));
    const error = await failed(open().put(aNote([person]), null));
    expect(error).toMatchObject(meaning);
    expect(JSON.stringify([error?.message, error?.code])).not.toContain('private');
  });

  it('is said by a workspace that is asked too often', async () => {
    const strict = await twentyStandIn({ limits: [{ name: 'all', requests: 2, perMs: 60_000 }] });
    const asked = [];
    for (let times = 0; times < 4; times += 1)
      asked.push(await failed(open({}, strict).find({ emails: ['a@nordlicht.example'] })));
    await strict.stop();
    expect(asked.map((error) => error?.code ?? null)).toEqual([null, null, 'RATE_LIMIT', 'RATE_LIMIT']);
  });
});

describe('connecting Twenty', () => {
  it('names what the key may not read', async () => {
    vendor.faults(({ path }) =>
      path === '/rest/tasks'
        ? { kind: 'status', status: 403, done: false, body: '{"messages":["no permission"]}' }
        : null,
    );
    expect((await open().check()).missing).toEqual(['tasks']);
  });

  it('refuses a version that it could not write to', async () => {
    const schemas = { Note: { properties: { body: {} } }, NoteTarget: { properties: { activityTargetId: {} } } };
    const body = JSON.stringify({ components: { schemas } });
    vendor.faults(({ path }) => (path.endsWith('/core') ? { kind: 'status', status: 200, done: false, body } : null));
    expect(await failed(open().check())).toMatchObject({ kind: 'config', code: 'version-unknown' });
  });

  it('takes the workspace from the key, where that says it', async () => {
    const claims = Buffer.from(JSON.stringify({ sub: 'x', workspaceId: 'w-1' })).toString('base64url');
    const token = `header.${claims}.signature`;
    const keyed = await twentyStandIn({ token });
    expect(await open({}, keyed).check()).toMatchObject({ id: 'w-1', url: keyed.origin, missing: [] });
    await keyed.stop();
    expect(await open().check()).toMatchObject({ id: vendor.origin });
  });

  it.each([
    ['https://crm.nordlicht.example/rest/', 'https://crm.nordlicht.example'],
    ['crm.nordlicht.example', 'https://crm.nordlicht.example'],
    [' https://api.twenty.com ', 'https://api.twenty.com'],
  ])('reads %s as an address', (typed, origin) => expect(workspaceAddress(typed)).toBe(origin));

  it('gives no page at the common address of the cloud, which has none', () => {
    expect(twentyPage('https://api.twenty.com', 'note', 'x')).toBeNull();
    expect(twentyPage('https://nordlicht.twenty.com', 'note', 'x')).toBe('https://nordlicht.twenty.com/object/note/x');
  });
});
