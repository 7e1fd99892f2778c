import { type Context, Hono } from 'hono';
import type { ItemKind, Link } from '../connector';
import { type StandIn, type StoredItem, startStandIn } from './stand-in';

type Row = Record<string, unknown> & { Id: string };
const KEY = 'Eitherway_Key__c';
const WRITABLE = ['Subject', 'Description', 'Status', 'ActivityDate', 'WhoId', 'WhatId', KEY];
const bad = (errorCode: string) => [{ message: 'as the documentation says', errorCode, fields: [] }];

/** Salesforce in memory, with the part of SOQL that we speak. `key`: what the field on activities is. */
export async function salesforceStandIn({
  key = 'unique' as 'unique' | 'plain' | 'none',
  token = '00D-standin',
} = {}): Promise<StandIn> {
  const tables: Record<string, Row[]> = { Task: [], Contact: [], Account: [], Opportunity: [] };
  let last = 0;
  const add = (object: string, prefix: string, row: Record<string, unknown>): Row => {
    last += 1;
    const stored = { ...row, Id: `${prefix}${String(last).padStart(15, '0')}` };
    tables[object]?.push(stored);
    return stored;
  };
  const wrong = (row: Record<string, unknown>) =>
    Object.keys(row).find((name) => !WRITABLE.includes(name) || (name === KEY && key === 'none'));
  const unknownLink = ({ WhoId, WhatId }: Record<string, unknown>) =>
    [...(WhoId ? [['Contact', WhoId]] : []), ...(WhatId ? [['Account', WhatId]] : [])].some(
      ([object, id]) => !tables[String(object)]?.some((row) => row.Id === id),
    );
  const json = (c: Context, body: unknown, status: 200 | 201 | 300 | 400 | 401 | 404) => c.json(body as object, status);

  const app = new Hono()
    .use(async (c, next) =>
      c.req.header('authorization') === `Bearer ${token}` ? next() : c.json(bad('INVALID_SESSION_ID'), 401),
    )
    .get('/services/oauth2/userinfo', (c) => c.json({ user_id: '005', organization_id: '00D', name: 'Ada' }))
    .get('/services/data/v60.0/sobjects/:object/describe', (c) => {
      const field = (name: string, more = {}) => ({
        name,
        label: name,
        type: 'string',
        length: 255,
        updateable: true,
        externalId: false,
        unique: false,
        picklistValues: [],
        ...more,
      });
      const own =
        c.req.param('object') === 'Task' && key !== 'none'
          ? [field(KEY, { externalId: key === 'unique', unique: key === 'unique' })]
          : [];
      return c.json({ fields: [field('Name'), ...own] });
    })
    .get('/services/data/v60.0/query', (c) => {
      const read = parse(c.req.query('q') ?? '');
      if (!read) return json(c, bad('MALFORMED_QUERY'), 400);
      const { object, field, test } = read;
      const rows = (tables[object] ?? []).filter((row) => test(String(row[field] ?? '')));
      return c.json({ totalSize: rows.length, done: true, records: rows });
    })
    .post('/services/data/v60.0/sobjects/Task', async (c) => {
      const row = await c.req.json();
      if (wrong(row)) return json(c, bad('INVALID_FIELD'), 400);
      if (unknownLink(row)) return json(c, bad('INVALID_CROSS_REFERENCE_KEY'), 400);
      return json(c, { id: add('Task', '00T', row).Id, success: true, errors: [] }, 201);
    })
    .patch('/services/data/v60.0/sobjects/Task/Eitherway_Key__c/:key', async (c) => {
      const row = await c.req.json();
      if (key !== 'unique') return json(c, bad('NOT_FOUND'), 404);
      if (wrong(row) || KEY in row) return json(c, bad('INVALID_FIELD'), 400);
      if (unknownLink(row)) return json(c, bad('INVALID_CROSS_REFERENCE_KEY'), 400);
      const found = tables.Task?.find((task) => task[KEY] === c.req.param('key'));
      if (found) Object.assign(found, row);
      const stored = found ?? add('Task', '00T', { ...row, [KEY]: c.req.param('key') });
      return json(c, { id: stored.Id, success: true, created: !found, errors: [] }, found ? 200 : 201);
    })
    .get('/services/data/v60.0/sobjects/Task/Eitherway_Key__c/:key', (c) => {
      const found = tables.Task?.find((task) => task[KEY] === c.req.param('key'));
      return key === 'unique' && found ? c.json({ Id: found.Id }) : json(c, bad('NOT_FOUND'), 404);
    })
    .patch('/services/data/v60.0/sobjects/:object/:id', async (c) => {
      const { object, id } = c.req.param();
      const row = await c.req.json();
      const found = tables[object]?.find((each) => each.Id === id);
      if (!found) return json(c, bad('NOT_FOUND'), 404);
      if (object === 'Task' && wrong(row)) return json(c, bad('INVALID_FIELD'), 400);
      Object.assign(found, row);
      return c.body(null, 204);
    })
    .delete('/services/data/v60.0/sobjects/Task/:id', (c) => {
      const at = tables.Task?.findIndex((task) => task.Id === c.req.param('id')) ?? -1;
      if (at < 0) return json(c, bad('ENTITY_IS_DELETED'), 404);
      tables.Task?.splice(at, 1);
      return c.body(null, 204);
    });

  return startStandIn({
    app,
    part: (origin) => ({
      settings: { instance: origin },
      secret: { token },
      items: () =>
        (tables.Task ?? []).map((row): StoredItem => {
          const kind: ItemKind = row.Status === 'Completed' ? 'note' : 'task';
          const links: Link[] = [
            ...(row.WhoId ? [{ kind: 'person' as const, id: String(row.WhoId) }] : []),
            ...(row.WhatId ? [{ kind: 'company' as const, id: String(row.WhatId) }] : []),
          ];
          const due = kind === 'task' ? ((row.ActivityDate as string | null) ?? null) : null;
          return { kind, id: row.Id, title: String(row.Subject), body: String(row.Description), due, links };
        }),
      addPerson: ({ name, email }) => ({ kind: 'person', id: add('Contact', '003', { Name: name, Email: email }).Id }),
      addCompany: ({ name, domain }) => ({
        kind: 'company',
        id: add('Account', '001', { Name: name, Website: `https://www.${domain}` }).Id,
      }),
      deleteItem(_kind, id) {
        tables.Task = (tables.Task ?? []).filter((task) => task.Id !== id);
      },
      valuesOf: ({ id }) =>
        Object.values(tables)
          .flat()
          .find((row) => row.Id === id) ?? {},
    }),
  });
}

