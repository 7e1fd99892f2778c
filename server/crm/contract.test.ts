import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { crms } from '.';
import type { Connector, Item, Link } from './connector';
import { CrmError } from './crm-error';
import { itemKey } from './links';
import { STAND_INS } from './stand-ins';
import { plainOutgoing } from './stand-ins/plain-outgoing';
import type { Fault, StandIn } from './stand-ins/stand-in';
import { hasTryton } from './stand-ins/trytond';

/** What every CRM does alike, each against its stand-in; Tryton against the real one. */
describe.each(crms)('$name', (definition) => {
  const start = STAND_INS[definition.id];
  it('has a stand-in', () => expect(start).toBeDefined());
  if (!start || (definition.id === 'tryton' && !hasTryton() && process.env.CI !== 'true')) {
    it.skip('needs its stand-in, which is not on this machine', () => {});
    return;
  }

  let vendor: StandIn;
  let connector: Connector;
  const open = (secret = vendor.secret): Connector =>
    definition.open({
      settings: vendor.settings,
      secret: async () => secret,
      renewed: async () => {
        throw new CrmError('auth');
      },
      outgoing: plainOutgoing,
      origin: vendor.origin,
      now: () => new Date(),
    });
  beforeAll(async () => {
    vendor = await start();
    connector = open();
    await connector.check();
  }, 120_000);
  afterAll(() => vendor.stop());
  beforeEach(() => vendor.faults(() => null));

  const hasRecords = () => connector.caps.kinds.length > 0;
  const aLink = async (): Promise<Link[]> =>
    hasRecords() ? [await vendor.addPerson({ name: 'Ines Roth', email: `${v7()}@nordlicht.example` })] : [];
  function anItem(links: readonly Link[], change: Partial<Item> = {}): Item {
    const session = v7();
    const url = `https://eitherway.example/sessions/${session}`;
    const link = { html: `<p><a href="${url}">${url}</a></p>`, markdown: `<${url}>`, text: url }[connector.caps.body];
    const words = {
      html: '<p>They measure it themselves.</p>',
      markdown: 'They measure it themselves.',
      text: 'They measure it themselves.',
    };
    return {
      kind: 'note',
      key: itemKey('connection', session, 'note'),
      title: 'Diagnosis',
      body: `${words[connector.caps.body]}\n${link}`,
      url,
      at: '2026-03-02T10:00:00.000Z',
      minutes: 45,
      due: null,
      links,
      ...change,
    };
  }
  const sessionOf = ({ url }: Item) => url.slice(-36);
  const there = async (item: Item) =>
    (await vendor.items()).filter(({ kind, body }) => kind === item.kind && body.includes(sessionOf(item)));
  const found = (item: Item) => connector.locate({ ...item, url: new URL(item.url).pathname });

  it('says whose account it is', async () => {
    const account = await connector.check();
    expect(account.name).not.toBe('');
    expect(account.missing).toEqual([]);
  });

  it('refuses a wrong token as one that needs a person', async () => {
    const wrong = Object.fromEntries(
      Object.keys(vendor.secret).map((name) => [name, `whsec_${Buffer.alloc(32).toString('base64')}`]),
    );
    await expect(open(wrong).check()).rejects.toMatchObject({ kind: 'auth' });
  });

  it('finds none, one and several people by e-mail, and never picks', async () => {
    if (!hasRecords()) return expect(await connector.find({ emails: ['a@b.example'] })).toEqual([]);
    const email = `${v7()}@nordlicht.example`;
    expect(await connector.find({ emails: [email] })).toEqual([]);
    const one = await vendor.addPerson({ name: 'Ines Roth', email });
    const [match, ...more] = await connector.find({ emails: [email] });
    expect(more).toEqual([]);
    expect(match).toMatchObject({ kind: one.kind, id: one.id });
    expect(match?.name).toContain('Ines');
  });

  it('finds a company by its domain', async () => {
    if (!connector.caps.kinds.includes('company')) return expect(connector.caps.kinds).not.toContain('company');
    const domain = `${v7()}.example`;
    const company = await vendor.addCompany({ name: 'Nordlicht', domain });
    expect(await connector.find({ domain: `other-${domain}` })).toEqual([]);
    expect(await connector.find({ domain })).toMatchObject([{ kind: 'company', id: company.id }]);
  });

  it('takes signs of a query as plain words', async () => {
    for (const email of [`o'hara\\"${v7()}@x.example`, '%@%.%', "' OR Id != '@x.example"])
      expect(await connector.find({ emails: [email] })).toEqual([]);
  });

  it('writes a note once, linked, changes it in place, and takes it away', async () => {
    const links = await aLink();
    const item = anItem(links);
    const placed = await connector.put(item, null);
    const [note, ...more] = await there(item);
    expect(more).toEqual([]);
    expect(note?.links).toEqual(links);
    expect(note?.body).toContain('measure it themselves');
    const changed = { ...item, body: item.body.replace('themselves', 'with a colleague') };
    expect((await connector.put(changed, placed.id)).id).toBe(placed.id);
    expect((await there(item)).map(({ body }) => body.includes('with a colleague'))).toEqual([true]);
    await connector.remove('note', placed.id);
    expect(await there(item)).toEqual([]);
    await connector.remove('note', placed.id);
  });

  it.each<Fault>([
    { kind: 'cut-after' },
    { kind: 'garbage' },
    { kind: 'status', status: 502, done: true, body: '<html></html>' },
    { kind: 'slow', ms: 2_500 },
  ])('has one note when the answer to making it is lost: $kind', async (fault) => {
    const item = anItem(await aLink());
    let left = 1;
    vendor.faults(({ method, path, query }) => (isWrite(method, path + query, left) && left-- > 0 ? fault : null));
    const error = await connector.put(item, null).catch((each: unknown) => each);
    vendor.faults(() => null);
    if (error instanceof CrmError) {
      expect(['doubt', 'retry']).toContain(error.kind);
      const place = connector.caps.key === 'locate' ? await found(item) : null;
      if (error.kind === 'doubt') expect(connector.caps.key).toBe('locate');
      await connector.put(item, place?.id ?? null);
    }
    expect(await there(item)).toHaveLength(1);
  });
  /** The first request that writes; where every request is a POST, the one that makes something. */
  function isWrite(method: string, path: string, left: number): boolean {
    return left > 0 && method !== 'GET' && !/search|login|oauth/.test(path);
  }

  it('says that nothing is there, and that something is', async () => {
    const item = anItem(await aLink());
    if (connector.caps.kinds.length > 0) expect(await found(item)).toBeNull();
    const placed = await connector.put(item, null);
    expect((await found(item))?.id).toBe(placed.id);
  });

  it('never takes another session for this one', async () => {
    const links = await aLink();
    const [one, two] = [anItem(links), anItem(links)];
    await connector.put(one, null);
    if (connector.caps.kinds.length > 0) expect(await found(two)).toBeNull();
    await connector.put(two, null);
    expect([(await there(one)).length, (await there(two)).length]).toEqual([1, 1]);
  });

  it('writes a next step as a task of its own day, where there are tasks', async () => {
    if (!connector.caps.tasks) return expect(connector.caps.tasks).toBe(false);
    const item = anItem(await aLink(), { kind: 'task', due: '2026-04-01', title: 'Send the measurements' });
    const placed = await connector.put(item, null);
    expect(await there(item)).toMatchObject([{ title: 'Send the measurements', due: '2026-04-01' }]);
    await connector.remove('task', placed.id);
    expect(await there(item)).toEqual([]);
  });

  it('tells that a note was deleted over there', async () => {
    if (connector.caps.kinds.length === 0) return expect(connector.caps.key).toBe('upsert');
    const item = anItem(await aLink());
    const placed = await connector.put(item, null);
    await vendor.deleteItem('note', placed.id);
    const again = await connector.put({ ...item, title: 'Again' }, placed.id).catch((error: unknown) => error);
    if (again instanceof CrmError) {
      expect(again.kind).toBe('gone');
      await connector.put(item, null);
    }
    expect(await there(item)).toHaveLength(1);
  });

  it.each<[string, Fault, string]>([
    [
      'too many requests',
      { kind: 'status', status: 429, done: false, headers: { 'retry-after': '7' }, body: '{}' },
      'retry',
    ],
    ['a 500 while reading', { kind: 'status', status: 500, done: false, body: 'oops' }, 'retry'],
    ['a connection that is cut while reading', { kind: 'cut-before' }, 'retry'],
    ['half a document while reading', { kind: 'garbage' }, 'retry'],
  ])('takes %s for what passes', async (_name, fault, kind) => {
    const email = `${v7()}@nordlicht.example`;
    if (hasRecords()) await vendor.addPerson({ name: 'Ines Roth', email });
    vendor.faults(() => fault);
    const asked = hasRecords() ? connector.find({ emails: [email] }) : open().check();
    // Where there is nothing to read, the status is the answer.
    if (fault.kind === 'garbage' && !hasRecords()) return expect(await asked).toBeDefined();
    const error = await asked.catch((each: unknown) => each);
    expect(error).toMatchObject({ kind });
    if (fault.kind === 'status' && fault.status === 429) expect((error as CrmError).after).toBe(7_000);
  });

  it('carries nothing that people wrote in a failure', async () => {
    const item = anItem(await aLink(), { title: 'a very private title' });
    vendor.faults(() => ({ kind: 'status', status: 400, done: false, body: '{"message":"a very private title"}' }));
    const error = (await connector.put(item, null).catch((each: unknown) => each)) as CrmError;
    expect(JSON.stringify([error.message, error.code, error.requestId])).not.toContain('private');
  });

  it('lists fields with their types, where some may be written', async () => {
    for (const kind of connector.caps.fields) {
      const fields = await connector.fields(kind);
      expect(fields.length).toBeGreaterThan(0);
      expect(fields.every(({ name, label }) => name !== '' && label !== '')).toBe(true);
    }
  });
});
