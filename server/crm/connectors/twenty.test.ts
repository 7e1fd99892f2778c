import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Item, Link } from '../connector';
import { aNote as anyNote, failed, openAt } from '../stand-ins/open-at';
import { plainOutgoing } from '../stand-ins/plain-outgoing';
import { type TwentyStandIn, twentyStandIn } from '../stand-ins/twenty';
import { twentyCrm } from './twenty';

let vendor: TwentyStandIn;
let person: Link;
let company: Link;
beforeAll(async () => {
  vendor = await twentyStandIn({ softly: true });
});
afterAll(() => vendor.stop());
beforeEach(async () => {
  vendor.faults(() => null);
  person = await vendor.addPerson({ name: 'Ines Roth', email: `${crypto.randomUUID()}@nordlicht.example` });
  company = await vendor.addCompany({ name: 'Nordlicht', domain: 'nordlicht.example' });
});

const open = (change?: Parameters<typeof openAt>[2], at = vendor) => openAt(twentyCrm, at, change);
const aNote = (links: readonly Link[] = [person], change?: Partial<Item>) => anyNote(links, change);
const there = async (item: Item) => (await vendor.items()).filter(({ id }) => id === item.key);
const answers = (status: number, ...messages: string[]) =>
  vendor.faults(() => ({
    kind: 'status',
    status,
    done: false,
    body: JSON.stringify({ statusCode: status, messages }),
  }));

describe('a note at Twenty', () => {
  it('has an id of ours, so that whatever is lost, it is one', async () => {
    const item = aNote([person, company]);
    let left = 3;
    vendor.faults(({ method }) => (method === 'POST' && left-- > 0 ? { kind: 'cut-after' } : null));
    for (let times = 0; times < 3; times += 1) expect((await failed(open().put(item, null)))?.kind).toBe('retry');
    const placed = await open().put(item, null);
    expect(placed).toEqual({ id: item.key, url: `${vendor.origin}/object/note/${item.key}` });
    expect(await there(item)).toMatchObject([{ links: [person, company], body: item.body }]);
  });

  it('comes back when somebody deleted it and the session changes', async () => {
    const item = aNote();
    await open().put(item, null);
    await vendor.deleteItem('note', item.key);
    expect(await open().locate(item)).toBeNull();
    await open().put({ ...item, body: 'They measure it with a colleague.' }, item.key);
    expect(await there(item)).toMatchObject([{ body: 'They measure it with a colleague.', links: [person] }]);
  });

  it('gets a link back that is missing, and leaves what people linked to it', async () => {
    const item = aNote([person]);
    await open().put(item, null);
    const byHand = vendor.addOpportunity({ name: 'Measuring' });
    vendor.addTarget('note', item.key, byHand);
    await open().put({ ...item, links: [person, company] }, item.key);
    expect((await there(item))[0]?.links.toSorted((a, b) => a.kind.localeCompare(b.kind))).toEqual([
      company,
      byHand,
      person,
    ]);
  });

  it('leaves the record it was at when a person chose another', async () => {
    const item = aNote([person, company]);
    await open().put(item, null);
    await open().put({ ...item, links: [company] }, item.key);
    expect((await there(item))[0]?.links).toEqual([company]);
    await open().put(item, item.key);
    expect((await there(item))[0]?.links).toHaveLength(2);
  });

  it('is written to a workspace of an older version, whose links have other names', async () => {
    const old = await twentyStandIn({ names: 'bare' });
    const here = await old.addPerson({ name: 'Ines Roth', email: 'ines@nordlicht.example' });
    const connector = open({}, old);
    await connector.put(aNote([here]), null);
    await connector.put(aNote([here]), null);
    expect((await old.items()).map(({ links }) => links)).toEqual([[here], [here]]);
    expect(old.requests().filter(({ path }) => path.includes('open-api'))).toHaveLength(1);
    await old.stop();
  });

  it('does not ask for the description of the workspace while its names are the usual ones', async () => {
    const before = vendor.requests().length;
    await open().put(aNote(), null);
    expect(
      vendor
        .requests()
        .slice(before)
        .map(({ path }) => path),
    ).toEqual(['/rest/notes', '/rest/noteTargets']);
  });

  it('waits for the next try when two wrote it at once', async () => {
    answers(400, 'A duplicate entry was detected');
    expect(await failed(open().put(aNote(), null))).toMatchObject({ kind: 'retry', code: 'duplicate' });
  });

  it('is not sent to a record that is not there, nor to one of another CRM', async () => {
    const nobody: Link = { kind: 'person', id: crypto.randomUUID() };
    expect(await failed(open().put(aNote([nobody]), null))).toMatchObject({ kind: 'gone' });
    const before = vendor.requests().length;
    const foreign: Link = { kind: 'person', id: '0031x' };
    expect(await failed(open().put(aNote([foreign]), null))).toMatchObject({ kind: 'gone', code: 'wrong-id' });
    expect(vendor.requests()).toHaveLength(before);
  });

  it.each([
    ['with a 404', 404, 'Record not found'],
    ['with a 400, as it does in older versions', 400, 'Record not found'],
  ])('is not there when Twenty says so %s', async (_name, status, message) => {
    answers(status, message);
    expect(await open().locate(aNote())).toBeNull();
    await open().remove('note', crypto.randomUUID());
  });

  it('is not taken for missing when the answer is something else', async () => {
    vendor.faults(() => ({ kind: 'status', status: 200, done: false, body: '[]' }));
    expect(await failed(open().locate(aNote()))).toMatchObject({ kind: 'retry', code: 'unreadable' });
  });
});

