import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { ItemKind, Link } from '../connector';
import { type StandIn, type StoredItem, startStandIn } from './stand-in';

const Content = z.string().check(z.maxLength(100_000));
/** As its OpenAPI files have them, and stricter: what they do not know is refused. */
const NewNote = z.strictObject({
  content: Content,
  person_id: z.optional(z.int()),
  org_id: z.optional(z.int()),
  deal_id: z.optional(z.int()),
  lead_id: z.optional(z.string()),
});
const Activity = {
  subject: z.string(),
  note: Content,
  due_date: z.optional(z.iso.date()),
  org_id: z.optional(z.int()),
  deal_id: z.optional(z.int()),
  participants: z.optional(z.array(z.strictObject({ person_id: z.int(), primary: z.boolean() }))),
};
const NewActivity = z.strictObject({ ...Activity, type: z.string(), done: z.boolean() });
const ChangedActivity = z.strictObject(Activity);
const NewPerson = z.strictObject({
  name: z.string(),
  emails: z.array(z.strictObject({ value: z.string(), primary: z.boolean() })),
});
const Fields = z.strictObject({ custom_fields: z.record(z.string(), z.union([z.string(), z.number(), z.null()])) });

type Note = {
  id: number;
  content: string;
  person_id: number | null;
  org_id: number | null;
  deal_id: number | null;
  add_time: string;
};
type Task = {
  id: number;
  subject: string;
  note: string;
  due_date: string | null;
  org_id: number | null;
  person_id: number | null;
};
type Party = {
  id: number;
  kind: 'person' | 'company';
  name: string;
  email: string;
  domain: string;
  values: Record<string, unknown>;
};

