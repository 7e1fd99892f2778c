import { Hono } from 'hono';
import type { ItemKind, Link, RecordKind } from '../connector';
import { type StandIn, type StoredItem, startStandIn } from './stand-in';

type Stored = { id: string; type: string; properties: Record<string, string>; links: Set<string> };
const KINDS: Record<string, RecordKind> = { contacts: 'person', companies: 'company', deals: 'opportunity' };
const TYPES = { person: 'contacts', company: 'companies', opportunity: 'deals' } as const;
const KNOWN: Record<string, string[]> = {
  notes: ['hs_timestamp', 'hs_note_body'],
  tasks: ['hs_timestamp', 'hs_task_subject', 'hs_task_body', 'hs_task_status'],
  contacts: ['email', 'firstname', 'lastname', 'company', 'lifecycle_note'],
  companies: ['name', 'domain', 'city', 'about_us'],
  deals: ['dealname'],
};
const problem = (category: string, message = '', more = {}) => ({
  status: 'error',
  category,
  message,
  correlationId: 'c-1',
  ...more,
});

/** HubSpot in memory. `unique` false: an account whose notes take no unique property. */
export async function hubspotStandIn({ unique = true, token = 'pat-na1-standin' } = {}): Promise<StandIn> {
  const all = new Map<string, Stored>();
  const own = new Map<string, { name: string; groupName: string; hasUniqueValue: boolean }>();
  let last = 100;
  const add = (type: string, properties: Record<string, string>): Stored => {
    last += 1;
    const stored = { id: String(last), type, properties, links: new Set<string>() };
    all.set(stored.id, stored);
    return stored;
  };
  const of = (type: string) => [...all.values()].filter((each) => each.type === type);
  const find = (type: string, id: string, by: string | undefined) =>
    of(type).find((each) => (by ? each.properties[by]?.toLowerCase() === id.toLowerCase() : each.id === id));
  const wrong = (type: string, properties: Record<string, string>) =>
    Object.keys(properties).find((name) => !KNOWN[type]?.includes(name) && !own.has(`${type}.${name}`));
  const link = (a: Stored, b: Stored) => {
    a.links.add(b.id);
    b.links.add(a.id);
  };

  const app = new Hono()
    .use(async (c, next) =>
      c.req.header('authorization') === `Bearer ${token}` ? next() : c.json(problem('INVALID_AUTHENTICATION'), 401),
    )
    .get('/account-info/v3/details', (c) =>
      c.json({ portalId: 4711, uiDomain: 'app.hubspot.com', accountType: 'STANDARD' }),
    )
    .get('/crm/v3/properties/:type', (c) => {
      const { type } = c.req.param();
      const results = (KNOWN[type] ?? []).map((name) => ({
        name,
        label: name,
        type: 'string',
        fieldType: 'text',
        calculated: false,
      }));
      return c.json({ results });
    })
    .get('/crm/v3/properties/:type/:name', (c) => {
      const { type, name } = c.req.param();
      const found = own.get(`${type}.${name}`);
      if (found) return c.json(found);
      if (KNOWN[type]?.includes(name)) return c.json({ name, groupName: `${type}information`, hasUniqueValue: false });
      return c.json(problem('OBJECT_NOT_FOUND'), 404);
    })
    .post('/crm/v3/properties/:type', async (c) => {
      const { name, groupName, hasUniqueValue } = await c.req.json();
      const key = `${c.req.param('type')}.${name}`;
      if (own.has(key)) return c.json(problem('CONFLICT'), 409);
      if (hasUniqueValue && !unique) return c.json(problem('VALIDATION_ERROR', 'unique is not available'), 400);
      own.set(key, { name, groupName, hasUniqueValue });
      return c.json(own.get(key), 201);
    })
    .post('/crm/v3/objects/:type/search', async (c) => {
      const { filterGroups } = await c.req.json();
      const { propertyName, operator, value } = filterGroups[0].filters[0];
      if (operator !== 'EQ') return c.json(problem('VALIDATION_ERROR'), 400);
      return c.json({
        total: 0,
        results: of(c.req.param('type')).filter(({ properties }) => properties[propertyName] === value),
      });
    })
    .post('/crm/v3/objects/:type/batch/read', async (c) => {
      const { inputs } = (await c.req.json()) as { inputs: { id: string }[] };
      return c.json({ status: 'COMPLETE', results: inputs.flatMap(({ id }) => all.get(id) ?? []) });
    })
    .post('/crm/v3/objects/:type/batch/upsert', async (c) => {
      const { type } = c.req.param();
      const { inputs } = (await c.req.json()) as {
        inputs: { id: string; idProperty: string; properties: Record<string, string> }[];
      };
      const results = [];
      for (const { id, idProperty, properties } of inputs) {
        const isUnique =
          (type === 'contacts' && idProperty === 'email') || own.get(`${type}.${idProperty}`)?.hasUniqueValue;
        if (!isUnique || wrong(type, properties))
          return c.json(problem('VALIDATION_ERROR', 'PROPERTY_DOESNT_EXIST'), 400);
        const found = find(type, id, idProperty);
        const stored = found ?? add(type, { [idProperty]: id });
        Object.assign(stored.properties, properties);
        results.push({ id: stored.id, new: !found, properties: stored.properties });
      }
      return c.json({ status: 'COMPLETE', results });
    })
    .get('/crm/v3/objects/:type', (c) => c.json({ results: of(c.req.param('type')).slice(0, 1) }))
    .post('/crm/v3/objects/:type', async (c) => {
      const { type } = c.req.param();
      const { properties, associations } = (await c.req.json()) as {
        properties: Record<string, string>;
        associations: { to: { id: string }; types: { associationCategory: string; associationTypeId: number }[] }[];
      };
      if (wrong(type, properties)) return c.json(problem('VALIDATION_ERROR', 'PROPERTY_DOESNT_EXIST'), 400);
      if (associations.some(({ to }) => !all.has(to.id))) return c.json(problem('OBJECT_NOT_FOUND'), 404);
      const stored = add(type, properties);
      for (const { to } of associations) link(stored, all.get(to.id) as Stored);
      return c.json({ id: stored.id, properties }, 201);
    })
    .get('/crm/v3/objects/:type/:id', (c) => {
      const { type, id } = c.req.param();
      const found = find(type, id, c.req.query('idProperty'));
      return found ? c.json({ id: found.id, properties: found.properties }) : c.json(problem('OBJECT_NOT_FOUND'), 404);
    })
    .patch('/crm/v3/objects/:type/:id', async (c) => {
      const { type, id } = c.req.param();
      const { properties } = (await c.req.json()) as { properties: Record<string, string> };
      const found = find(type, id, c.req.query('idProperty'));
      if (!found) return c.json(problem('OBJECT_NOT_FOUND'), 404);
      if (wrong(type, properties)) return c.json(problem('VALIDATION_ERROR', 'PROPERTY_DOESNT_EXIST'), 400);
      Object.assign(found.properties, properties);
      return c.json({ id: found.id, properties: found.properties });
    })
    .delete('/crm/v3/objects/:type/:id', (c) => {
      all.delete(c.req.param('id'));
      return c.body(null, 204);
    })
    .put('/crm/v4/objects/:from/:id/associations/default/:to/:toId', (c) => {
      const [from, to] = [all.get(c.req.param('id')), all.get(c.req.param('toId'))];
      if (!from || !to || from.type !== c.req.param('from') || to.type !== c.req.param('to'))
        return c.json(problem('OBJECT_NOT_FOUND'), 404);
      link(from, to);
      return c.json({ status: 'COMPLETE', results: [] });
    })
    .delete('/crm/v4/objects/:from/:id/associations/:to/:toId', (c) => {
      const { id, toId } = c.req.param();
      all.get(id)?.links.delete(toId);
      all.get(toId)?.links.delete(id);
      return c.body(null, 204);
    })
    .get('/crm/v4/objects/:from/:id/associations/:to', (c) => {
      const from = all.get(c.req.param('id'));
      const to = c.req.param('to');
      const results = [...(from?.links ?? [])]
        .filter((id) => all.get(id)?.type === to)
        .map((id) => ({ toObjectId: Number(id) }));
      return c.json({ results });
    });

  const itemOf = (kind: ItemKind, { id, properties, links }: Stored): StoredItem => ({
    kind,
    id,
    title: properties.hs_task_subject ?? '',
    body: properties.hs_note_body ?? properties.hs_task_body ?? '',
    due: kind === 'task' ? (properties.hs_timestamp?.slice(0, 10) ?? null) : null,
    links: [...links].flatMap((other): Link[] => {
      const record = KINDS[all.get(other)?.type ?? ''];
      return record ? [{ kind: record, id: other }] : [];
    }),
  });
  return startStandIn({
    app,
    part: {
      settings: {},
      secret: { token },
      items: () => [
        ...of('notes').map((each) => itemOf('note', each)),
        ...of('tasks').map((each) => itemOf('task', each)),
      ],
      addPerson: ({ name, email }) => ({ kind: 'person', id: add('contacts', { firstname: name, email }).id }),
      addCompany: ({ name, domain }) => ({ kind: 'company', id: add('companies', { name, domain }).id }),
      deleteItem: (_kind, id) => void all.delete(id),
      valuesOf: ({ kind, id }) => find(TYPES[kind], id, undefined)?.properties ?? {},
    },
  });
}
