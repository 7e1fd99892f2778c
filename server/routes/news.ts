import { and, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { type SSEStreamingApi, streamSSE } from 'hono/streaming';
import { describeRoute } from 'hono-openapi';
import { identify } from '../auth/identity';
import { session } from '../db/schema';
import { asTeam } from '../db/team-transaction';
import type { Deps, Env, Member } from '../deps';
import { Problem } from '../errors';
import { answers } from '../http/describe';
import { credentialsOf } from '../http/origins';
import { inTeam } from '../http/who';
import type { NewsItem } from '../news/news';
import { mayRead } from '../sessions/may-read';

/** Streams that one person may hold: their windows and panels. */
const MOST_STREAMS = 12;
/** Proxies end what is silent for a minute; it is also how long someone who was removed may still hear ids. */
const BEAT_MS = 25_000;

/** What changes in the sessions that one may read, told at once. Only ids: what changed is read through its own route. */
export function newsRoutes(deps: Deps) {
  const open = new Map<string, number>();
  return new Hono<Env>().get(
    '/',
    describeRoute({
      tags: ['Reviews'],
      summary: 'Server-sent events: which of the sessions you may read changed',
      responses: {
        200: { description: 'Events `news`', content: { 'text/event-stream': { schema: { type: 'string' } } } },
        default: answers(200).responses.default,
      },
    }),
    inTeam(deps, { device: true }),
    (c) => {
      const { member } = c.var;
      const held = open.get(member.user.id) ?? 0;
      if (held >= MOST_STREAMS) throw new Problem('rate-limited', {}, { 'retry-after': '60' });
      open.set(member.user.id, held + 1);
      const release = () => {
        const left = (open.get(member.user.id) ?? 1) - 1;
        if (left > 0) open.set(member.user.id, left);
        else open.delete(member.user.id);
      };
      c.header('cache-control', 'no-store');
      c.header('x-accel-buffering', 'no');
      const again = () => stillMember(deps, member, c.req.raw.headers);
      return streamSSE(c, (stream) => tell(deps, member, again, stream).finally(release));
    },
  );
}

/** The same person in the same team, with the role they have now; null when that is over. */
async function stillMember(deps: Deps, { team, user }: Member, headers: Headers): Promise<Member | null> {
  const now = await identify(deps.auth, deps.db, credentialsOf(deps, headers));
  return now?.team?.id === team.id && now.user.id === user.id ? (now as Member) : null;
}

async function tell(
  deps: Deps,
  first: Member,
  again: () => Promise<Member | null>,
  stream: SSEStreamingApi,
): Promise<void> {
  let member = first;
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  let queue = Promise.resolve();
  const inTurn = (work: () => Promise<void>) => {
    queue = queue.then(work).catch(end);
  };
  const forget = deps.news.subscribe(first.team.id, (item) =>
    inTurn(async () => {
      if (await concerns(deps, member, item)) await stream.writeSSE({ event: 'news', data: JSON.stringify(item) });
    }),
  );
  const beat = setInterval(
    () =>
      inTurn(async () => {
        const now = await again();
        if (!now) return end();
        member = now;
        await stream.write(': still here\n\n');
      }),
    BEAT_MS,
  );
  const stop = () => end();
  deps.news.over.addEventListener('abort', stop);
  stream.onAbort(stop);
  try {
    // Says that it is open; the wait before a browser comes back when it ends.
    await stream.write('retry: 3000\n: welcome\n\n');
    if (!deps.news.over.aborted) await ended;
  } finally {
    clearInterval(beat);
    forget();
    deps.news.over.removeEventListener('abort', stop);
  }
}

async function concerns(deps: Deps, member: Member, { kind, id }: NewsItem): Promise<boolean> {
  // What clients sent is for everyone in the team.
  if (kind === 'check') return true;
  const [found] = await asTeam(deps.db, member.team.id, (tx) =>
    tx
      .select({ expertId: session.expertId, sharedFrom: session.sharedFrom })
      .from(session)
      .where(and(eq(session.teamId, member.team.id), eq(session.id, id))),
  );
  return found !== undefined && mayRead(member, found, deps.now());
}
