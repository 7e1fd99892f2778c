import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Connector, Item, Link } from '../connector';
import { plainOutgoing } from '../stand-ins/plain-outgoing';
import { type TrytonStandIn, trytonStandIn } from '../stand-ins/tryton';
import { hasTryton } from '../stand-ins/trytond';
import { trytonCrm } from './tryton';

/** Against a real Tryton; not skipped where everything must run. */
describe.skipIf(!hasTryton() && process.env.CI !== 'true')('records in Tryton', () => {
  let vendor: TrytonStandIn;
  let connector: Connector;
  beforeAll(async () => {
    vendor = await trytonStandIn();
    connector = open();
  }, 120_000);
  afterAll(() => vendor?.stop());

  const open = (user = vendor.settings.user ?? '', password = vendor.secret.password ?? '') =>
    trytonCrm.open({
      settings: { ...vendor.settings, user },
      secret: async () => ({ password }),
      renewed: async (stale) => stale,
      outgoing: plainOutgoing,
      origin: null,
      now: () => new Date(),
    });
  const make = async (model: string, values: Record<string, unknown>): Promise<number> => {
    const [id] = (await vendor.call(`model.${model}.create`, [[values]])) as number[];
    return id ?? 0;
  };
  const aParty = (name: string, ...mechanisms: { type: string; value: string }[]) =>
    make('party.party', { name, contact_mechanisms: [['create', mechanisms]] });
  const aNote = (link: Link): Item => {
    const url = `https://eitherway.example/sessions/${v7()}`;
    const words = { title: 'Diagnosis', body: url, url, at: '2026-03-02T10:00:00.000Z' };
    return { kind: 'note', key: v7(), ...words, minutes: 45, due: null, links: [link] };
  };
  async function anOpportunity(): Promise<Link> {
    const rounding = { __class__: 'Decimal', decimal: '0.01' };
    const code = { name: 'Euro', code: 'EUR', numeric_code: '978', symbol: '€', digits: 2, rounding };
    const currency = await make('currency.currency', code);
    const company = await make('company.company', { party: await aParty('Ours'), currency });
    await vendor.call('model.res.user.write', [[1], { companies: [['add', [company]]], company }]);
    const party = await aParty('Nordlicht');
    const id = await make('sale.opportunity', { description: 'Cold rooms', party, company });
    return { kind: 'opportunity', id: String(id) };
  }
  async function aUser(): Promise<{ id: number; connector: Connector }> {
    const login = `eitherway-${v7()}`;
    const id = await make('res.user', { name: login, login, password: 'Quiet-harbour-42' });
    return { id, connector: open(login, 'Quiet-harbour-42') };
  }

  it('are people found by their e-mail however it is spelled, each party once', async () => {
    const email = `${v7()}@nordlicht.example`;
    const id = await aParty(
      'Ines Roth',
      { type: 'email', value: email.toUpperCase() },
      { type: 'email', value: `x${email}` },
    );
    expect(await connector.find({ emails: [email, `x${email}`] })).toEqual([
      expect.objectContaining({ kind: 'person', id: String(id), name: 'Ines Roth', url: null }),
    ]);
    const twin = await aParty('Ines, again', { type: 'email', value: email });
    expect((await connector.find({ emails: [email] })).map((match) => match.id)).toEqual([String(id), String(twin)]);
    expect(await connector.find({ emails: [email.replace('@', '%')] })).toEqual([]);
    expect(await connector.find({ emails: [] })).toEqual([]);
  });

  it.each([
    'https://www.{}/',
    'http://{}',
    '{}',
    'www.{}',
    'HTTPS://{}/about?of=us',
    'https://{}:8443/',
    'https://WWW.{}?a',
  ])('are companies found by a website that was typed as %s', async (typed) => {
    const domain = `${v7()}.example`;
    const id = await aParty('Nordlicht', { type: 'website', value: typed.replace('{}', domain) });
    expect(await connector.find({ domain: domain.toUpperCase() })).toMatchObject([{ kind: 'company', id: String(id) }]);
  });

  it('are not found by a part of a domain, and are not hidden behind many of those', async () => {
    const domain = `${v7().slice(-6)}.example`;
    for (let i = 0; i < 60; i++) await aParty('Other', { type: 'website', value: `https://not${i}-${domain}/` });
    await aParty('Below', { type: 'website', value: `https://shop.${domain}/` });
    await aParty('Elsewhere', { type: 'website', value: `https://other.example/?from=${domain}` });
    await aParty('By mail', { type: 'email', value: `ines@${domain}` });
    expect(await connector.find({ domain })).toEqual([]);
    const id = await aParty('The one', { type: 'website', value: `https://${domain}/` });
    expect((await connector.find({ domain })).map((match) => match.id)).toEqual([String(id)]);
  }, 60_000);

  it('take values in the form of their fields', async () => {
    const matter = await anOpportunity();
    const of = Object.fromEntries((await connector.fields('opportunity')).map((field) => [field.name, field]));
    expect(of.end_date).toMatchObject({ type: 'date', writable: true, label: 'End Date' });
    expect(of.amount).toMatchObject({ type: 'number', writable: true });
    expect(of.comment).toMatchObject({ type: 'text', writable: true });
    expect(of.state).toMatchObject({ type: 'choice', writable: false });
    expect(of.state?.options.map(({ value }) => value)).toContain('opportunity');
    expect(of.party).toBeUndefined();
    await connector.set(matter, { end_date: '2026-04-01', amount: 1250.5, comment: 'Zwei Räume', reference: null });
    const read = ['end_date', 'amount', 'comment', 'reference'];
    const [row] = (await vendor.call('model.sale.opportunity.read', [[Number(matter.id)], read])) as unknown[];
    expect(row).toMatchObject({
      end_date: { __class__: 'date', year: 2026, month: 4, day: 1 },
      amount: { __class__: 'Decimal', decimal: '1250.5' },
      comment: 'Zwei Räume',
      reference: null,
    });
    const item = aNote(matter);
    await connector.put(item, null);
    const [note] = (await vendor.items()).filter(({ body }) => body === item.url);
    expect(note?.links).toEqual([matter]);
  });

  it('refuse a field that they do not have, or a value that is none', async () => {
    const id = String(await aParty('Ines Roth'));
    await expect(connector.set({ kind: 'person', id }, { no_such: 'x' })).rejects.toMatchObject({
      kind: expect.stringMatching(/config|bad/),
    });
    await expect(connector.set({ kind: 'person', id }, { code: '' })).rejects.toMatchObject({ kind: 'bad' });
  });

  it('are made for a person with an e-mail, where the team allows it', async () => {
    const email = `${v7()}@nordlicht.example`;
    const made = await connector.addPerson?.({ name: 'Ines Roth', email });
    expect(await connector.find({ emails: [email] })).toEqual([made]);
  });

  it('are written by a user without any group; opportunities only by who may', async () => {
    const { id, connector: plain } = await aUser();
    expect((await plain.check()).missing).toEqual([]);
    expect(plain.caps.kinds).toEqual(['person', 'company']);
    expect(connector.caps.kinds).toContain('opportunity');
    const item = aNote({ kind: 'person', id: String(await aParty('Ines Roth')) });
    const placed = await plain.put(item, null);
    await plain.remove('note', placed.id);
    const [group] = (await vendor.call('model.res.group.search', [
      [['name', '=', 'Sale Opportunity']],
      0,
      1,
      null,
    ])) as number[];
    await vendor.call('model.res.user.write', [[id], { groups: [['add', [group]]] }]);
    await plain.check();
    expect(plain.caps.kinds).toContain('opportunity');
  });

  it('say which right is missing, when connecting and when writing', async () => {
    const { connector: barred } = await aUser();
    const [model] = (await vendor.call('model.ir.model.search', [
      [['model', '=', 'party.party']],
      0,
      1,
      null,
    ])) as number[];
    const rule = await make('ir.model.access', {
      model,
      perm_read: true,
      perm_write: false,
      perm_create: false,
      perm_delete: false,
    });
    expect((await barred.check()).missing).toEqual(['party.party write']);
    const item = aNote({ kind: 'person', id: String(await aParty('Ines Roth').catch(() => 1)) });
    await expect(barred.put(item, null)).rejects.toMatchObject({ kind: 'config', code: 'right-missing' });
    await vendor.call('model.ir.model.access.delete', [[rule]]);
    expect((await barred.check()).missing).toEqual([]);
  });
});
