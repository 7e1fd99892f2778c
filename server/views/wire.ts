import * as z from 'zod/mini';
import { Id, Instant } from '@/lib/session/note';
import { ListQuery } from '../sessions/wire';

/** What of a list a view holds: its filters and order. Where a page begins, and how long it is, is not part of it. */
const Kept = z.omit(ListQuery, { cursor: true, limit: true });

/** The query of the list's address. Kept as it was understood: known filters with values that can be, in their order. */
export const ViewSearch = z.pipe(
  z.string().check(
    z.maxLength(2_000),
    z.refine((search) => Kept.safeParse(given(search)).success, { error: 'no query of this list' }),
  ),
  z.transform((search: string) => {
    const kept = Object.entries(Kept.parse(given(search))).filter(([, value]) => value !== undefined);
    return new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
  }),
);

/** Empty fields of a form ask for nothing. */
function given(search: string): Record<string, string> {
  return Object.fromEntries([...new URLSearchParams(search)].filter(([, value]) => value.trim() !== ''));
}

const Name = z.string().check(z.trim(), z.minLength(1), z.maxLength(80));

export const NewView = z.object({ id: Id, name: Name, search: ViewSearch, shared: z.boolean() });
export type NewView = z.infer<typeof NewView>;

export const ViewChange = z.object({
  name: z.optional(Name),
  search: z.optional(ViewSearch),
  shared: z.optional(z.boolean()),
});
export type ViewChange = z.infer<typeof ViewChange>;

export const View = z.object({
  id: Id,
  name: z.string(),
  search: z.string(),
  shared: z.boolean(),
  /** Only one's own can be changed. */
  isOwn: z.boolean(),
  createdAt: Instant,
});
export type View = z.infer<typeof View>;

export const Views = z.object({ views: z.array(View) });
