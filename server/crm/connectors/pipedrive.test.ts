import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Item, Link } from '../connector';
import { OutgoingError } from '../outgoing/outgoing';
import { aNote as anyNote, failed, openAt } from '../stand-ins/open-at';
import { type PipedriveStandIn, pipedriveStandIn } from '../stand-ins/pipedrive';
import { plainOutgoing } from '../stand-ins/plain-outgoing';
import { pipedriveCrm } from './pipedrive';

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
const aNote = (links: readonly Link[] = [person], change?: Partial<Item>) => anyNote(links, change);
const locate = (item: Item, links: readonly Link[] = item.links) =>
  open().locate({ ...item, url: new URL(item.url).pathname, links });
const there = async (item: Item) => (await vendor.items()).filter(({ body }) => body.includes(item.url.slice(-36)));

describe('a note at Pipedrive', () => {
  it('is found after the answer to making it was lost, and is not made again', async () => {
    const item = aNote();
    vendor.faults(({ method }) => (method === 'POST' ? { kind: 'cut-after' } : null));
    expect((await failed(open().put(item, null)))?.kind).toBe('doubt');
    vendor.faults(() => null);
    const place = await locate(item);
    expect((await open().put(item, place?.id ?? null)).id).toBe(place?.id);
    expect(await there(item)).toHaveLength(1);
  });

  it('is looked for on every page of what the person has', async () => {
    const first = aNote();
    await open().put(first, null);
    for (let more = 0; more < 6; more += 1) await open().put(aNote(), null);
    const before = vendor.requests().length;
    expect(await locate(aNote())).toBeNull();
    expect(vendor.requests().length - before).toBe(4);
    expect((await locate(first))?.id).toBe((await there(first))[0]?.id);
  });

  it('is looked for in smaller pages when a page is more than is read', async () => {
    const item = aNote();
    await open().put(item, null);
    const limits: (string | null)[] = [];
    const connector = open({
      outgoing: (request) => {
        const limit = new URL(request.url).searchParams.get('limit');
        limits.push(limit);
        if (limit !== '10') throw new OutgoingError('in-doubt');
        return plainOutgoing(request);
      },
    });
    expect(await connector.locate({ ...item, url: new URL(item.url).pathname })).not.toBeNull();
    expect(limits).toEqual(['100', '10']);
  });

  it('is looked for at every record that it may stand at', async () => {
    const company = await vendor.addCompany({ name: 'Nordlicht', domain: 'nordlicht.example' });
    const item = aNote([company]);
    const { id } = await open().put(item, null);
    expect((await locate(item, [person, person, company]))?.id).toBe(id);
  });

  it('is found by its link as the vendor stores it, without what could run', async () => {
    const item = aNote();
    item.body += '<script>alert(1)</script><!-- a comment --><p onclick="alert(1)">Kind regards</p>';
    await open().put(item, null);
    const [stored] = await there(item);
    expect(stored?.body).toContain('rel="noopener noreferrer"');
    expect(stored?.body).toContain('Ines &amp; co');
    expect(stored?.body).not.toMatch(/script|comment|onclick/);
    expect(await locate(item)).not.toBeNull();
  });

  it.each([
    ['an answer without a word of success', '{"data":null}'],
    [
      'a page that is said to go on and leads nowhere',
      '{"success":true,"data":null,"additional_data":{"pagination":{"more_items_in_collection":true}}}',
    ],
    ['half a document', '{"success":tr'],
  ])('is not taken for missing by %s', async (_name, body) => {
    vendor.faults(() => ({ kind: 'status', status: 200, done: false, body }));
    expect(await failed(locate(aNote()))).toMatchObject({ kind: 'retry', code: 'unreadable' });
  });

  it('stands at the person, the company and the opportunity, and says where people see it', async () => {
    const company = await vendor.addCompany({ name: 'Nordlicht', domain: 'nordlicht.example' });
    const opportunity = vendor.addOpportunity({ name: 'Measuring' });
    const item = aNote([person, company, opportunity]);
    const placed = await open().put(item, null);
    expect((await there(item))[0]?.links).toEqual([person, company, opportunity]);
    expect(placed.url).toBe(`${vendor.origin}/person/${person.id}`);
  });

  it('gets a link back that somebody took away there', async () => {
    const company = await vendor.addCompany({ name: 'Nordlicht', domain: 'nordlicht.example' });
    const item = aNote([person, company]);
    const { id } = await open().put({ ...item, links: [person] }, null);
    await open().put(item, id);
    expect((await there(item))[0]?.links).toEqual([person, company]);
  });

  it('leaves the person it was at before a person chose the company, and stays at an opportunity that people linked', async () => {
    const company = await vendor.addCompany({ name: 'Nordlicht', domain: 'nordlicht.example' });
    const opportunity = vendor.addOpportunity({ name: 'Measuring' });
    const item = aNote([person, opportunity]);
    const { id } = await open().put(item, null);
    await open().put({ ...item, links: [company] }, id);
    expect((await there(item))[0]?.links).toEqual([company, opportunity]);
  });

  it('is in doubt, not to be made again, when mending its links fails after it was made', async () => {
    const item = aNote([person]);
    // The vendor answers as if it had linked nothing.
    const body = '{"success":true,"data":{"id":424242,"person_id":null}}';
    vendor.faults(({ method }) =>
      method === 'POST'
        ? { kind: 'status', status: 201, done: false, body }
        : { kind: 'status', status: 429, done: false, body: '{}', headers: { 'retry-after': '9' } },
    );
    expect(await failed(open().put(item, null))).toMatchObject({ kind: 'doubt', status: 429, after: 9_000 });
  });

  it('is not sent where it would belong to nothing, nor to a record of another CRM', async () => {
    expect(await failed(open().put(aNote([]), null))).toMatchObject({ kind: 'bad', code: 'no-record' });
    const foreign: Link = { kind: 'person', id: '0031x' };
    expect(await failed(open().put(aNote([foreign]), null))).toMatchObject({ kind: 'gone', code: 'wrong-id' });
    const nobody: Link = { kind: 'person', id: '999999' };
    expect(await failed(open().put(aNote([nobody]), null))).toMatchObject({ kind: 'gone' });
  });

  it('is gone when the vendor still answers for it but holds it for deleted', async () => {
    vendor.faults(() => ({
      kind: 'status',
      status: 200,
      done: false,
      body: '{"success":true,"data":{"id":7,"active_flag":false}}',
    }));
    expect(await failed(open().put(aNote(), '7'))).toMatchObject({ kind: 'gone' });
  });
});

