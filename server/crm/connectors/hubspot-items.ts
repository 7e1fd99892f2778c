import * as z from 'zod/mini';
import type { Item, ItemKind, Link, RecordKind } from '../connector';
import { CrmError } from '../crm-error';
import { hasLink } from '../has-link';
import type { Ask } from '../vendor';
import { type HubspotKeys, KEY_PROPERTY, OBJECTS, unless } from './hubspot-key';

/** What HubSpot calls the kinds of records. */
export const RECORDS: Record<RecordKind, string> = { person: 'contacts', company: 'companies', opportunity: 'deals' };
/** Its numbers for the plain link of a note or task to each. */
const LINK_TYPES: Record<ItemKind, Record<RecordKind, number>> = {
  note: { person: 202, company: 190, opportunity: 214 },
  task: { person: 204, company: 192, opportunity: 216 },
};
const BODY = { note: 'hs_note_body', task: 'hs_task_body' } as const;
/** Items at one record that are looked through, newest first: pages of 500. */
const PAGES = 20;
const BATCH = 100;

const Made = z.looseObject({ id: z.string(), properties: z.nullish(z.record(z.string(), z.nullish(z.string()))) });
const Batch = z.looseObject({ results: z.array(Made) });
const Listed = z.looseObject({
  results: z.array(z.looseObject({ toObjectId: z.union([z.string(), z.number()]) })),
  paging: z.nullish(z.looseObject({ next: z.nullish(z.looseObject({ after: z.string() })) })),
});

export type HubspotItems = {
  /** Its id, or null: it surely is not there. */
  locate(item: Pick<Item, 'kind' | 'key' | 'url' | 'links'>): Promise<string | null>;
  put(item: Item, known: string | null): Promise<string>;
  remove(kind: ItemKind, id: string): Promise<void>;
};

