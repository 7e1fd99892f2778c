import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import * as z from 'zod/mini';
import { meQuery } from '../api/queries';

const Item = z.object({ kind: z.enum(['session', 'review', 'comment']), id: z.string() });

/** How often lists are read anew while nothing is told. */
const POLL_MS = 30_000;

/** Reads anew what changed, as the API tells it; where telling fails, from time to time. Shows nothing itself. */
export function News() {
  const queries = useQueryClient();
  const { data: me } = useQuery({ ...meQuery, enabled: false });
  const team = me?.team?.id;
  useEffect(() => (team === undefined ? undefined : listen(queries)), [team, queries]);
  return null;
}

/** Listens until the function that it returns is called. */
export function listen(queries: QueryClient): () => void {
  const all = () => {
    for (const key of ['sessions', 'review', 'comments-of-mine']) void queries.invalidateQueries({ queryKey: [key] });
  };
  const Source = globalThis.EventSource;
  let heard = false;
  const timer = setInterval(() => {
    if (!heard && document.visibilityState === 'visible') all();
  }, POLL_MS);
  if (!Source) return () => clearInterval(timer);
  const source = new Source('/api/news');
  source.addEventListener('open', () => {
    // What was told while the stream was away was not heard.
    if (!heard) all();
    heard = true;
  });
  source.addEventListener('error', () => {
    heard = false;
  });
  source.addEventListener('news', ({ data }: MessageEvent<string>) => {
    const item = Item.safeParse(JSON.parse(data));
    if (item.success) readAnew(queries, item.data);
  });
  return () => {
    clearInterval(timer);
    source.close();
  };
}

function readAnew(queries: QueryClient, { kind, id }: z.infer<typeof Item>): void {
  void queries.invalidateQueries({ queryKey: ['sessions'] });
  void queries.invalidateQueries({ queryKey: ['review', id] });
  if (kind === 'session') void queries.invalidateQueries({ queryKey: ['session', id] });
  if (kind === 'comment') void queries.invalidateQueries({ queryKey: ['comments-of-mine'] });
}
