import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod/mini';
import { Instant } from '@/lib/session/note';
import { audit } from '../audit/audit';
import { isConfirmed } from '../auth/confirm';
import { asTeam } from '../db/team-transaction';
import type { Deps, Env } from '../deps';
import { Problem } from '../errors';
import { answers } from '../http/describe';
import { streamText } from '../http/stream-text';
import { valid } from '../http/valid';
import { inTeam } from '../http/who';
import { askDeletion, type Deletion, deletionOf, undoDeletion } from '../team/deletion';
import { exportTeam } from '../team/export/export-team';

const Standing = z.object({
  /** From when on everything of the team is deleted; null while nobody asked for it. */
  deleteAfter: z.nullable(Instant),
  askedBy: z.nullable(z.string()),
});
const Ask = z.object({
  /** The name of the team, typed. */
  name: z.string().check(z.maxLength(200)),
  password: z.optional(z.string().check(z.maxLength(200))),
  code: z.optional(z.string().check(z.maxLength(20))),
});

/** A team's own data: all of it to take along, and its end. */
export function teamDataRoutes(deps: Deps) {
  const deletion = new Hono<Env>()
    .get(
      '/',
      describeRoute({ tags: ['Team'], summary: 'Whether the team is to be deleted', ...answers(200, Standing) }),
      inTeam(deps),
      async (c) => c.json(standing(await deletionOf(deps.db, c.var.member.team.id)), 200),
    )
    .post(
      '/',
      describeRoute({ tags: ['Team'], summary: 'Delete the team in seven days', ...answers(200, Standing) }),
      inTeam(deps, { roles: ['admin'] }),
      valid('json', Ask),
      async (c) => {
        const { member } = c.var;
        const { name, password, code } = c.req.valid('json');
        if (name.trim() !== member.team.name)
          throw new Problem('wrong-form', { detail: 'The name that was typed is not the name of the team.' });
        if (!(await isConfirmed(deps, member, c.req.header('cookie') ?? '', { password, code })))
          throw new Problem('not-confirmed');
        return c.json(standing(await askDeletion(deps, member)), 200);
      },
    )
    .delete(
      '/',
      describeRoute({ tags: ['Team'], summary: 'Keep the team after all', ...answers(200, Standing) }),
      inTeam(deps, { roles: ['admin'] }),
      async (c) => c.json(standing(await undoDeletion(deps, c.var.member)), 200),
    );

  const data = new Hono<Env>().get(
    '/',
    describeRoute({
      tags: ['Team'],
      summary: 'Everything of the team, a JSON value a line',
      responses: {
        200: { description: 'Lines of JSON', content: { 'application/x-ndjson': { schema: { type: 'string' } } } },
        default: answers(200).responses.default,
      },
    }),
    inTeam(deps, { roles: ['admin'] }),
    async (c) => {
      const { member } = c.var;
      await deps.limits.spend('exportByPerson', member.user.id);
      await asTeam(deps.db, member.team.id, (tx) => audit(tx, deps, member, { action: 'team-exported' }));
      c.header('content-type', 'application/x-ndjson; charset=utf-8');
      c.header('content-disposition', 'attachment; filename="eitherway-team.ndjson"');
      c.header('cache-control', 'no-store');
      return c.body(streamText(exportTeam(deps, member)));
    },
  );
  return { deletion, data };
}

function standing({ deleteAfter, askedBy }: Deletion) {
  return { deleteAfter: deleteAfter?.toISOString() ?? null, askedBy };
}
