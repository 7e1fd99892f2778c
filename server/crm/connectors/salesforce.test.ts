import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Item, Link } from '../connector';
import { aNote as anyNote, failed, openAt } from '../stand-ins/open-at';
import { salesforceStandIn } from '../stand-ins/salesforce';
import type { StandIn } from '../stand-ins/stand-in';
import { salesforceCrm } from './salesforce';

/** Organisations whose field on activities is unique, plain, or not there. */
let vendor: StandIn;
let plain: StandIn;
let bare: StandIn;
let person: Link;
let company: Link;
beforeAll(async () => {
  [vendor, plain, bare] = await Promise.all([
    salesforceStandIn(),
    salesforceStandIn({ key: 'plain' }),
    salesforceStandIn({ key: 'none' }),
  ]);
});
afterAll(() => Promise.all([vendor, plain, bare].map((each) => each.stop())));
beforeEach(async () => {
  for (const each of [vendor, plain, bare]) each.faults(() => null);
  person = await aPerson();
  company = await vendor.addCompany({ name: 'Nordlicht', domain: 'nordlicht.example' });
});

const open = (at = vendor, change: Parameters<typeof openAt>[2] = {}) => openAt(salesforceCrm, at, change);
const aPerson = async (at = vendor) =>
  at.addPerson({ name: 'Ines', email: `${crypto.randomUUID()}@nordlicht.example` });
const aNote = (links: readonly Link[], change: Partial<Item> = {}) => anyNote(links, change);
const there = async (item: Item, at = vendor) =>
  (await at.items()).filter(({ body }) => body.includes(item.url.slice(-36)));
async function ready(at = vendor) {
  const connector = open(at);
  await connector.check();
  return connector;
}
const answering = (status: number, body: unknown) =>
  vendor.faults(() => ({ kind: 'status', status, done: false, body: JSON.stringify(body) }));
const problem = (errorCode: string) => [{ message: 'Ines Roth wrote this', errorCode, fields: [] }];

describe('a note at Salesforce', () => {
  it('is a completed activity of one person and one company, whose ids are of 18 signs', async () => {
    const item = aNote([person, company]);
    const placed = await (await ready()).put(item, null);
    expect(placed.id).toMatch(/^00T\d{15}$/);
    expect(placed.url).toBe(`${vendor.origin}/${placed.id}`);
    expect(await there(item)).toMatchObject([{ kind: 'note', links: [person, company] }]);
  });

  it('moves to another person, and leaves one that it has no more', async () => {
    const [item, other] = [aNote([person, company]), await aPerson()];
    const connector = await ready();
    const { id } = await connector.put(item, null);
    await connector.put({ ...item, links: [other, company], formerLinks: [person] }, id);
    expect((await there(item))[0]?.links).toEqual([other, company]);
    await connector.put({ ...item, links: [company], formerLinks: [other] }, id);
    expect((await there(item))[0]?.links).toEqual([company]);
  });

  it('keeps what people linked there', async () => {
    const item = aNote([person, company]);
    const connector = await ready();
    const { id } = await connector.put(item, null);
    await connector.put({ ...item, links: [person] }, id);
    expect((await there(item))[0]?.links).toEqual([person, company]);
  });

  it('is one where the field is unique, however often it is made', async () => {
    const item = aNote([person]);
    const connector = await ready();
    const ids = [await connector.put(item, null), await connector.put(item, null)].map(({ id }) => id);
    expect(ids[0]).toBe(ids[1]);
    expect(await there(item)).toHaveLength(1);
  });

  it('is found by the plain field after the answer to making it was lost', async () => {
    const connector = await ready(plain);
    expect(connector.caps.key).toBe('locate');
    const item = aNote([await aPerson(plain)]);
    plain.faults(({ method }) => (method === 'POST' ? { kind: 'cut-after' } : null));
    expect((await failed(connector.put(item, null)))?.kind).toBe('doubt');
    plain.faults(() => null);
    const place = await connector.locate(item);
    await connector.put(item, place?.id ?? null);
    expect(await there(item, plain)).toHaveLength(1);
  });

  it('is never one of several that have its key: a person is asked', async () => {
    const connector = await ready(plain);
    const item = aNote([await aPerson(plain)]);
    await connector.put(item, null);
    await connector.put(item, null);
    expect(await failed(connector.locate(item))).toMatchObject({ kind: 'config', code: 'several' });
    vendor.faults(({ method }) =>
      method === 'PATCH' ? { kind: 'status', status: 300, done: false, body: '[]' } : null,
    );
    expect(await failed(open().put(aNote([person]), null))).toMatchObject({ kind: 'config', code: 'several' });
  });

  it('that is deleted there already is taken away', async () => {
    const connector = await ready();
    const { id } = await connector.put(aNote([person]), null);
    await connector.remove('note', id);
    await connector.remove('note', id);
    expect((await failed(connector.put(aNote([person]), id)))?.kind).toBe('gone');
  });

  it('says that the record is gone, not the note, when only that is not there', async () => {
    const connector = await ready();
    const wrong = aNote([{ kind: 'person', id: '003000000000999999' }]);
    expect(await failed(connector.put(wrong, null))).toMatchObject({ kind: 'gone', code: 'link-gone' });
    expect(await there(wrong)).toEqual([]);
  });

  it('is not sent without the field that an administrator makes', async () => {
    expect((await open(bare).check()).missing).toEqual(['Eitherway_Key__c']);
  });
});