describe('a next step at Pipedrive', () => {
  const aTask = (change: Partial<Item> = {}) => {
    const task = aNote([person], { kind: 'task', title: 'Send the measurements', due: '2026-04-01', ...change });
    return { ...task, url: `${task.url}` };
  };

  it('is found by its own address, page by page, and not by that of its note', async () => {
    const page = `https://eitherway.example/sessions/${crypto.randomUUID()}`;
    const of = (step: string) => aTask({ url: `${page}#${step}`, body: `<p><a href="${page}#${step}">x</a></p>` });
    for (const step of ['step-1', 'step-10', 'step-2', 'step-3', 'step-4']) await open().put(of(step), null);
    const placeOf = (step: string) => open().locate({ ...of(step), url: `${new URL(page).pathname}#${step}` });
    expect((await placeOf('step-4'))?.id).toBeDefined();
    expect((await placeOf('step-1'))?.id).not.toBe((await placeOf('step-10'))?.id);
    expect(await placeOf('step')).toBeNull();
  });

  it('stays ticked off by people when its words change', async () => {
    const item = aTask();
    const { id } = await open().put(item, null);
    const sent: string[] = [];
    const connector = open({
      outgoing: (request) => {
        sent.push(request.body ?? '');
        return plainOutgoing(request);
      },
    });
    await connector.put({ ...item, title: 'Send all measurements' }, id);
    expect(sent.map((body) => Object.keys(JSON.parse(body)))).toEqual([
      ['subject', 'note', 'due_date', 'participants'],
    ]);
  });

  it('loses its day when there is none any more', async () => {
    const item = aTask();
    const { id } = await open().put(item, null);
    await open().put({ ...item, due: null }, id);
    expect(await there(item)).toMatchObject([{ title: 'Send the measurements', due: null, links: [person] }]);
  });
});

describe('records of Pipedrive', () => {
  it('are companies whose website or name is the domain, not those that only contain it', async () => {
    const domain = `${crypto.randomUUID()}.example`;
    const company = await vendor.addCompany({ name: 'Nordlicht', domain });
    await vendor.addCompany({ name: 'Other', domain: `not-${domain}` });
    const named = await vendor.addCompany({ name: domain, domain: 'elsewhere.example' });
    const found = await open().find({ domain });
    expect(found.map(({ id }) => id)).toEqual([company.id, named.id]);
    expect(found[0]?.url).toBe(`${vendor.origin}/organization/${company.id}`);
  });

  it('are added as one person with an e-mail, when the team allows it', async () => {
    const email = `${crypto.randomUUID()}@nordlicht.example`;
    const added = await open().addPerson?.({ name: 'Jo Weiß', email });
    expect(await open().find({ emails: [email.toUpperCase()] })).toMatchObject([{ id: added?.id, name: 'Jo Weiß' }]);
  });

  it('have the fields that the team added, from every page', async () => {
    expect((await open().fields('opportunity')).map(({ label, type, maxLength }) => [label, type, maxLength])).toEqual([
      ['Reason', 'text', 255],
      ['Decided', 'choice', null],
    ]);
  });

  it('take a choice by its number and a text within its length', async () => {
    const opportunity = vendor.addOpportunity({ name: 'Measuring' });
    await open().set(opportunity, { ['a'.repeat(40)]: 'x'.repeat(300), ['b'.repeat(40)]: true });
    const values = await vendor.valuesOf(opportunity);
    expect(values['b'.repeat(40)]).toBe(31);
    expect(String(values['a'.repeat(40)])).toHaveLength(255);
    expect(await failed(open().set(opportunity, { ['b'.repeat(40)]: 'Perhaps' }))).toMatchObject({
      kind: 'config',
      code: 'value-does-not-fit',
    });
    expect(await failed(open().set(opportunity, { other: 'x' }))).toMatchObject({
      kind: 'config',
      code: 'no-such-field',
    });
  });
});
