import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Connector, Item, Link, Secret, Settings } from '../connector';
import { CrmError } from '../crm-error';
import { plainOutgoing } from '../stand-ins/plain-outgoing';
import type { Fault } from '../stand-ins/stand-in';
import { type TrytonStandIn, trytonStandIn } from '../stand-ins/tryton';
import { hasTryton } from '../stand-ins/trytond';
import { trytonCrm } from './tryton';

/** Against a real Tryton; not skipped where everything must run. */
describe.skipIf(!hasTryton() && process.env.CI !== 'true')('a note in Tryton', () => {
  let vendor: TrytonStandIn;
  let connector: Connector;
  beforeAll(async () => {
    vendor = await trytonStandIn();
    connector = open();
  }, 120_000);
  afterAll(() => vendor?.stop());
  beforeEach(() => vendor.faults(() => null));

  const open = (change: { settings?: Settings; secret?: Secret } = {}) =>
    trytonCrm.open({
      settings: { ...vendor.settings, ...change.settings },
      secret: async () => change.secret ?? vendor.secret,
      renewed: async () => {
        throw new CrmError('auth');
      },
      outgoing: plainOutgoing,
      origin: null,
      now: () => new Date(),
    });
  const aParty = () => vendor.addPerson({ name: 'Ines Roth', email: `${v7()}@nordlicht.example` });
  function anItem(link: Link, change: Partial<Item> = {}): Item {
    const url = `https://eitherway.example/sessions/${v7()}`;
    return {
      kind: 'note',
      key: v7(),
      title: 'Diagnosis',
      body: `They measure it themselves.\n${url}`,
      url,
      at: '2026-03-02T10:00:00.000Z',
      minutes: 45,
      due: null,
      links: [link],
      ...change,
    };
  }
  const there = async ({ url }: Item) => (await vendor.items()).filter(({ body }) => body.includes(url));
  const found = (item: Item) => connector.locate({ ...item, url: new URL(item.url).pathname });
  /** One fault for the request after so many others. */
  const after = (others: number, fault: Fault) => {
    let seen = 0;
    vendor.faults(() => (seen++ === others ? fault : null));
  };
  const asked = async (work: () => Promise<unknown>) => {
    const before = vendor.requests().length;
    await work();
    return vendor.requests().length - before;
  };

  it('is written as people wrote it, changed in place and taken away', async () => {
    const link = await aParty();
    const item = anItem(link, { title: 'Größe “unklar” <b>&amp;</b> 100 %_\\' });
    const { id, url } = await connector.put(item, null);
    expect(url).toBeNull();
    expect(await there(item)).toEqual([
      { kind: 'note', id, title: item.title, body: item.body, due: null, links: [{ kind: 'person', id: link.id }] },
    ]);
    await connector.put({ ...item, title: 'Changed' }, id);
    expect((await there(item)).map(({ title }) => title)).toEqual(['Changed']);
    await connector.remove('note', id);
    expect(await there(item)).toEqual([]);
  });

  it('moves to the record that was chosen later', async () => {
    const [one, other] = [await aParty(), await aParty()];
    const item = anItem(one);
    const { id } = await connector.put(item, null);
    await connector.put({ ...item, links: [other] }, id);
    expect((await there(item)).map(({ links }) => links[0]?.id)).toEqual([other.id]);
  });

  it('is found and not made twice when the answer to making it was cut off', async () => {
    const item = anItem(await aParty());
    after(0, { kind: 'cut-after' });
    const error = await connector.put(item, null).catch((each: unknown) => each);
    expect(error).toMatchObject({ kind: 'doubt' });
    const place = await found(item);
    expect(place).not.toBeNull();
    await connector.put(item, place?.id ?? null);
    expect(await there(item)).toHaveLength(1);
  });

  it('would be there twice if it were only sent again', async () => {
    const item = anItem(await aParty());
    after(0, { kind: 'cut-after' });
    await connector.put(item, null).catch(() => {});
    await connector.put(item, null);
    expect(await there(item)).toHaveLength(2);
  });

  it('is surely not there when the connection was cut before it came', async () => {
    const item = anItem(await aParty());
    after(0, { kind: 'cut-before' });
    await expect(connector.put(item, null)).rejects.toMatchObject({ kind: 'doubt' });
    expect(await found(item)).toBeNull();
  });

  it('is in doubt when the server failed by itself while making it, and not while reading', async () => {
    const item = anItem(await aParty());
    const locked: Fault = {
      kind: 'status',
      status: 200,
      done: true,
      body: '{"id":1,"error":["database is locked",""]}',
    };
    after(0, locked);
    await expect(connector.put(item, null)).rejects.toMatchObject({ kind: 'doubt', code: 'server-error' });
    expect(await found(item)).not.toBeNull();
    after(0, locked);
    await expect(connector.find({ emails: ['a@b.example'] })).rejects.toMatchObject({ kind: 'retry' });
  });

  it('is found where its record was merged into another meanwhile', async () => {
    const item = anItem(await aParty());
    const { id } = await connector.put(item, null);
    await vendor.call('model.ir.note.write', [[Number(id)], { resource: `party.party,${(await aParty()).id}` }]);
    expect((await found(item))?.id).toBe(id);
  });

  it('is not taken for one whose address only begins alike', async () => {
    const item = anItem(await aParty());
    await connector.put({ ...item, body: `${item.url}#a-step` }, null);
    expect(await found(item)).toBeNull();
    expect(await found({ ...item, url: item.url.replace(/[0-9a-f]/, '_') })).toBeNull();
  });

  it('has a record that is not there any more', async () => {
    const link = await aParty();
    const item = anItem(link);
    const { id } = await connector.put(item, null);
    const gone = { ...item, links: [{ ...link, id: '999999' }] };
    await expect(connector.put(gone, null)).rejects.toMatchObject({ kind: 'gone' });
    await expect(connector.put(gone, id)).rejects.toMatchObject({ kind: 'gone' });
    await expect(connector.put(item, '999999')).rejects.toMatchObject({ kind: 'gone' });
    await expect(connector.remove('note', '999999')).resolves.toBeUndefined();
    await expect(connector.set({ kind: 'company', id: '999999' }, { name: 'x' })).rejects.toMatchObject({
      kind: 'gone',
    });
  });

  it('needs one request, and one more to sign in when the session there has ended', async () => {
    const item = anItem(await aParty());
    expect(await asked(() => connector.put(item, null))).toBe(1);
    after(0, { kind: 'status', status: 401, done: false });
    expect(await asked(() => connector.put(anItem(item.links[0] as Link), null))).toBe(3);
    vendor.faults(() => ({ kind: 'status', status: 401, done: false }));
    expect(
      await asked(() =>
        expect(connector.put(item, null)).rejects.toMatchObject({ kind: 'auth', code: 'wrong-password' }),
      ),
    ).toBe(2);
    vendor.faults(() => null);
    expect(await found(item)).not.toBeNull();
  });

  it('signs in once for calls that come together', async () => {
    const fresh = open();
    const logins = await asked(() =>
      Promise.all(Array.from({ length: 5 }, () => fresh.find({ emails: ['a@b.example'] }))),
    );
    expect(logins).toBe(6);
  });

  it('does not get there with a wrong password or another database', async () => {
    const wrong = open({ secret: { password: 'another' } });
    await expect(wrong.check()).rejects.toMatchObject({ kind: 'auth', code: 'wrong-password' });
    const nowhere = open({ settings: { database: 'no_such' } });
    await expect(nowhere.check()).rejects.toMatchObject({ kind: 'config', code: 'no-such-database' });
  });
});
