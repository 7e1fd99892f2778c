import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Item, Link } from '../connector';
import { hubspotStandIn } from '../stand-ins/hubspot';
import { aNote, failed, openAt } from '../stand-ins/open-at';
import type { StandIn } from '../stand-ins/stand-in';
import { hubspotCrm } from './hubspot';

let vendor: StandIn;
/** An account whose notes take no unique property. */
let without: StandIn;
let person: Link;
beforeAll(async () => {
  [vendor, without] = await Promise.all([hubspotStandIn(), hubspotStandIn({ unique: false })]);
});
afterAll(() => Promise.all([vendor.stop(), without.stop()]));
beforeEach(async () => {
  vendor.faults(() => null);
  without.faults(() => null);
  person = await aPerson();
});

const open = (at = vendor, change: Parameters<typeof openAt>[2] = {}) => openAt(hubspotCrm, at, change);
const aPerson = async (at = vendor) =>
  at.addPerson({ name: 'Ines', email: `${crypto.randomUUID()}@nordlicht.example` });
const there = async (item: Item, at = vendor) =>
  (await at.items()).filter(({ body }) => body.includes(item.url.slice(-36)));
async function ready(at = vendor) {
  const connector = open(at);
  await connector.check();
  return connector;
}
const answering = (status: number, body: object, headers: Record<string, string> = {}) =>
  vendor.faults(() => ({ kind: 'status', status, done: false, body: JSON.stringify(body), headers }));

describe('a note at HubSpot', () => {
  it('is one, however often it is made under its key', async () => {
    const item = aNote([person]);
    const connector = await ready();
    const ids = [await connector.put(item, null), await connector.put(item, null)].map(({ id }) => id);
    expect(ids[0]).toBe(ids[1]);
    expect(await there(item)).toHaveLength(1);
  });

  it('moves to another record when that is chosen, and keeps what people linked', async () => {
    const company = await vendor.addCompany({ name: 'Nordlicht', domain: 'nordlicht.example' });
    const [other, byHand] = [await aPerson(), await aPerson()];
    const item = aNote([person, company]);
    const connector = await ready();
    const { id } = await connector.put(item, null);
    await connector.put({ ...item, links: [person, company, byHand] }, id);
    await connector.put({ ...item, links: [other, company], formerLinks: [person] }, id);
    const [note] = await there(item);
    expect(new Set(note?.links)).toEqual(new Set([company, byHand, other]));
  });

  it('has its new link before the old one is taken away', async () => {
    const [item, other] = [aNote([person]), await aPerson()];
    const connector = await ready();
    const { id } = await connector.put(item, null);
    vendor.faults(({ method }) => (method === 'DELETE' ? { kind: 'cut-before' } : null));
    const moved = { ...item, links: [other], formerLinks: [person] };
    expect((await failed(connector.put(moved, id)))?.kind).toBe('retry');
    expect((await there(item))[0]?.links).toEqual([person, other]);
    vendor.faults(() => null);
    await connector.put(moved, id);
    expect((await there(item))[0]?.links).toEqual([other]);
  });

  it('says that the record is gone, not the note, when only that is not there', async () => {
    const item = aNote([person]);
    const connector = await ready();
    const { id } = await connector.put(item, null);
    const gone = await failed(connector.put({ ...item, links: [{ kind: 'person', id: '999999' }] }, id));
    expect(gone).toMatchObject({ kind: 'gone', code: 'link-gone' });
    await vendor.deleteItem('note', id);
    expect(await failed(connector.put(item, id))).toMatchObject({ kind: 'gone', code: null });
  });

  it('that is deleted there already is taken away', async () => {
    vendor.faults(({ method }) =>
      method === 'DELETE'
        ? { kind: 'status', status: 404, done: false, body: '{"category":"OBJECT_NOT_FOUND"}' }
        : null,
    );
    await (await ready()).remove('note', '4');
  });

  it('is never looked for in the search, which is behind', async () => {
    for (const at of [vendor, without]) {
      const item = aNote([await aPerson(at)]);
      const connector = await ready(at);
      const place = await connector.put(item, null);
      const seen = at.requests().length;
      expect((await connector.locate({ ...item, url: new URL(item.url).pathname }))?.id).toBe(place.id);
      expect(
        at
          .requests()
          .slice(seen)
          .filter(({ path }) => path.endsWith('/search')),
      ).toEqual([]);
    }
  });

  it('opens for people at its own page', async () => {
    const { id, url } = await (await ready()).put(aNote([person]), null);
    expect(url).toBe(`https://app.hubspot.com/contacts/4711/record/0-46/${id}`);
  });
});