describe('a next step at Salesforce', () => {
  it('stays ticked off by people when its words change', async () => {
    const item = aNote([person], { kind: 'task', due: '2026-04-01', title: 'Send the measurements' });
    const connector = await ready();
    const { id } = await connector.put(item, null);
    await connector.put({ ...item, title: 'Send all', due: null }, id);
    expect(await there(item)).toMatchObject([{ kind: 'task', title: 'Send all', due: null }]);
  });
});

describe('refusals of Salesforce', () => {
  const asked = () => failed(open().find({ emails: ['a@b.example'] }));
  const written = () => failed(open().put(aNote([person]), null));
  const set = () => failed(open().set(person, { Level__c: 'High' }));

  it.each<[string, number, string, object]>([
    ['the requests of the day are used up', 403, 'REQUEST_LIMIT_EXCEEDED', { kind: 'retry', after: 3_600_000 }],
    ['a row is locked', 400, 'UNABLE_TO_LOCK_ROW', { kind: 'retry' }],
    ['a right is missing', 403, 'INSUFFICIENT_ACCESS_OR_READONLY', { kind: 'config', code: 'right-missing' }],
    ['there is no API', 403, 'API_DISABLED_FOR_ORG', { kind: 'config', code: 'right-missing' }],
    ['a field is read-only', 400, 'INVALID_FIELD_FOR_INSERT_UPDATE', { kind: 'config' }],
    ['an option is none', 400, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', { kind: 'config' }],
    ['a rule of theirs says no', 400, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', { kind: 'config' }],
    ['a duplicate rule says no', 400, 'DUPLICATES_DETECTED', { kind: 'config', code: 'DUPLICATES_DETECTED' }],
    ['a text is too long', 400, 'STRING_TOO_LONG', { kind: 'bad', code: 'STRING_TOO_LONG' }],
  ])('are understood when %s', async (_name, status, code, expected) => {
    answering(status, problem(code));
    const error = await set();
    expect(error).toMatchObject(expected);
    expect(JSON.stringify([error?.message, error?.code])).not.toContain('Ines');
  });

  it('within an answer of 2xx are no success', async () => {
    answering(200, { id: null, success: false, errors: [{ statusCode: 'DUPLICATES_DETECTED', message: 'x' }] });
    expect(await written()).toMatchObject({ kind: 'config', code: 'DUPLICATES_DETECTED' });
    answering(201, { id: null, success: false, errors: [] });
    expect(await written()).toMatchObject({ kind: 'bad', code: 'NOT_WRITTEN' });
  });

  it('of its servers pass', async () => {
    for (const status of [500, 502, 503]) {
      answering(status, problem('UNKNOWN_EXCEPTION'));
      expect((await asked())?.kind).toBe('retry');
    }
  });

  it('of a token that ran out lead to a new one, once', async () => {
    const old = async () => ({ accessToken: 'old' });
    expect(await open(vendor, { secret: old }).find({ emails: ['nobody@b.example'] })).toEqual([]);
    const seen = vendor.requests().length;
    const still = open(vendor, { secret: old, renewed: old });
    expect((await failed(still.find({ emails: ['nobody@b.example'] })))?.kind).toBe('auth');
    expect(vendor.requests().length - seen).toBe(2);
  });
});

describe('records of Salesforce', () => {
  it('are companies of that very host, not those that only contain it', async () => {
    const domain = `${crypto.randomUUID()}.example`;
    const found = await vendor.addCompany({ name: 'Nordlicht', domain });
    await vendor.addCompany({ name: 'Other', domain: `not-${domain}` });
    expect((await open().find({ domain })).map(({ id }) => id)).toEqual([found.id]);
  });

  it('are all of those that have one address', async () => {
    const email = `${crypto.randomUUID()}@nordlicht.example`;
    for (const name of ['Ines', 'Ines R.']) await vendor.addPerson({ name, email });
    expect(await open().find({ emails: [email] })).toHaveLength(2);
  });

  it('have fields of which some are read-only, and choices', async () => {
    const field = { name: 'X__c', label: 'X', type: 'picklist', length: 255, updateable: false };
    const picklistValues = [
      { value: 'a', label: 'A', active: true },
      { value: 'b', label: null, active: false },
    ];
    answering(200, {
      fields: [
        { ...field, picklistValues },
        { ...field, name: 'Y__c', type: 'reference', picklistValues: [] },
      ],
    });
    expect(await open().fields('company')).toEqual([
      {
        name: 'X__c',
        label: 'X',
        type: 'choice',
        options: [{ value: 'a', label: 'A' }],
        maxLength: 255,
        writable: false,
      },
    ]);
  });
});
