import * as z from 'zod/mini';
import type { Item, ItemKind, Link } from '../connector';
import { CrmError } from '../crm-error';
import { hasLink } from '../has-link';
import type { Ask } from '../vendor';
import { ITEM_PATHS } from './pipedrive-items';
import { LINK_FIELDS } from './pipedrive-records';

const Rows = z.looseObject({
  // Without it, an answer of another sort would say that nothing is there.
  success: z.literal(true),
  data: z.nullish(
    z.array(
      z.looseObject({
        id: z.number(),
        content: z.nullish(z.string()),
        note: z.nullish(z.string()),
        active_flag: z.nullish(z.boolean()),
        is_deleted: z.nullish(z.boolean()),
      }),
    ),
  ),
  additional_data: z.nullish(
    z.looseObject({
      pagination: z.nullish(
        z.looseObject({ more_items_in_collection: z.nullish(z.boolean()), next_start: z.nullish(z.number()) }),
      ),
      next_cursor: z.nullish(z.string()),
    }),
  ),
});
type Rows = z.infer<typeof Rows>;

const ROWS = 100;
/** Notes are as long as people write them, and no more than 2 MB of an answer is read: what does not come through is asked in small pages. */
const FEW = 10;
/** More than any record has; beyond it we do not know. */
const PAGES = 1_000;
/** So much is looked back before a note's time, for clocks and time zones that differ, in milliseconds. */
const BACK_MS = 2 * 86_400_000;

type Sought = Pick<Item, 'kind' | 'url' | 'links' | 'at'>;

/** By the link to the session in its text, among what the record has: lists there are no search index, and see what was written a moment ago. */
export async function locatePipedriveItem(ask: Ask, { kind, url, links, at }: Sought): Promise<number | null> {
  for (const link of withoutDoubles(links)) {
    const id = await locateAt(ask, kind, url, link, new Date(Date.parse(at) - BACK_MS));
    if (id !== null) return id;
  }
  return null;
}

async function locateAt(ask: Ask, kind: ItemKind, url: string, link: Link, since: Date): Promise<number | null> {
  let turn: Record<string, string | number> | null = {};
  let limit = ROWS;
  const rowsAt = (place: Record<string, string | number>) =>
    rowsOf(ask, kind, { [LINK_FIELDS[link.kind]]: link.id, ...sinceOf(kind, since), limit, ...place });
  for (let page = 0; turn !== null; page += 1) {
    if (page === PAGES) throw new CrmError('retry', { code: 'too-many-notes' });
    const place: Record<string, string | number> = turn;
    const rows = await rowsAt(place).catch((error) => {
      if (limit === FEW || !(error instanceof CrmError) || error.kind !== 'retry' || error.status !== null) throw error;
      limit = FEW;
      return rowsAt(place);
    });
    const found = rows.data?.find(
      ({ content, note, active_flag, is_deleted }) =>
        active_flag !== false && is_deleted !== true && hasLink((kind === 'note' ? content : note) ?? '', url),
    );
    if (found) return found.id;
    turn = nextOf(rows, place);
  }
  return null;
}

/** A record that is not there any more has no notes that could be seen. */
async function rowsOf(ask: Ask, kind: ItemKind, query: Record<string, string | number>): Promise<Rows> {
  try {
    return await ask({ method: 'GET', path: ITEM_PATHS[kind], query, effect: 'read', answer: Rows });
  } catch (error) {
    if (error instanceof CrmError && error.kind === 'gone') return { success: true };
    throw error;
  }
}

/** What asks for the next page; null after the last one. A page that does not lead on is no answer. */
function nextOf({ additional_data }: Rows, turn: Record<string, string | number>) {
  const { pagination, next_cursor } = additional_data ?? {};
  if (next_cursor) {
    if (next_cursor === turn.cursor) throw new CrmError('retry', { code: 'unreadable' });
    return { cursor: next_cursor };
  }
  if (!pagination?.more_items_in_collection) return null;
  const start = pagination.next_start ?? 0;
  if (start <= Number(turn.start ?? 0)) throw new CrmError('retry', { code: 'unreadable' });
  return { start };
}

/** A note by its day; a task by the last change, which is never before it was made. */
function sinceOf(kind: ItemKind, since: Date): Record<string, string> {
  const whole = since.toISOString();
  return kind === 'note' ? { start_date: whole.slice(0, 10) } : { updated_since: `${whole.slice(0, 19)}Z` };
}

function withoutDoubles(links: readonly Link[]): Link[] {
  return [...new Map(links.map((link) => [`${link.kind}:${link.id}`, link])).values()];
}
