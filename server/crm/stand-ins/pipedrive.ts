import { type Context, Hono } from 'hono';
import type { Link, Pace, RecordKind } from '../connector';
import { PipedriveMemory, type Row, sanitised } from './pipedrive-memory';
import { pipedriveProblem } from './pipedrive-requests';
import { type StandIn, startStandIn } from './stand-in';

export type PipedriveStandIn = StandIn & { addOpportunity(opportunity: { name: string }): Link; refused(): string[] };
type Options = { token?: string; pageSize?: number; limits?: readonly Pace[] };

const KINDS: Readonly<Record<string, RecordKind>> = {
  persons: 'person',
  organizations: 'company',
  deals: 'opportunity',
};
const CHOICES = [
  { id: 31, label: 'Yes' },
  { id: 32, label: 'No' },
];
const FIELDS = [
  { field_name: 'Name', field_code: 'name', field_type: 'varchar', is_custom_field: false, options: null },
  { field_name: 'Reason', field_code: 'a'.repeat(40), field_type: 'varchar', is_custom_field: true, options: null },
  { field_name: 'Decided', field_code: 'b'.repeat(40), field_type: 'enum', is_custom_field: true, options: CHOICES },
  { field_name: 'Budget', field_code: 'c'.repeat(40), field_type: 'monetary', is_custom_field: true, options: null },
];
/** Refusals in a row after which the network in front answers by itself. */
const PATIENCE = 5;

