import { and, desc, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { answeredLines, LABELLED_COLUMNS, labelledRow } from '@/lib/session/answered-lines';
import { session } from '../db/schema';
import { asTeam } from '../db/team-transaction';
import type { Deps, Env, Member } from '../deps';
import { answers } from '../http/describe';
import { inTeam } from '../http/who';
import { readable } from '../sessions/may-read';

/** The newest sessions that are looked through. */
const MOST_SESSIONS = 5_000;
/** How many documents are held at once. */
const PAGE = 100;

export function flagRoutes(deps: Deps) {
  return new Hono<Env>().get(
    '/answered',
    describeRoute({
      tags: ['Flags'],
      summary: 'Kept and disputed flags of the team as labelled lines, for training',
      responses: {
        200: {
          description: 'Tab-separated lines',
          content: { 'text/tab-separated-values': { schema: { type: 'string' } } },
        },
        default: answers(200).responses.default,
      },
    }),
    inTeam(deps, { roles: ['lead', 'admin'] }),
    async (c) => {
      c.header('content-type', 'text/tab-separated-values; charset=utf-8');
      c.header('content-disposition', 'attachment; filename="answered-flags.tsv"');
      c.header('cache-control', 'no-store');
      return c.body(await answeredFile(deps, c.var.member));
    },
  );
}

async function answeredFile(deps: Deps, member: Member): Promise<string> {
  const teamId = member.team.id;
  const now = deps.now();
  const rows: string[] = [LABELLED_COLUMNS.join('\t')];
  for (let offset = 0; offset < MOST_SESSIONS; offset += PAGE) {
    const page = await asTeam(deps.db, teamId, (tx) =>
      tx
        .select({ document: session.document })
        .from(session)
        .where(and(eq(session.teamId, teamId), readable(member, now)))
        .orderBy(desc(session.startedAt), desc(session.id))
        .limit(PAGE)
        .offset(offset),
    );
    for (const [at, { document }] of page.entries())
      rows.push(...answeredLines(document).map((line) => labelledRow(offset + at + 1, line)));
    if (page.length < PAGE) break;
  }
  return `${rows.join('\n')}\n`;
}
