import pg from 'pg';
import type { Logger } from 'pino';
import * as z from 'zod/mini';
import { Id } from '@/lib/session/note';

/** The channel of the database on which transactions that changed something say so. */
export const CHANNEL = 'eitherway_news';

/** That something changed, by id; what it is now is asked for through the routes, by those who may. */
export const NewsItem = z.object({ kind: z.enum(['session', 'review', 'comment', 'crm', 'check', 'record']), id: Id });
export type NewsItem = z.infer<typeof NewsItem>;
const Told = z.extend(NewsItem, { team: z.string() });

export type News = {
  /** Calls `hear` for everything new in the team, until the function that it returns is called. */
  subscribe(teamId: string, hear: (item: NewsItem) => void): () => void;
  /** Aborted when the server stops. */
  over: AbortSignal;
};

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/**
 * Listens on one connection for all who are connected to this process, and comes back when that is lost. What was told
 * meanwhile is not told again: who shows something asks anew when their own stream came back.
 */
export async function startNews(databaseUrl: string, log: Logger): Promise<{ news: News; stop(): Promise<void> }> {
  const hearers = new Map<string, Set<(item: NewsItem) => void>>();
  const over = new AbortController();
  let client: pg.Client | null = null;
  let pause = FIRST_PAUSE_MS;
  let waiting: NodeJS.Timeout | undefined;

  const hear = (payload: string | undefined) => {
    const told = Told.safeParse(parse(payload ?? ''));
    if (!told.success) return;
    const { team, ...item } = told.data;
    for (const each of hearers.get(team) ?? []) each(item);
  };
  const lost = () => {
    client?.removeAllListeners().on('error', () => {});
    client = null;
    if (over.signal.aborted) return;
    log.warn({ part: 'news' }, 'the connection that listens was lost');
    waiting = setTimeout(() => void listen().catch(lost), pause);
    pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
  };
  async function listen(): Promise<void> {
    const next = new pg.Client({
      connectionString: databaseUrl,
      application_name: 'eitherway-news',
      keepAlive: true,
    });
    client = next;
    next.on('notification', ({ payload }) => hear(payload));
    next.on('error', lost);
    next.on('end', lost);
    await next.connect();
    await next.query(`listen ${CHANNEL}`);
    pause = FIRST_PAUSE_MS;
  }

  await listen();
  return {
    news: {
      subscribe(teamId, hearer) {
        const ofTeam = hearers.get(teamId) ?? new Set();
        hearers.set(teamId, ofTeam.add(hearer));
        return () => {
          ofTeam.delete(hearer);
          if (ofTeam.size === 0) hearers.delete(teamId);
        };
      },
      over: over.signal,
    },
    async stop() {
      over.abort();
      clearTimeout(waiting);
      await client?.end().catch(() => {});
    },
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