export function hubspotItems(ask: Ask, keys: HubspotKeys): HubspotItems {
  const at = (kind: ItemKind) => `/crm/v3/objects/${OBJECTS[kind]}`;

  async function byKey(kind: ItemKind, key: string): Promise<string | null> {
    const path = `${at(kind)}/${encodeURIComponent(key)}`;
    const query = { idProperty: KEY_PROPERTY };
    const found = await unless(['gone'], ask({ method: 'GET', path, query, effect: 'read', answer: Made }));
    return found?.id ?? null;
  }

  /** The lists of what is linked are kept with the records; the search index is minutes behind and is not asked. */
  async function byLink({ kind, url, links }: Pick<Item, 'kind' | 'url' | 'links'>): Promise<string | null> {
    if (links.length === 0) throw new CrmError('config', { code: 'no-link' });
    for (const link of links) {
      const ids = await idsAt(kind, link);
      for (let start = 0; start < ids.length; start += BATCH) {
        const { results } = await ask({
          method: 'POST',
          path: `${at(kind)}/batch/read`,
          json: { properties: [BODY[kind]], inputs: ids.slice(start, start + BATCH).map((id) => ({ id })) },
          effect: 'read',
          answer: Batch,
        });
        const found = results.find(({ properties }) => hasLink(properties?.[BODY[kind]] ?? '', url));
        if (found) return found.id;
      }
    }
    return null;
  }

  async function idsAt(kind: ItemKind, link: Link): Promise<string[]> {
    const path = `/crm/v4/objects/${RECORDS[link.kind]}/${encodeURIComponent(link.id)}/associations/${OBJECTS[kind]}`;
    const ids: string[] = [];
    let after: string | undefined;
    for (let page = 0; page < PAGES; page += 1) {
      const query = { limit: 500, after };
      // A record that is gone took its links along.
      const listed = await unless(['gone'], ask({ method: 'GET', path, query, effect: 'read', answer: Listed }));
      ids.push(...(listed?.results ?? []).map(({ toObjectId }) => String(toObjectId)));
      after = listed?.paging?.next?.after;
      if (after === undefined) return ids.sort((a, b) => Number(b) - Number(a));
    }
    throw new CrmError('config', { code: 'too-many-notes' });
  }

  async function write(item: Item, id: string, properties: Record<string, string>): Promise<string> {
    const path = `${at(item.kind)}/${encodeURIComponent(id)}`;
    return (await ask({ method: 'PATCH', path, json: { properties }, effect: 'repeatable', answer: Made })).id;
  }

  async function upsert(item: Item): Promise<string> {
    const { results } = await ask({
      method: 'POST',
      path: `${at(item.kind)}/batch/upsert`,
      json: {
        inputs: [{ id: item.key, idProperty: KEY_PROPERTY, properties: { ...written(item), ...atFirst(item) } }],
      },
      effect: 'repeatable',
      answer: Batch,
    });
    const [made] = results;
    if (!made) throw new CrmError('retry', { code: 'unreadable' });
    return made.id;
  }

  /** New links before old ones are taken away: at no time is it linked to nobody. Links that people made stay. */
  async function link(item: Item, id: string): Promise<void> {
    for (const to of item.links) {
      const from = `/crm/v4/objects/${OBJECTS[item.kind]}/${encodeURIComponent(id)}`;
      const path = `${from}/associations/default/${RECORDS[to.kind]}/${encodeURIComponent(to.id)}`;
      const linked = ask({ method: 'PUT', path, effect: 'repeatable', answer: null }).then(() => true);
      // The item was written a moment ago: what is not there is the record.
      if (!(await unless(['gone'], linked))) throw new CrmError('gone', { code: 'link-gone' });
    }
    for (const to of item.formerLinks ?? []) {
      const from = `/crm/v4/objects/${OBJECTS[item.kind]}/${encodeURIComponent(id)}`;
      const path = `${from}/associations/${RECORDS[to.kind]}/${encodeURIComponent(to.id)}`;
      await unless(['gone'], ask({ method: 'DELETE', path, effect: 'repeatable', answer: null }));
    }
  }

  /** Made together with its links: by them alone it is found again. */
  async function create(item: Item): Promise<string> {
    const made = await ask({
      method: 'POST',
      path: at(item.kind),
      json: {
        properties: { ...written(item), ...atFirst(item) },
        associations: item.links.map(({ kind, id }) => ({
          to: { id },
          types: [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: LINK_TYPES[item.kind][kind] }],
        })),
      },
      effect: 'create',
      answer: Made,
    });
    return made.id;
  }

  return {
    locate: async (item) => ((await keys.isUnique(item.kind)) ? byKey(item.kind, item.key) : byLink(item)),
    async put(item, known) {
      const unique = await keys.isUnique(item.kind);
      const there = known ?? (unique ? null : await byLink(item));
      if (there === null && !unique) return create(item);
      const key = unique ? { [KEY_PROPERTY]: item.key } : {};
      const id = there === null ? await upsert(item) : await write(item, there, { ...written(item), ...key });
      await link(item, id);
      return id;
    },
    async remove(kind, id) {
      const path = `${at(kind)}/${encodeURIComponent(id)}`;
      await unless(['gone'], ask({ method: 'DELETE', path, effect: 'repeatable', answer: null }));
    },
  };
}

function written({ kind, body, title, at, due }: Item): Record<string, string> {
  if (kind === 'note') return { hs_timestamp: new Date(at).toISOString(), hs_note_body: body };
  // HubSpot wants a time for every task; noon UTC is the agreed day nearly everywhere.
  const until = due === null ? new Date(at).toISOString() : `${due}T12:00:00.000Z`;
  return { hs_timestamp: until, hs_task_subject: title, hs_task_body: body };
}

/** What people may change there afterwards, and then it stays theirs. */
function atFirst({ kind }: Item): Record<string, string> {
  return kind === 'task' ? { hs_task_status: 'NOT_STARTED' } : {};
}
