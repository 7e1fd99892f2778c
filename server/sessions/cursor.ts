import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { Id, Instant } from '@/lib/session/note';
import { Problem } from '../errors';

const Position = z.object({
  startedAt: Instant,
  id: Id,
  need: z.int().check(z.minimum(0), z.maximum(15)),
  of: z.string(),
});

/** Where a page ended: by start and id, and before them by need where that orders the list (0 where it does not). */
export type Place = { startedAt: Date; id: string; need: number };

/** What a cursor is bound to: the same filters, for the same reader. */
export function filterMark(filters: Record<string, unknown>): string {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined);
  return createHash('sha256').update(JSON.stringify(given.sort())).digest('base64url').slice(0, 16);
}

export function writeCursor({ startedAt, id, need }: Place, mark: string): string {
  return Buffer.from(JSON.stringify({ startedAt, id, need, of: mark })).toString('base64url');
}

/** Where the next page begins. A cursor of other filters, or one that was tampered with, is refused. */
export function readCursor(cursor: string, mark: string): Place {
  const position = Position.safeParse(parse(cursor));
  if (!position.success || position.data.of !== mark || Date.parse(position.data.startedAt) < 0)
    throw new Problem('malformed', { detail: 'This cursor belongs to another list. Please start at the first page.' });
  const { startedAt, id, need } = position.data;
  return { startedAt: new Date(startedAt), id, need };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}