describe('a HubSpot account without a unique property', () => {
  it('is told at once, and has one note when the answer to making it was lost', async () => {
    const connector = await ready(without);
    expect(connector.caps.key).toBe('locate');
    const item = aNote([await aPerson(without)]);
    without.faults(({ method, path }) => (method === 'POST' && path.endsWith('/notes') ? { kind: 'cut-after' } : null));
    expect((await failed(connector.put(item, null)))?.kind).toBe('doubt');
    without.faults(() => null);
    const place = await connector.locate({ ...item, url: new URL(item.url).pathname });
    expect((await connector.put(item, place?.id ?? null)).id).toBe(place?.id);
    expect(await there(item, without)).toHaveLength(1);
  });
});

describe('refusals of HubSpot', () => {
  const asked = () => failed(open().find({ emails: ['a@b.example'] }));

  it.each<[string, object, Record<string, string>, number]>([
    ['the ten seconds of its window', { policyName: 'TEN_SECONDLY_ROLLING' }, {}, 10_000],
    ['what it says itself', { policyName: 'TEN_SECONDLY_ROLLING' }, { 'retry-after': '3' }, 3_000],
    ['an hour when the day is used up', { policyName: 'DAILY' }, {}, 3_600_000],
  ])('wait %s', async (_name, body, headers, after) => {
    answering(429, { status: 'error', errorType: 'RATE_LIMIT', ...body }, headers);
    expect(await asked()).toMatchObject({ kind: 'retry', after, code: 'RATE_LIMIT' });
  });

  it.each<[string, number, object, object]>([
    ['a locked record', 423, {}, { kind: 'retry', after: 2_000 }],
    ['an account that moves', 477, {}, { kind: 'retry', code: 'MIGRATION_IN_PROGRESS' }],
    ['a missing right', 403, { category: 'MISSING_SCOPES' }, { kind: 'config', code: 'right-missing' }],
    ['a rule of the team', 400, { errors: [{ code: 'MISSING_REQUIRED_PROPERTY' }] }, { kind: 'config' }],
    ['a read-only field', 400, { message: 'READ_ONLY_VALUE' }, { kind: 'config', code: 'READ_ONLY_VALUE' }],
    [
      'an option that is none',
      400,
      { errors: [{ code: 'INVALID_OPTION' }] },
      { kind: 'config', code: 'INVALID_OPTION' },
    ],
    ['content that it does not take', 400, { category: 'VALIDATION_ERROR' }, { kind: 'bad' }],
  ])('tell %s', async (_name, status, body, expected) => {
    answering(status, body);
    expect(await failed(open().set(person, { lifecycle_note: 'x' }))).toMatchObject(expected);
  });

  it('within a batch that was taken are no success', async () => {
    const connector = await ready();
    const partly = (category: string) =>
      vendor.faults(({ path }) =>
        path.endsWith('/batch/upsert')
          ? { kind: 'status', status: 207, done: false, body: JSON.stringify({ results: [], errors: [{ category }] }) }
          : null,
      );
    partly('VALIDATION_ERROR');
    expect((await failed(connector.put(aNote([person]), null)))?.kind).toBe('bad');
    partly('INTERNAL_ERROR');
    expect((await failed(connector.put(aNote([person]), null)))?.kind).toBe('retry');
  });

  it('of a token that ran out lead to a new one, once', async () => {
    const connector = open(vendor, { secret: async () => ({ accessToken: 'old' }) });
    expect(await connector.find({ emails: ['nobody@b.example'] })).toEqual([]);
    const still = open(vendor, {
      secret: async () => ({ accessToken: 'old' }),
      renewed: async () => ({ token: 'old' }),
    });
    const seen = vendor.requests().length;
    expect((await failed(still.find({ emails: ['nobody@b.example'] })))?.kind).toBe('auth');
    expect(vendor.requests().length - seen).toBe(2);
  });
});

describe('fields of HubSpot', () => {
  const list = (property: object) => {
    const results = [{ name: 'x', label: 'X', type: 'string', fieldType: 'text', ...property }];
    vendor.faults(() => ({ kind: 'status', status: 200, done: false, body: JSON.stringify({ results }) }));
    return open().fields('person');
  };

  it('say what may be written, and of what kind', async () => {
    expect(await list({ modificationMetadata: { readOnlyValue: true } })).toMatchObject([{ writable: false }]);
    expect(await list({ calculated: true })).toMatchObject([{ writable: false }]);
    expect(await list({ type: 'enumeration', fieldType: 'booleancheckbox' })).toMatchObject([{ type: 'boolean' }]);
    expect(await list({ type: 'datetime' })).toEqual([]);
    expect(await list({ hidden: true })).toEqual([]);
    const options = [
      { value: 'a', label: 'A', hidden: false },
      { value: 'b', label: 'B', hidden: true },
    ];
    expect(await list({ type: 'enumeration', fieldType: 'select', options })).toMatchObject([
      { type: 'choice', options: [{ value: 'a', label: 'A' }], writable: true },
    ]);
  });
});
