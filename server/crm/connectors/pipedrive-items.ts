import * as z from 'zod/mini';
import type { Item, ItemKind, Link } from '../connector';
import { CrmError } from '../crm-error';
import type { Ask } from '../vendor';
import { idOf, LINK_FIELDS, type LinkField } from './pipedrive-records';

const Linked = { person_id: z.nullish(z.number()), org_id: z.nullish(z.number()), deal_id: z.nullish(z.number()) };
const Made = z.looseObject({
  success: z.literal(true),
  data: z.looseObject({
    id: z.number(),
    ...Linked,
    due_date: z.nullish(z.string()),
    active_flag: z.nullish(z.boolean()),
    is_deleted: z.nullish(z.boolean()),
  }),
});
type Made = z.infer<typeof Made>['data'];

/** Notes are of version 1 of its API and know no other; tasks are activities of version 2. */
export const ITEM_PATHS: Readonly<Record<ItemKind, string>> = {
  note: '/api/v1/notes',
  task: '/api/v2/activities',
};

/**
 * Writes a note or a task and looks at what came of it: links that are missing are mended, and those that the session has no
 * more are taken away. What people linked there to an opportunity of their own stays.
 */
export async function putPipedriveItem(ask: Ask, item: Item, known: string | null): Promise<number> {
  const ids = idsOf(item.links);
  const path = ITEM_PATHS[item.kind];
  const json = item.kind === 'note' ? { content: contentOf(item), ...ids } : taskOf(item, ids, known === null);
  if (known === null) {
    if (Object.keys(ids).length === 0) throw new CrmError('bad', { code: 'no-record' });
    const { data } = await ask({ method: 'POST', path, json, effect: 'create', answer: Made });
    try {
      await mend(ask, item, ids, data);
    } catch (error) {
      // It is there now: whatever this failure is, what was made has to be found before anything is sent again.
      throw error instanceof CrmError ? new CrmError('doubt', { status: error.status, after: error.after }) : error;
    }
    return data.id;
  }
  const data = await change(ask, item.kind, idOf(known), json);
  if (data.active_flag === false || data.is_deleted === true) throw new CrmError('gone');
  await mend(ask, item, ids, data);
  return data.id;
}

async function mend(ask: Ask, item: Item, ids: Partial<Record<LinkField, number>>, made: Made): Promise<void> {
  const missing = (['person_id', 'org_id', 'deal_id'] as const).some((name) => ids[name] && made[name] !== ids[name]);
  const foreign = (['person_id', 'org_id'] as const).filter((name) => !ids[name] && made[name]);
  const isDated = item.kind === 'task' && item.due === null && Boolean(made.due_date);
  if (!missing && foreign.length === 0 && !isDated) return;
  const { person_id, ...others }: Partial<Record<LinkField, number | null>> = {
    ...ids,
    ...Object.fromEntries(foreign.map((name) => [name, null])),
  };
  const person = item.kind === 'note' ? { person_id } : { participants: participantsOf(person_id) };
  const json = { ...others, ...(person_id !== undefined && person), ...(isDated && { due_date: null }) };
  await change(ask, item.kind, made.id, json);
}

async function change(ask: Ask, kind: ItemKind, id: number, json: Record<string, unknown>): Promise<Made> {
  const method = kind === 'note' ? 'PUT' : 'PATCH';
  const path = `${ITEM_PATHS[kind]}/${id}`;
  return (await ask({ method, path, json, effect: 'repeatable', answer: Made })).data;
}

/** A note there belongs to one record of a kind: the first. */
function idsOf(links: readonly Link[]): Partial<Record<LinkField, number>> {
  const ids: Partial<Record<LinkField, number>> = {};
  for (const { kind, id } of links) ids[LINK_FIELDS[kind]] ??= idOf(id);
  return ids;
}

function contentOf({ title, body }: Item): string {
  return `<p><b>${title.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)}</b></p>${body}`;
}

/** The type and that it is open are said once: people tick it off there. */
function taskOf({ title, body, due, links }: Item, ids: Partial<Record<LinkField, number>>, first: boolean) {
  const people = links.filter(({ kind }) => kind === 'person').map(({ id }) => idOf(id));
  const { person_id, ...others } = ids;
  return {
    subject: title,
    note: body,
    ...(due !== null && { due_date: due }),
    ...others,
    ...(person_id !== undefined && { participants: participantsOf(...people) }),
    ...(first && { type: 'task', done: false }),
  };
}

function participantsOf(...people: (number | null | undefined)[]): { person_id: number; primary: boolean }[] {
  return people.flatMap((person_id, index) => (person_id ? [{ person_id, primary: index === 0 }] : []));
}
