import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { MatchChoice, Matches, SessionCrm } from '@/lib/crm/session-crm';
import { definitionOf, readConnection } from '../crm/connections/connections';
import { deliveriesOfSession } from '../crm/connections/read-connections';
import { orProblem } from '../crm/connections/vendor-problem';
import { tryAgain } from '../crm/ledger/want';
import { chooseMatch, keepCandidates } from '../crm/match/choose';
import { openAccount } from '../crm/open-account';
import { AtConnection, MatchQuery } from '../crm/wire';
import { asTeam } from '../db/team-transaction';
import type { Deps, Env } from '../deps';
import { Problem } from '../errors';
import { answers } from '../http/describe';
import { valid } from '../http/valid';
import { inTeam } from '../http/who';
import { atSession } from '../reviews/at-session';
import { IdParam } from '../sessions/wire';

const doc = (summary: string, answer: ReturnType<typeof answers> = answers(204)) =>
  describeRoute({ tags: ['CRM'], summary, ...answer });

/** Where a session's note stands, and which record it belongs to: for its expert and for who reviews it. */
export function sessionCrmRoutes(deps: Deps) {
  const enter = inTeam(deps, { device: true });
  return new Hono<Env>()
    .get(
      '/:id/crm',
      doc('Where the note of a session stands', answers(200, SessionCrm)),
      enter,
      valid('param', IdParam),
      async (c) => {
        const { id } = c.req.valid('param');
        await atSession(deps, c.var.member, id, 'both', async () => {});
        return c.json({ notes: await deliveriesOfSession(deps, c.var.member, id) }, 200);
      },
    )
    .put(
      '/:id/crm/:connectionId/match',
      doc('Say which record is meant'),
      enter,
      valid('param', AtConnection),
      valid('json', MatchChoice),
      async (c) => {
        const { id, connectionId } = c.req.valid('param');
        await atSession(deps, c.var.member, id, 'both', (tx, at) =>
          chooseMatch(tx, deps, c.var.member, at, connectionId, c.req.valid('json')),
        );
        return c.body(null, 204);
      },
    )
    .post(
      '/:id/crm/:connectionId/find',
      doc('Look for a record by e-mail or domain', answers(200, Matches)),
      enter,
      valid('param', AtConnection),
      valid('json', MatchQuery),
      async (c) => {
        const { id, connectionId } = c.req.valid('param');
        const { member } = c.var;
        await atSession(deps, member, id, 'both', async () => {});
        const connection = await readConnection(deps, member.team.id, connectionId);
        if (connection.state !== 'on') throw new Problem('crm-away');
        const query = c.req.valid('json');
        const connector = openAccount(deps.crm, definitionOf(deps, connection.crm), connection);
        const matches = await orProblem(
          connector.find('email' in query ? { emails: [query.email] } : { domain: query.domain }),
        );
        await atSession(deps, member, id, 'both', (tx, at) => keepCandidates(tx, at, connectionId, matches));
        return c.json({ matches }, 200);
      },
    )
    .post(
      '/:id/crm/:connectionId/retry',
      doc('Try again to write the note of a session'),
      enter,
      valid('param', AtConnection),
      async (c) => {
        const { id, connectionId } = c.req.valid('param');
        const { member } = c.var;
        await atSession(deps, member, id, 'both', async () => {});
        await asTeam(deps.db, member.team.id, (tx) =>
          tryAgain(tx, { teamId: member.team.id, connectionId }, sql`session_id = ${id}::uuid`, deps.now()),
        );
        return c.body(null, 204);
      },
    );
}
