import { Hono } from 'hono';
import { v4, validate } from 'uuid';
import type { ItemKind, Link, RecordKind } from '../connector';
import { type StandIn, type StoredItem, startStandIn } from './stand-in';

type Row = Record<string, unknown> & { id: string };
type Body = { markdown?: string };

/** Twenty in memory: ids of the client's, upserts that revive what was deleted softly. */
export async function twentyStandIn({ token = 'standin-key' } = {}): Promise<StandIn> {
  const tables: Record<string, Map<string, Row>> = Object.fromEntries(
    ['notes', 'tasks', 'noteTargets', 'taskTargets', 'people', 'companies'].map((name) => [
      name,
      new Map<string, Row>(),
    ]),
  );
  const rowsOf = (name: string) => [...(tables[name]?.values() ?? [])].filter((row) => !row.deletedAt);
  const KNOWN: Record<string, string[]> = {
    notes: ['id', 'title', 'bodyV2'],
    tasks: ['id', 'title', 'bodyV2', 'dueAt', 'status'],
    noteTargets: ['id', 'noteId', 'targetPersonId', 'targetCompanyId', 'targetOpportunityId'],
    taskTargets: ['id', 'taskId', 'targetPersonId', 'targetCompanyId', 'targetOpportunityId'],
  };
  const schema = (names: string[] = []) => ({
    properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
  });

  const app = new Hono()
    .use(async (c, next) =>
      c.req.header('authorization') === `Bearer ${token}` ? next() : c.json({ statusCode: 401 }, 401),
    )
    .get('/rest/open-api/core', (c) =>
      c.json({
        openapi: '3.1.1',
        components: { schemas: { NoteTarget: schema(KNOWN.noteTargets), TaskTarget: schema(KNOWN.taskTargets) } },
      }),
    )
    .get('/rest/metadata/objects', (c) =>
      c.json({
        data: {
          objects: ['person', 'company', 'opportunity'].map((nameSingular) => ({
            nameSingular,
            fields: [{ name: 'intro', label: 'Intro', type: 'TEXT', isSystem: false, options: null }],
          })),
        },
      }),
    )
    .get('/rest/:name', (c) => {
      const { name } = c.req.param();
      const [, field = '', how, value = ''] = /^([\w.]+)\[(eq|ilike)\]:"(.*)"$/.exec(c.req.query('filter') ?? '') ?? [];
      const valueOfRow = (row: Row) =>
        String(
          (field.split('.') as string[]).reduce<unknown>(
            (at, part) => (at as Record<string, unknown> | undefined)?.[part],
            row,
          ) ?? '',
        );
      const part = value.replaceAll('%', '').toLowerCase();
      const found = rowsOf(name).filter(
        (row) =>
          !how ||
          (how === 'eq'
            ? valueOfRow(row).toLowerCase() === value.toLowerCase()
            : valueOfRow(row).toLowerCase().includes(part)),
      );
      return c.json({ data: { [name]: found }, totalCount: found.length });
    })
    .get('/rest/:name/:id', (c) => {
      const row = rowsOf(c.req.param('name')).find(({ id }) => id === c.req.param('id'));
      return row ? c.json({ data: row }) : c.json({ statusCode: 404 }, 404);
    })
    .post('/rest/:name', async (c) => {
      const { name } = c.req.param();
      const row = (await c.req.json()) as Row;
      const known = KNOWN[name];
      if (!known || Object.keys(row).some((field) => !known.includes(field)) || !validate(row.id))
        return c.json({ statusCode: 400 }, 400);
      const there = tables[name]?.get(row.id);
      if (there && c.req.query('upsert') !== 'true')
        return c.json({ statusCode: 400, messages: ['duplicate entry'] }, 400);
      tables[name]?.set(row.id, { ...there, ...row, deletedAt: null });
      return c.json({ data: { [`create${name}`]: row } }, 201);
    })
    .patch('/rest/:name/:id', async (c) => {
      const row = tables[c.req.param('name')]?.get(c.req.param('id'));
      if (!row) return c.json({ statusCode: 404 }, 404);
      Object.assign(row, await c.req.json());
      return c.json({ data: row });
    })
    .delete('/rest/:name/:id', (c) => {
      const row = rowsOf(c.req.param('name')).find(({ id }) => id === c.req.param('id'));
      if (!row) return c.json({ statusCode: 404 }, 404);
      if (c.req.query('soft_delete') === 'true') row.deletedAt = new Date().toISOString();
      else tables[c.req.param('name')]?.delete(row.id);
      return c.json({ data: { id: row.id } });
    });

  const add = (name: string, row: Record<string, unknown>): string => {
    const id = v4();
    tables[name]?.set(id, { ...row, id });
    return id;
  };
  const itemsOf = (kind: ItemKind): StoredItem[] =>
    rowsOf(`${kind}s`).map((row) => ({
      kind,
      id: row.id,
      title: String(row.title),
      body: (row.bodyV2 as Body | undefined)?.markdown ?? '',
      due: kind === 'task' && row.dueAt ? String(row.dueAt).slice(0, 10) : null,
      links: rowsOf(`${kind}Targets`)
        .filter((target) => target[`${kind}Id`] === row.id)
        .flatMap((target): Link[] =>
          (['person', 'company', 'opportunity'] as const).flatMap((of: RecordKind): Link[] => {
            const id = target[`target${of.charAt(0).toUpperCase()}${of.slice(1)}Id`];
            return id ? [{ kind: of, id: String(id) }] : [];
          }),
        ),
    }));
  return startStandIn({
    app,
    part: (origin) => ({
      settings: { address: origin },
      secret: { token },
      items: () => [...itemsOf('note'), ...itemsOf('task')],
      addPerson: ({ name, email }) => ({
        kind: 'person',
        id: add('people', { name: { firstName: name, lastName: '' }, emails: { primaryEmail: email } }),
      }),
      addCompany: ({ name, domain }) => ({
        kind: 'company',
        id: add('companies', { name, domainName: { primaryLinkUrl: `https://${domain}` } }),
      }),
      deleteItem: (kind, id) => void tables[`${kind}s`]?.delete(id),
      valuesOf: ({ kind, id }) => tables[kind === 'person' ? 'people' : 'companies']?.get(id) ?? {},
    }),
  });
}
