import { type Context, Hono } from 'hono';
import { v4, validate } from 'uuid';
import type { Link, Pace } from '../connector';
import { type StandIn, startStandIn } from './stand-in';
import { filtered, type Names, TABLES, TwentyMemory } from './twenty-memory';

export type TwentyStandIn = StandIn & {
  addOpportunity(opportunity: { name: string }): Link;
  /** Somebody links a note to something by hand. */
  addTarget(kind: 'note' | 'task', item: string, on: Link): void;
};
type Options = { token?: string; names?: Names; limits?: readonly Pace[]; softly?: boolean };

const OBJECTS = ['note', 'task', 'noteTarget', 'taskTarget', 'person', 'company', 'opportunity'];
const PLURALS: Readonly<Record<string, string>> = TABLES;
const LEVELS = [
  { value: 'FIRST_TALK', label: 'First talk' },
  { value: 'YES', label: 'Yes' },
];
const FIELDS = [
  { name: 'intro', label: 'Intro', type: 'TEXT', isSystem: false, isActive: true, options: null },
  { name: 'metOn', label: 'Met on', type: 'DATE_TIME', isSystem: false, isActive: true, options: null },
  { name: 'level', label: 'Level', type: 'SELECT', isSystem: false, isActive: true, options: LEVELS },
  { name: 'old', label: 'Old', type: 'TEXT', isSystem: false, isActive: false, options: null },
  { name: 'searchVector', label: 'Search', type: 'TS_VECTOR', isSystem: true, isActive: true, options: null },
];