type Asked = { object: string; field: string; test: (value: string) => boolean };

/** SELECT … FROM object WHERE field = '…' | IN ('…') | LIKE '%…%'; anything else is malformed. */
function parse(soql: string): Asked | null {
  const text = `'((?:[^'\\\\]|\\\\.)*)'`;
  const head = String.raw`^SELECT [\w., ]+ FROM (\w+) WHERE (\w+) `;
  const tail = String.raw`(?: ORDER BY \w+)? LIMIT \d+$`;
  const plain = (words: string) => words.replace(/\\(.)/g, '$1');
  const is = new RegExp(`${head}= ${text}${tail}`).exec(soql);
  if (is) return { object: is[1] ?? '', field: is[2] ?? '', test: (value) => value === plain(is[3] ?? '') };
  const among = new RegExp(`${head}IN \\(${text}(?:, ${text})*\\)${tail}`).exec(soql);
  if (among) {
    const list = [...soql.slice(soql.indexOf('IN (')).matchAll(new RegExp(text, 'g'))].map(([, words = '']) =>
      plain(words).toLowerCase(),
    );
    return { object: among[1] ?? '', field: among[2] ?? '', test: (value) => list.includes(value.toLowerCase()) };
  }
  const like = new RegExp(`${head}LIKE ${text}${tail}`).exec(soql);
  if (!like) return null;
  const part = plain((like[3] ?? '').replace(/^%|%$/g, ''));
  return { object: like[1] ?? '', field: like[2] ?? '', test: (value) => value.includes(part) };
}
