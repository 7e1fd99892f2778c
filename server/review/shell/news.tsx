import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import * as z from 'zod/mini';
import { meQuery } from '../api/queries';

const Item = z.object({ kind: z.enum(['session', 'review', 'comment', 'crm', 'check', 'record']), id: z.string() });
/** What windows tell each other besides: that someone listens, and that something may have been missed. */
const Told = z.union([Item, z.object({ kind: z.enum(['alive', 'back']) })]);
const CHANNEL = 'eitherway-news';

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

/**
 * Listens until the function that it returns is called. All windows of a browser share one stream: a browser holds six
 * connections to a server, and a seventh window could load nothing. Whoever has the lock listens and passes it on.
 */
export function listen(queries: QueryClient): () => void {
  const all = () => {
    for (const key of ['sessions', 'review', 'crm']) void queries.invalidateQueries({ queryKey: [key] });
  };
  const hear = (told: unknown) => {
    const item = Told.safeParse(told);
    if (!item.success) return;
    if ('id' in item.data) readAnew(queries, item.data);
    else if (item.data.kind === 'back') all();
    heardAt = Date.now();
  };
  let heardAt = 0;
  const others = new BroadcastChannel(CHANNEL);
  others.addEventListener('message', ({ data }) => hear(data));
  const tell = (told: unknown) => {
    others.postMessage(told);
    hear(told);
  };
  const timer = setInterval(() => {
    if (Date.now() - heardAt > POLL_MS && document.visibilityState === 'visible') all();
  }, POLL_MS);

  const over = new AbortController();
  const stop = () => over.abort();
  // A page that the browser keeps for the way back must not keep the connection.
  addEventListener('pagehide', stop);
  inTurn(over.signal, () => stream(tell, over.signal));
  return () => {
    removeEventListener('pagehide', stop);
    stop();
    clearInterval(timer);
    others.close();
  };
}

/** Works while it has the lock that only one window has; at once where the browser knows no locks. */
function inTurn(signal: AbortSignal, work: () => Promise<void>): void {
  const { locks } = navigator;
  if (locks) void locks.request(CHANNEL, { signal }, work).catch(() => {});
  else void work();
}

/** Passes on what the API tells until it is over. */
function stream(tell: (told: unknown) => void, over: AbortSignal): Promise<void> {
  const Source = globalThis.EventSource;
  if (!Source || over.aborted) return Promise.resolve();
  const { promise, resolve } = Promise.withResolvers<void>();
  const source = new Source('/api/news');
  const alive = setInterval(() => {
    if (source.readyState === Source.OPEN) tell({ kind: 'alive' });
  }, POLL_MS / 2);
  source.addEventListener('open', () => {
    tell({ kind: 'alive' });
    // What was told while the stream was away was not heard.
    tell({ kind: 'back' });
  });
  source.addEventListener('news', ({ data }: MessageEvent<string>) => tell(JSON.parse(data)));
  over.addEventListener('abort', () => {
    clearInterval(alive);
    source.close();
    resolve();
  });
  return promise;
}

function readAnew(queries: QueryClient, { kind, id }: z.infer<typeof Item>): void {
  void queries.invalidateQueries({ queryKey: ['crm', id] });
  if (kind === 'crm') return;
  if (kind === 'check') {
    void queries.invalidateQueries({ queryKey: ['sent-checks'] });
    return;
  }
  void queries.invalidateQueries({ queryKey: ['record', id] });
  void queries.invalidateQueries({ queryKey: ['sessions'] });
  void queries.invalidateQueries({ queryKey: ['review', id] });
  if (kind === 'session') void queries.invalidateQueries({ queryKey: ['session', id] });
}