/** Pipedrive in memory: no key of any sort, 201 for what is new, null for what is not set, HTML as it is stored. */
export async function pipedriveStandIn({
  token = 'standin-token',
  pageSize = 500,
  limits,
}: Options = {}): Promise<PipedriveStandIn> {
  const memory = new PipedriveMemory();
  const refused: string[] = [];
  const no = (c: Context, status: 400 | 401 | 404 | 410, error: string) =>
    c.json({ success: false, error, error_info: 'see the documentation', data: null, additional_data: null }, status);
  const idIn = (c: Context) => Number(c.req.param('id'));
  const isAt = (row: Row, query: Record<string, string>) =>
    (['person_id', 'org_id', 'deal_id'] as const).every((name) => !query[name] || row[name] === Number(query[name]));

  let inARow = 0;
  const tooMany = () => {
    inARow += 1;
    return inARow > PATIENCE ? blocked() : overLimit();
  };
  const app = new Hono()
    .use(async (c, next) => {
      inARow = 0;
      const given = c.req.header('x-api-token') ?? c.req.header('authorization')?.replace(/^Bearer /, '');
      if (given !== token) return no(c, 401, 'unauthorized access');
      const text = await c.req.text();
      const problem = pipedriveProblem({
        method: c.req.method,
        path: c.req.path,
        query: c.req.query(),
        body: text === '' ? undefined : JSON.parse(text),
      });
      if (problem === null) return next();
      refused.push(problem);
      return no(c, 400, 'Bad request');
    })
    .get('/api/v1/users/me', (c) =>
      c.json({ success: true, data: { id: 1, company_id: 7, company_name: 'Stand-in', company_domain: 'standin' } }),
    )
    .get('/api/v2/:type/search', (c) => {
      const term = (c.req.query('term') ?? '').toLowerCase();
      const kind = KINDS[c.req.param('type')];
      const found = [...memory.parties.values()].filter(
        (party) =>
          party.kind === kind &&
          (kind === 'person' ? party.email.toLowerCase() === term : `${party.website} ${party.name}`.includes(term)),
      );
      const items = found.slice(0, Number(c.req.query('limit'))).map(({ id, name, email, website }) => ({
        result_score: 0.5,
        item: { id, name, emails: [email], custom_fields: website ? [website] : [], organization: null, address: null },
      }));
      return c.json({ success: true, data: { items }, additional_data: { next_cursor: null } });
    })
    .get('/api/v1/notes', (c) => {
      const { start = '0', limit = '100', start_date = '', ...at } = c.req.query();
      const found = [...memory.notes.values()].filter(
        (row) => isAt(row, at) && String(row.add_time).slice(0, 10) >= start_date,
      );
      const next = Number(start) + Math.min(pageSize, Number(limit));
      const more = next < found.length;
      const pagination = { start: Number(start), more_items_in_collection: more, ...(more && { next_start: next }) };
      // None is null there, not an empty list.
      const data = found.length === 0 ? null : found.slice(Number(start), next);
      return c.json({ success: true, data, additional_data: { pagination } });
    })
    .post('/api/v1/notes', async (c) => {
      const body = await c.req.json();
      if (!body.person_id && !body.org_id && !body.deal_id) return no(c, 400, 'A note belongs to something');
      if (memory.linksNothing(body)) return no(c, 404, 'Not found');
      const id = memory.next();
      const add_time = new Date().toISOString().replace('T', ' ').slice(0, 19);
      const none = { person_id: null, org_id: null, deal_id: null, lead_id: null, last_update_user_id: null };
      const note = { ...none, ...body, id, add_time, active_flag: true, content: sanitised(body.content) };
      memory.notes.set(id, note);
      return c.json({ success: true, data: note }, 201);
    })
    .put('/api/v1/notes/:id', async (c) => {
      const note = memory.notes.get(idIn(c));
      const body = await c.req.json();
      if (!note) return no(c, 404, 'Note not found');
      if (memory.linksNothing(body)) return no(c, 404, 'Not found');
      Object.assign(note, body, body.content && { content: sanitised(body.content) });
      return c.json({ success: true, data: note });
    })
    .delete('/api/v1/notes/:id', (c) =>
      memory.notes.delete(idIn(c)) ? c.json({ success: true, data: true }) : no(c, 404, 'Note not found'),
    )
    .get('/api/v2/activities', (c) => {
      const { cursor = '0', limit = '100', updated_since = '', ...at } = c.req.query();
      const found = [...memory.activities.values()].filter(
        (row) => isAt(row, at) && String(row.update_time) >= updated_since,
      );
      const next = Number(cursor) + Math.min(pageSize, Number(limit));
      const data = found.slice(Number(cursor), next);
      return c.json({
        success: true,
        data,
        additional_data: { next_cursor: next < found.length ? String(next) : null },
      });
    })
    .post('/api/v2/activities', async (c) => {
      const body = await c.req.json();
      if (memory.linksNothing(body)) return no(c, 404, 'Not found');
      const id = memory.next();
      const none = { due_date: null, person_id: null, org_id: null, deal_id: null, is_deleted: false };
      memory.activities.set(id, { ...none, ...activityOf(body), id });
      return c.json({ success: true, data: memory.activities.get(id) }, 201);
    })
    .patch('/api/v2/activities/:id', async (c) => {
      const activity = memory.activities.get(idIn(c));
      const body = await c.req.json();
      if (!activity) return no(c, 404, 'Activity not found');
      if (memory.linksNothing(body)) return no(c, 404, 'Not found');
      Object.assign(activity, activityOf(body));
      return c.json({ success: true, data: activity });
    })
    .delete('/api/v2/activities/:id', (c) =>
      memory.activities.delete(idIn(c)) ? c.json({ success: true, data: { id: idIn(c) } }) : no(c, 410, 'It is gone'),
    )
    .get('/api/v2/persons', (c) => c.json({ success: true, data: [], additional_data: { next_cursor: null } }))
    .get('/api/v2/:fields{(person|organization|deal)Fields}', (c) => {
      const at = Number(c.req.query('cursor') ?? 0);
      const next = at + pageSize;
      const additional_data = { next_cursor: next < FIELDS.length ? String(next) : null };
      return c.json({ success: true, data: FIELDS.slice(at, next), additional_data });
    })
    .post('/api/v2/persons', async (c) => {
      const { name, emails } = await c.req.json();
      const { id } = memory.add('person', { name, email: emails[0].value });
      return c.json({ success: true, data: { id: Number(id), name, emails } }, 201);
    })
    .patch('/api/v2/:type/:id', async (c) => {
      const party = memory.party(idIn(c), KINDS[c.req.param('type')] ?? 'person');
      if (!party) return no(c, 404, 'Not found');
      Object.assign(party.values, (await c.req.json()).custom_fields);
      return c.json({ success: true, data: { id: party.id } });
    });

  const standIn = await startStandIn({
    app,
    ...(limits && { limits, limited: tooMany }),
    part: (origin) => ({
      settings: { address: origin },
      secret: { token },
      items: () => memory.items(),
      addPerson: (person) => memory.add('person', person),
      addCompany: ({ name, domain }) => memory.add('company', { name, website: `https://www.${domain}/` }),
      deleteItem: (kind, id) => void (kind === 'note' ? memory.notes : memory.activities).delete(Number(id)),
      valuesOf: ({ id }) => memory.parties.get(Number(id))?.values ?? {},
    }),
  });
  return { ...standIn, addOpportunity: (each) => memory.add('opportunity', each), refused: () => refused };
}

/** The primary participant is the person that it is listed at. */
function activityOf({ participants, ...body }: Record<string, unknown>): Record<string, unknown> {
  const people = participants as { person_id: number; primary: boolean }[] | undefined;
  const person = people && { person_id: people.find(({ primary }) => primary)?.person_id ?? null };
  return { ...body, ...person, update_time: new Date().toISOString() };
}

function overLimit(): Response {
  const headers = { 'x-ratelimit-limit': '20', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '2' };
  return new Response(JSON.stringify({ success: false, error: 'request over limit' }), { status: 429, headers });
}

function blocked(): Response {
  const page = '<!DOCTYPE html><title>Access denied | Cloudflare</title>';
  return new Response(page, { status: 403, headers: { 'content-type': 'text/html' } });
}
