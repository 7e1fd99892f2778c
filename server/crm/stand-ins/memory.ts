import { Hono } from 'hono';
import * as z from 'zod/mini';
import { type CrmDefinition, defineCrm, type ItemKind, type Link, type Match, type Pace } from '../connector';
import { createVendor } from '../vendor';
import { type StandIn, type StoredItem, startStandIn } from './stand-in';

const Placed = z.object({ id: z.string() });
const Found = z.object({
  records: z.array(
    z.object({ kind: z.enum(['person', 'company']), id: z.string(), name: z.string(), detail: z.string() }),
  ),
});

/** A CRM without a key of any sort, the hardest there is: a create that is sent twice makes two. */
export function memoryCrm(
  key: 'locate' | 'upsert',
  pace: readonly Pace[] = [{ name: 'all', requests: 1_000, perMs: 1_000 }],
): CrmDefinition {
  return defineCrm({
    id: `memory-${key}`,
    name: 'Memory',
    fields: [
      { name: 'address', label: 'crmAddress', hint: null, kind: 'url', required: true },
      { name: 'token', label: 'crmToken', hint: null, kind: 'secret', required: true },
    ],
    oauth: null,
    hosts: null,
    pace,
    open({ settings, secret, outgoing, now }) {
      const ask = createVendor({
        outgoing,
        base: settings.address ?? '',
        headers: async () => ({ authorization: `Bearer ${Object.values(await secret())[0]}` }),
        now,
      });
      const path = (kind: ItemKind, id = '') => `/items/${kind}${id && `/${id}`}`;
      return {
        caps: {
          key,
          body: 'markdown',
          maxBody: 20_000,
          maxTitle: 100,
          tasks: true,
          kinds: ['person', 'company'],
          fields: ['company'],
        },
        async check() {
          await ask({ method: 'GET', path: '/account', effect: 'read', answer: null });
          return { id: 'memory', name: 'Memory', url: null, missing: [] };
        },
        fields: async () => [
          { name: 'decided', label: 'Decided', type: 'boolean', options: [], maxLength: null, writable: true },
          { name: 'kept', label: 'Kept', type: 'text', options: [], maxLength: 10, writable: false },
        ],
        async find(query) {
          const by = 'domain' in query ? [['domain', query.domain]] : query.emails.map((email) => ['email', email]);
          const found: Match[] = [];
          for (const [name = '', value = ''] of by) {
            const answer = await ask({
              method: 'GET',
              path: '/records',
              query: { [name]: value },
              effect: 'read',
              answer: Found,
            });
            found.push(...answer.records.map((record) => ({ ...record, url: null })));
          }
          return found;
        },
        async locate({ kind, url }) {
          const answer = await ask({
            method: 'GET',
            path: path(kind),
            query: { containing: url },
            effect: 'read',
            answer: z.object({ items: z.array(Placed) }),
          });
          const [first] = answer.items;
          return first ? { id: first.id, url: null } : null;
        },
        async put(item, known) {
          const json = { title: item.title, body: item.body, due: item.due, links: item.links, key: item.key };
          const placed =
            key === 'upsert'
              ? await ask({
                  method: 'PUT',
                  path: path(item.kind, item.key),
                  json,
                  effect: 'repeatable',
                  answer: Placed,
                })
              : known === null
                ? await ask({ method: 'POST', path: path(item.kind), json, effect: 'create', answer: Placed })
                : await ask({
                    method: 'PUT',
                    path: path(item.kind, known),
                    json,
                    effect: 'repeatable',
                    answer: Placed,
                  });
          return { id: placed.id, url: `${settings.address}/${item.kind}/${placed.id}` };
        },
        set: (link, values) =>
          ask({
            method: 'PUT',
            path: `/values/${link.kind}/${link.id}`,
            json: values,
            effect: 'repeatable',
            answer: null,
          }),
        async remove(kind, id) {
          await ask({ method: 'DELETE', path: path(kind, id), effect: 'repeatable', answer: null });
        },
      };
    },
  });
}

/** Its vendor: every POST makes one more. */
export type MemoryStandIn = Omit<StandIn, 'items' | 'addPerson' | 'addCompany'> & {
  items(): StoredItem[];
  addPerson(person: { name: string; email: string }): Link;
  addCompany(company: { name: string; domain: string }): Link;
};

export async function memoryStandIn(token = 'a-token', limits?: readonly Pace[]): Promise<MemoryStandIn> {
  const items = new Map<string, StoredItem>();
  const records: {
    kind: 'person' | 'company';
    id: string;
    name: string;
    detail: string;
    email?: string;
    domain?: string;
  }[] = [];
  const values = new Map<string, Record<string, unknown>>();
  let last = 0;
  const app = new Hono()
    .use(async (c, next) => (c.req.header('authorization') === `Bearer ${token}` ? next() : c.json({}, 401)))
    .get('/account', (c) => c.json({ ok: true }))
    .get('/records', (c) => {
      const { email, domain } = c.req.query();
      return c.json({
        records: records.filter((record) => (email ? record.email === email : record.domain === domain)),
      });
    })
    .get('/items/:kind', (c) => {
      const url = c.req.query('containing') ?? '';
      const found = [...items.values()].filter((item) => item.kind === c.req.param('kind') && item.body.includes(url));
      return c.json({ items: found.map(({ id }) => ({ id })) });
    })
    .post('/items/:kind', async (c) => {
      last += 1;
      const item = { ...(await c.req.json()), kind: c.req.param('kind') as ItemKind, id: `n${last}` };
      items.set(item.id, item);
      return c.json({ id: item.id }, 201);
    })
    .put('/items/:kind/:id', async (c) => {
      const { id } = c.req.param();
      const kind = c.req.param('kind') as ItemKind;
      const isKey = id.includes('-');
      if (!isKey && !items.has(id)) return c.json({}, 404);
      items.set(id, { ...(await c.req.json()), kind, id });
      return c.json({ id });
    })
    .delete('/items/:kind/:id', (c) => {
      items.delete(c.req.param('id'));
      return c.body(null, 204);
    })
    .put('/values/:kind/:id', async (c) => {
      const name = `${c.req.param('kind')}:${c.req.param('id')}`;
      values.set(name, { ...values.get(name), ...(await c.req.json()) });
      return c.body(null, 204);
    });
  const standIn = await startStandIn({
    app,
    ...(limits && { limits, limited: () => new Response('{}', { status: 429 }) }),
    part: (origin) => ({
      settings: { address: origin },
      secret: { token },
      items: () => [...items.values()],
      addPerson: ({ name, email }) => add({ kind: 'person', name, detail: email, email }),
      addCompany: ({ name, domain }) => add({ kind: 'company', name, detail: domain, domain }),
      deleteItem: (_kind, id) => void items.delete(id),
      valuesOf: ({ kind, id }) => values.get(`${kind}:${id}`) ?? {},
    }),
  });
  return standIn as MemoryStandIn;

  function add(record: Omit<(typeof records)[number], 'id'>): Link {
    records.push({ ...record, id: `r${records.length + 1}` });
    return { kind: record.kind, id: `r${records.length}` };
  }
}
