import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { csvOf } from '@/lib/insights/csv';
import { audit } from '../audit/audit';
import { AuditFilters, type AuditLine, AuditPage, AuditQuery, readAudit } from '../audit/read-audit';
import { asTeam } from '../db/team-transaction';
import type { Deps, Env } from '../deps';
import { answers } from '../http/describe';
import { streamText } from '../http/stream-text';
import { valid } from '../http/valid';
import { inTeam } from '../http/who';

const COLUMNS = ['at', 'person', 'person id', 'action', 'to', 'details'];
/** Lines that are held at once while a file is written. */
const AT_ONCE = 500;

/** Who did and saw what in the team; for its admins. */
export function auditRoutes(deps: Deps) {
  return new Hono<Env>()
    .get(
      '/',
      describeRoute({ tags: ['Team'], summary: 'Who did and saw what, newest first', ...answers(200, AuditPage) }),
      inTeam(deps, { roles: ['admin'] }),
      valid('query', AuditQuery),
      async (c) => c.json(await readAudit(deps.db, c.var.member.team.id, c.req.valid('query')), 200),
    )
    .get(
      '/export',
      describeRoute({
        tags: ['Team'],
        summary: 'The same as a CSV file, in which every cell stays text',
        responses: {
          200: { description: 'Comma-separated lines', content: { 'text/csv': { schema: { type: 'string' } } } },
          default: answers(200).responses.default,
        },
      }),
      inTeam(deps, { roles: ['admin'] }),
      valid('query', AuditFilters),
      async (c) => {
        const { member } = c.var;
        await deps.limits.spend('exportByPerson', member.user.id);
        await asTeam(deps.db, member.team.id, (tx) =>
          audit(tx, deps, member, { action: 'team-exported', details: { what: 'audit log' } }),
        );
        c.header('content-type', 'text/csv; charset=utf-8');
        c.header('content-disposition', 'attachment; filename="who-did-what.csv"');
        c.header('cache-control', 'no-store');
        return c.body(streamText(file(deps, member.team.id, c.req.valid('query'))));
      },
    );
}

async function* file({ db }: Deps, teamId: string, filters: AuditFilters): AsyncGenerator<string> {
  yield csvOf([COLUMNS]);
  for (let cursor: string | undefined; ; ) {
    const page: AuditPage = await readAudit(db, teamId, { ...filters, cursor }, AT_ONCE);
    yield csvOf(page.entries.map(cells));
    if (page.nextCursor === null) return;
    cursor = page.nextCursor;
  }
}

function cells({ at, actor, action, target, targetName, details }: AuditLine): string[] {
  const facts = Object.entries(details).map(([name, value]) => `${name}: ${value}`);
  return [at, actor.name, actor.id, action, targetName ?? target, facts.join('; ')];
}