/** Twenty in memory: ids of the client's, upserts that bring back what was deleted softly, 400 for most of what goes wrong. */
export async function twentyStandIn({
  token = 'standin-key',
  names = 'target',
  limits,
  softly = false,
}: Options = {}): Promise<TwentyStandIn> {
  const memory = new TwentyMemory(names);
  const no = (c: Context, statusCode: 400 | 401 | 404, message: string) =>
    c.json({ statusCode, error: 'Error', messages: [message] }, statusCode);
  const pluralOf = (singular: string) => PLURALS[singular] ?? `${singular}s`;
  const singularOf = (plural: string) => OBJECTS.find((each) => pluralOf(each) === plural) ?? plural;
  const unknownField = (name: string, row: object) =>
    Object.keys(row).find((field) => !memory.fields[name]?.includes(field));

  const app = new Hono()
    .use(async (c, next) =>
      c.req.header('authorization') === `Bearer ${token}` ? next() : no(c, 401, 'Token invalid.'),
    )
    .get('/rest/open-api/core', (c) => {
      const schemas = OBJECTS.map((object) => {
        // Its own file does not name the id of what is created.
        const known = memory.fields[pluralOf(object)]?.filter((name) => name !== 'id') ?? [];
        const properties = Object.fromEntries(known.map((name) => [name, { type: 'string' }]));
        return [object.charAt(0).toUpperCase() + object.slice(1), { type: 'object', properties }];
      });
      return c.json({ openapi: '3.1.1', components: { schemas: Object.fromEntries(schemas) } });
    })
    .get('/rest/metadata/objects', (c) => {
      const objects = ['person', 'company', 'opportunity'].map((nameSingular) => ({ nameSingular, fields: FIELDS }));
      return c.json({ data: names === 'target' ? objects : { objects } });
    })
    .get('/rest/:name', (c) => {
      const { name } = c.req.param();
      if (!memory.fields[name]) return no(c, 400, `object '${name}' not found`);
      const found = filtered(memory.rows(name), c.req.query('filter'));
      if (!found) return no(c, 400, "'filter' invalid. eg: price[gte]:10");
      const limit = Math.min(60, Number(c.req.query('limit') ?? 60));
      return c.json({ data: { [name]: found.slice(0, limit) }, totalCount: found.length, pageInfo: {} });
    })
    .get('/rest/:name/:id', (c) => {
      const { name, id } = c.req.param();
      const row = memory.rows(name).find((each) => each.id === id);
      return row ? c.json({ data: { [singularOf(name)]: row } }) : no(c, 404, 'Record not found');
    })
    .post('/rest/:name', async (c) => {
      const { name } = c.req.param();
      const row = await c.req.json();
      const unknown = unknownField(name, row);
      if (unknown) return no(c, 400, `Object ${name} doesn't have any "${unknown}" field.`);
      const id = row.id ?? v4();
      if (!validate(id)) return no(c, 400, `Value "${id}" is not a valid UUID`);
      if (memory.linksNothing(row)) return no(c, 400, 'insert violates foreign key constraint "FK_1"');
      const there = memory.table(name).get(id);
      const email = row.emails?.primaryEmail;
      const isTaken =
        email && [...memory.table(name).values()].some((each) => each.id !== id && emailOf(each) === email);
      if ((there && c.req.query('upsert') !== 'true') || isTaken) return no(c, 400, 'A duplicate entry was detected');
      const made = { ...there, ...row, id, deletedAt: null };
      memory.table(name).set(id, made);
      const singular = singularOf(name);
      return c.json({ data: { [`create${singular.charAt(0).toUpperCase()}${singular.slice(1)}`]: made } }, 201);
    })
    .patch('/rest/:name/:id', async (c) => {
      const { name, id } = c.req.param();
      const row = memory.rows(name).find((each) => each.id === id);
      const values = await c.req.json();
      if (!row) return no(c, 404, 'Record not found');
      const unknown = unknownField(name, values);
      if (unknown) return no(c, 400, `Object ${name} doesn't have any "${unknown}" field.`);
      Object.assign(row, values);
      return c.json({ data: { [`update${singularOf(name)}`]: row } });
    })
    .delete('/rest/:name/:id', (c) => {
      const { name, id } = c.req.param();
      const row = memory.rows(name).find((each) => each.id === id);
      if (!row) return no(c, 404, 'Record not found');
      if (c.req.query('soft_delete') === 'true') row.deletedAt = new Date().toISOString();
      else memory.table(name).delete(id);
      return c.json({ data: { [`delete${singularOf(name)}`]: { id } }, softDelete: true });
    });

  const standIn = await startStandIn({
    app,
    ...(limits && { limits, limited: overLimit }),
    part: (origin) => ({
      settings: { address: origin },
      secret: { token },
      items: () => [...memory.items('note'), ...memory.items('task')],
      addPerson({ name, email }) {
        const [firstName = '', ...rest] = name.split(' ');
        const person = { name: { firstName, lastName: rest.join(' ') }, emails: { primaryEmail: email } };
        return { kind: 'person', id: memory.add('people', person) };
      },
      addCompany: ({ name, domain }) => ({
        kind: 'company',
        id: memory.add('companies', { name, domainName: { primaryLinkUrl: `https://www.${domain}/de` } }),
      }),
      deleteItem(kind, id) {
        const row = memory.table(`${kind}s`).get(id);
        if (softly && row) row.deletedAt = new Date().toISOString();
        else memory.table(`${kind}s`).delete(id);
      },
      valuesOf: ({ kind, id }) => memory.table(TABLES[kind]).get(id) ?? {},
    }),
  });
  return {
    ...standIn,
    addOpportunity: (each) => ({ kind: 'opportunity', id: memory.add('opportunities', each) }),
    addTarget: (kind, item, on) =>
      void memory.add(`${kind}Targets`, { [`${kind}Id`]: item, [memory.targetField(on.kind)]: on.id }),
  };
}

function emailOf(row: Record<string, unknown>): unknown {
  return (row.emails as { primaryEmail?: string } | undefined)?.primaryEmail;
}

function overLimit(): Response {
  const body = { statusCode: 429, error: 'Error', messages: ['Limit reached (50 tokens per 60000 ms)'] };
  return new Response(JSON.stringify(body), { status: 429 });
}
