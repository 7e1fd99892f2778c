import { AssociationSpecAssociationCategoryEnum as Category } from '@hubspot/api-client/lib/codegen/crm/objects/models/AssociationSpec';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Connector, Item } from './connector';
import { besideHubspot, TOKEN } from './stand-ins/beside-hubspot';

const KEY = '3f0c5a3e-54c1-5d1b-9f0e-0d6a8f1c2b77';
const URL_HERE = 'https://eitherway.example/sessions/1';
const BODY = `<p>They measure it &#38; tell.</p><p><a href="${URL_HERE}">${URL_HERE}</a></p>`;
const ITEM: Item = {
  kind: 'note',
  key: KEY,
  title: 'Ines & co',
  body: BODY,
  url: URL_HERE,
  at: '2026-03-02T10:00:00.000Z',
  minutes: 45,
  due: '2026-04-01',
  links: [
    { kind: 'person', id: '11' },
    { kind: 'company', id: '12' },
    { kind: 'opportunity', id: '13' },
  ],
};
const TASK: Item = { ...ITEM, kind: 'task', title: 'Send the measurements' };
const NOTE = { hs_timestamp: ITEM.at, hs_note_body: BODY };
const STEP = {
  hs_timestamp: '2026-04-01T12:00:00.000Z',
  hs_task_subject: 'Send the measurements',
  hs_task_body: BODY,
};
const OPEN = { hs_task_status: 'NOT_STARTED' };
const KEYED = { eitherway_key: KEY };

let beside: Awaited<ReturnType<typeof besideHubspot>>;
beforeAll(async () => {
  beside = await besideHubspot();
});
afterAll(() => beside.recorder.stop());
beforeEach(() => {
  Object.assign(beside.account, { property: { hasUniqueValue: true }, linked: [] });
  beside.recorder.taken();
});

const objects = () => beside.theirs.crm.objects;
const linking = () => beside.theirs.crm.associations.v4.basicApi;
const links = (type: string) => ({
  make: (to: string, id: string) => linking().createDefault(type, '7', to, id),
  list: (from: string, id: string) => linking().getPage(from, id, type, undefined, 500),
  end: (to: string, id: string) => linking().archive(type, '7', to, id),
});
async function linkAll(type: string): Promise<void> {
  await links(type).make('contacts', '11');
  await links(type).make('companies', '12');
  await links(type).make('deals', '13');
}
const upsert = (type: string, properties: Record<string, string>) =>
  objects().batchApi.upsert(type, { inputs: [{ id: KEY, idProperty: 'eitherway_key', properties }] });
const spec = (id: string, associationTypeId: number) => ({
  to: { id },
  types: [{ associationCategory: Category.HubspotDefined, associationTypeId }],
});

type Pair = [string, (connector: Connector) => Promise<unknown>, () => Promise<unknown>];
const PAIRS: Pair[] = [
  [
    'what has our key',
    (mine) => mine.locate(ITEM),
    () => objects().basicApi.getById('notes', KEY, undefined, undefined, undefined, undefined, 'eitherway_key'),
  ],
  [
    'a new note and its links',
    (mine) => mine.put(ITEM, null),
    async () => {
      await upsert('notes', NOTE);
      await linkAll('notes');
    },
  ],
  [
    'a changed note',
    (mine) => mine.put(ITEM, '7'),
    async () => {
      await objects().basicApi.update('notes', '7', { properties: { ...NOTE, ...KEYED } });
      await linkAll('notes');
    },
  ],
  [
    'a note at another person than before',
    (mine) => mine.put({ ...ITEM, links: ITEM.links.slice(0, 1), formerLinks: [{ kind: 'person', id: '14' }] }, '7'),
    async () => {
      await objects().basicApi.update('notes', '7', { properties: { ...NOTE, ...KEYED } });
      await links('notes').make('contacts', '11');
      await links('notes').end('contacts', '14');
    },
  ],
  [
    'a new next step and its links',
    (mine) => mine.put(TASK, null),
    async () => {
      await upsert('tasks', { ...STEP, ...OPEN });
      await linkAll('tasks');
    },
  ],
  [
    'a changed next step',
    (mine) => mine.put(TASK, '7'),
    async () => {
      await objects().basicApi.update('tasks', '7', { properties: { ...STEP, ...KEYED } });
      await linkAll('tasks');
    },
  ],
  ['a note taken away', (mine) => mine.remove('note', '7'), () => objects().basicApi.archive('notes', '7')],
  ['a next step taken away', (mine) => mine.remove('task', '7'), () => objects().basicApi.archive('tasks', '7')],
];
/** Where the account takes no unique property. */
const WITHOUT_KEY: Pair[] = [
  [
    'a new note made with its links',
    (mine) => mine.put(ITEM, null),
    async () => {
      for (const [type, id] of [
        ['contacts', '11'],
        ['companies', '12'],
        ['deals', '13'],
      ] as const)
        await links('notes').list(type, id);
      const associations = [spec('11', 202), spec('12', 190), spec('13', 214)];
      await objects().basicApi.create('notes', { properties: NOTE, associations });
    },
  ],
  [
    'a new next step made with its links',
    (mine) => mine.put({ ...TASK, links: TASK.links.slice(0, 1) }, null),
    async () => {
      await links('tasks').list('contacts', '11');
      await objects().basicApi.create('tasks', {
        properties: { ...STEP, ...OPEN },
        associations: [spec('11', 204)],
      });
    },
  ],
];

describe('our requests to HubSpot are those of its own client', () => {
  it.each(PAIRS)('%s', async (_name, mine, other) => {
    const connector = await beside.ours();
    const mineSent = await beside.requestsOf(() => mine(connector));
    expect(mineSent).toEqual(await beside.requestsOf(other));
    expect(mineSent.every(({ headers }) => headers.authorization === `Bearer ${TOKEN}`)).toBe(true);
  });

  it.each(WITHOUT_KEY)('%s, without a unique property', async (_name, mine, other) => {
    beside.account.property = { hasUniqueValue: false };
    const connector = await beside.ours();
    const mineSent = await beside.requestsOf(() => mine(connector));
    expect(mineSent).toEqual(await beside.requestsOf(other));
    expect(mineSent.every(({ headers }) => headers.authorization === `Bearer ${TOKEN}`)).toBe(true);
  });

  it('what stands at a record looked through', async () => {
    beside.account.property = { hasUniqueValue: false };
    beside.account.linked = ['7', '9'];
    const connector = await beside.ours();
    const mine = await beside.requestsOf(() => connector.locate({ ...ITEM, links: ITEM.links.slice(0, 1) }));
    const other = await beside.requestsOf(async () => {
      await links('notes').list('contacts', '11');
      const inputs = [{ id: '9' }, { id: '7' }];
      await objects().batchApi.read('notes', { properties: ['hs_note_body'], inputs, propertiesWithHistory: [] });
    });
    // Its types ask for a list of properties with their history, which may be empty; ours leaves it out.
    expect(other[1]?.body).toHaveProperty('propertiesWithHistory', []);
    const asOurs = other.map((each) =>
      each === other[1]
        ? { ...each, body: { properties: ['hs_note_body'], inputs: [{ id: '9' }, { id: '7' }] } }
        : each,
    );
    expect(mine).toEqual(asOurs);
  });

  it('and one wrong letter would show', async () => {
    const connector = await beside.ours();
    const [mine] = await beside.requestsOf(() => connector.put(ITEM, null));
    const [wrong] = await beside.requestsOf(() => upsert('notes', { ...NOTE, hs_note_bodi: BODY }));
    expect(mine).not.toEqual(wrong);
  });
});