describe('a next step at Twenty', () => {
  it('is open when it is new, and stays ticked off by people when its words change', async () => {
    const item = aNote([person], { kind: 'task', title: 'Send the measurements', due: '2026-04-01' });
    const sent: Record<string, unknown>[] = [];
    const connector = open({
      outgoing: (request) => {
        if (request.url.includes('/tasks?')) sent.push(JSON.parse(request.body ?? ''));
        return plainOutgoing(request);
      },
    });
    await connector.put(item, null);
    await connector.put({ ...item, due: null }, item.key);
    expect(sent.map(({ status, dueAt }) => [status, dueAt])).toEqual([
      ['TODO', '2026-04-01T12:00:00.000Z'],
      [undefined, null],
    ]);
    expect(await there(item)).toMatchObject([{ kind: 'task', due: null, links: [person] }]);
  });
});

describe('records of Twenty', () => {
  it('are people by their first e-mail in any case, and not by one that is only like it', async () => {
    const name = crypto.randomUUID();
    const ines = await vendor.addPerson({ name: 'Ines Roth', email: `${name}.R_th@nordlicht.example` });
    await vendor.addPerson({ name: 'Jo Weiß', email: `${name}.r-th@nordlicht.example` });
    const found = await open().find({ emails: [`${name}.r_TH@nordlicht.example`] });
    expect(found).toMatchObject([{ ...ines, name: 'Ines Roth', url: `${vendor.origin}/object/person/${ines.id}` }]);
  });

  it('are found by an e-mail with an apostrophe, and never by signs that a filter would read', async () => {
    const email = `o'hara-${crypto.randomUUID()}@nordlicht.example`;
    const hara = await vendor.addPerson({ name: "Una O'Hara", email });
    const before = vendor.requests().length;
    expect(
      await open().find({
        emails: ['%@%', 'a"b@x.example', 'a,b@x.example', 'a)b@x.example', 'a]b@x.example', 'a\\b@x.example'],
      }),
    ).toEqual([]);
    expect(vendor.requests()).toHaveLength(before);
    expect(await open().find({ emails: [email] })).toMatchObject([hara]);
  });

  it('are companies at this very domain, however their address is written', async () => {
    const domain = `${crypto.randomUUID()}.example`;
    const own = await vendor.addCompany({ name: 'Nordlicht', domain });
    await vendor.addCompany({ name: 'Other', domain: `not-${domain}` });
    expect(await open().find({ domain: `WWW.${domain}` })).toMatchObject([own]);
  });

  it('are added as one person however often it is asked, and as they are when they are there', async () => {
    const email = `${crypto.randomUUID()}@nordlicht.example`;
    const added = await open().addPerson?.({ name: 'Jo Anna Weiß', email });
    expect(await open().addPerson?.({ name: 'Jo Anna Weiß', email })).toMatchObject({ id: added?.id });
    expect(await open().find({ emails: [email] })).toMatchObject([{ id: added?.id, name: 'Jo Anna Weiß' }]);
    const known = `${crypto.randomUUID()}@nordlicht.example`;
    const ines = await vendor.addPerson({ name: 'Ines Roth', email: known });
    expect(await open().addPerson?.({ name: 'I. Roth', email: known })).toMatchObject({
      id: ines.id,
      name: 'Ines Roth',
    });
  });

  it.each(['target', 'bare'] as const)('have fields that the team uses, as %s versions list them', async (names) => {
    const workspace = await twentyStandIn({ names });
    const fields = await open({}, workspace).fields('company');
    await workspace.stop();
    expect(fields.map(({ name, type, options }) => [name, type, options.length])).toEqual([
      ['intro', 'text', 0],
      ['metOn', 'date', 0],
      ['level', 'choice', 2],
    ]);
  });

  it('take values as their fields do', async () => {
    const opportunity = vendor.addOpportunity({ name: 'Measuring' });
    await open().set(opportunity, { intro: true, metOn: '2026-03-02', level: 'first talk' });
    expect(await vendor.valuesOf(opportunity)).toMatchObject({
      intro: 'Yes',
      metOn: '2026-03-02T12:00:00.000Z',
      level: 'FIRST_TALK',
    });
    expect(await failed(open().set(opportunity, { level: 'Perhaps' }))).toMatchObject({
      kind: 'config',
      code: 'value-does-not-fit',
    });
    expect(await failed(open().set(opportunity, { old: 'x' }))).toMatchObject({
      kind: 'config',
      code: 'no-such-field',
    });
  });
});