/** Pipedrive in memory: no key of any sort, 201 for what is new, null for what is not set. */
export async function pipedriveStandIn({ token = 'standin-token' } = {}): Promise<StandIn> {
  const notes = new Map<number, Note>();
  const tasks = new Map<number, Task>();
  const parties = new Map<number, Party>();
  let last = 0;
  const bad = (error: string) => ({ success: false, error, error_info: 'see the documentation', data: null });
  const idOf = (id: string | undefined) => Number(id);
  const missing = (ids: (number | undefined)[]) => ids.some((id) => id !== undefined && !parties.has(id));

  const app = new Hono()
    .use(async (c, next) => (c.req.header('x-api-token') === token ? next() : c.json(bad('unauthorized access'), 401)))
    .get('/v1/users/me', (c) =>
      c.json({ success: true, data: { id: 1, company_id: 7, company_name: 'Stand-in', company_domain: 'standin' } }),
    )
    .get('/api/v2/:type/search', (c) => {
      const kind = c.req.param('type') === 'persons' ? 'person' : 'company';
      const term = (c.req.query('term') ?? '').toLowerCase();
      const found = [...parties.values()].filter(
        (party) =>
          party.kind === kind && (kind === 'person' ? party.email.toLowerCase() === term : party.domain.includes(term)),
      );
      const items = found.map(({ id, name, email, domain }) => ({
        result_score: 1,
        item: { id, name, emails: email ? [email] : [], custom_fields: domain ? [domain] : [], organization: null },
      }));
      return c.json({ success: true, data: { items }, additional_data: { next_cursor: null } });
    })
    .get('/v1/notes', (c) => {
      const { person_id, org_id, deal_id, start = '0', limit = '100', start_date = '' } = c.req.query();
      const found = [...notes.values()].filter(
        (note) =>
          (!person_id || note.person_id === Number(person_id)) &&
          (!org_id || note.org_id === Number(org_id)) &&
          (!deal_id || note.deal_id === Number(deal_id)) &&
          note.add_time.slice(0, 10) >= start_date,
      );
      // Pages of two, so that whoever looks has to turn them.
      const size = Math.min(2, Number(limit));
      const next = Number(start) + size;
      const pagination = {
        start: Number(start),
        limit: size,
        more_items_in_collection: next < found.length,
        next_start: next,
      };
      return c.json({ success: true, data: found.slice(Number(start), next), additional_data: { pagination } });
    })
    .post('/v1/notes', async (c) => {
      const read = NewNote.safeParse(await c.req.json());
      if (!read.success) return c.json(bad('wrong fields'), 400);
      const { content, person_id, org_id, deal_id } = read.data;
      if (person_id === undefined && org_id === undefined && deal_id === undefined)
        return c.json(bad('no target'), 400);
      if (missing([person_id, org_id])) return c.json(bad('not found'), 404);
      last += 1;
      const note = {
        id: last,
        content,
        person_id: person_id ?? null,
        org_id: org_id ?? null,
        deal_id: deal_id ?? null,
        lead_id: null,
        last_update_user_id: null,
        add_time: new Date().toISOString(),
      };
      notes.set(note.id, note);
      return c.json({ success: true, data: note }, 201);
    })
    .put('/v1/notes/:id', async (c) => {
      const note = notes.get(idOf(c.req.param('id')));
      const read = NewNote.safeParse(await c.req.json());
      if (!note) return c.json(bad('Note not found'), 404);
      if (!read.success) return c.json(bad('wrong fields'), 400);
      Object.assign(note, read.data);
      return c.json({ success: true, data: note });
    })
    .delete('/v1/notes/:id', (c) =>
      notes.delete(idOf(c.req.param('id')))
        ? c.json({ success: true, data: true })
        : c.json(bad('Note not found'), 404),
    )
    .get('/api/v2/activities', (c) => {
      const person = Number(c.req.query('person_id'));
      return c.json({
        success: true,
        data: [...tasks.values()].filter((task) => task.person_id === person),
        additional_data: { next_cursor: null },
      });
    })
    .post('/api/v2/activities', async (c) => {
      const read = NewActivity.safeParse(await c.req.json());
      if (!read.success) return c.json(bad('wrong fields'), 400);
      last += 1;
      tasks.set(last, taskOf(last, read.data));
      return c.json({ success: true, data: tasks.get(last) }, 201);
    })
    .patch('/api/v2/activities/:id', async (c) => {
      const id = idOf(c.req.param('id'));
      const read = ChangedActivity.safeParse(await c.req.json());
      if (!tasks.has(id)) return c.json(bad('not found'), 404);
      if (!read.success) return c.json(bad('wrong fields'), 400);
      tasks.set(id, taskOf(id, read.data));
      return c.json({ success: true, data: tasks.get(id) });
    })
    .delete('/api/v2/activities/:id', (c) =>
      tasks.delete(idOf(c.req.param('id'))) ? c.json({ success: true, data: {} }) : c.json(bad('not found'), 404),
    )
    .get('/api/v2/:fields{(person|organization|deal)Fields}', (c) =>
      c.json({
        success: true,
        data: [
          { field_name: 'Name', field_code: 'name', field_type: 'varchar', is_custom_field: false, options: null },
          {
            field_name: 'Decided',
            field_code: 'a'.repeat(40),
            field_type: 'varchar',
            is_custom_field: true,
            options: null,
          },
        ],
        additional_data: { next_cursor: null },
      }),
    )
    .post('/api/v2/persons', async (c) => {
      const read = NewPerson.safeParse(await c.req.json());
      if (!read.success) return c.json(bad('wrong fields'), 400);
      return c.json(
        { success: true, data: { id: add('person', read.data.name, read.data.emails[0]?.value ?? '', '') } },
        201,
      );
    })
    .patch('/api/v2/:type{persons|organizations}/:id', async (c) => {
      const party = parties.get(idOf(c.req.param('id')));
      const read = Fields.safeParse(await c.req.json());
      if (!party) return c.json(bad('not found'), 404);
      if (!read.success) return c.json(bad('wrong fields'), 400);
      Object.assign(party.values, read.data.custom_fields);
      return c.json({ success: true, data: { id: party.id } });
    });

  function taskOf(
    id: number,
    { subject, note, due_date, org_id, participants }: z.infer<typeof ChangedActivity>,
  ): Task {
    return {
      id,
      subject,
      note,
      due_date: due_date ?? null,
      org_id: org_id ?? null,
      person_id: participants?.[0]?.person_id ?? null,
    };
  }
  function add(kind: Party['kind'], name: string, email: string, domain: string): number {
    last += 1;
    parties.set(last, { id: last, kind, name, email, domain, values: {} });
    return last;
  }
  const linksOf = (person: number | null, org: number | null): Link[] => [
    ...(person === null ? [] : [{ kind: 'person' as const, id: String(person) }]),
    ...(org === null ? [] : [{ kind: 'company' as const, id: String(org) }]),
  ];
  return startStandIn({
    app,
    part: (origin) => ({
      settings: { address: origin },
      secret: { token },
      items: () => [
        ...[...notes.values()].map(
          ({ id, content, person_id, org_id }): StoredItem => ({
            kind: 'note',
            id: String(id),
            title: '',
            body: content,
            due: null,
            links: linksOf(person_id, org_id),
          }),
        ),
        ...[...tasks.values()].map(
          ({ id, subject, note, due_date, person_id, org_id }): StoredItem => ({
            kind: 'task',
            id: String(id),
            title: subject,
            body: note,
            due: due_date,
            links: linksOf(person_id, org_id),
          }),
        ),
      ],
      addPerson: ({ name, email }) => ({ kind: 'person', id: String(add('person', name, email, '')) }),
      addCompany: ({ name, domain }) => ({ kind: 'company', id: String(add('company', name, '', domain)) }),
      deleteItem: (kind: ItemKind, id) => void (kind === 'note' ? notes : tasks).delete(Number(id)),
      valuesOf: ({ id }) => parties.get(Number(id))?.values ?? {},
    }),
  });
}
