import { and, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod/mini';
import { Role } from '../auth/roles';
import { member } from '../db/schema';
import type { Deps, Env } from '../deps';
import { Problem } from '../errors';
import { answers } from '../http/describe';
import { valid } from '../http/valid';
import { inTeam } from '../http/who';
import { changeRole, removeMember } from '../team/members';

const Param = z.object({ memberId: z.string().check(z.minLength(1), z.maxLength(64)) });
const Removal = z.object({ sessions: z.enum(['keep', 'delete']) });

/** Changes of who is in the team. */
export function memberRoutes(deps: Deps) {
  return new Hono<Env>()
    .patch(
      '/:memberId',
      describeRoute({ tags: ['Team'], summary: "Change a member's role", ...answers(204) }),
      inTeam(deps, { roles: ['admin'] }),
      valid('param', Param),
      valid('json', z.object({ role: Role })),
      async (c) => {
        const { memberId } = c.req.valid('param');
        answer(await changeRole(deps, c.var.member, memberId, c.req.valid('json').role));
        return c.body(null, 204);
      },
    )
    .delete(
      '/:memberId',
      describeRoute({
        tags: ['Team'],
        summary: 'Take a member out of the team, or leave it; their sessions stay or are deleted',
        ...answers(204),
      }),
      inTeam(deps),
      valid('param', Param),
      valid('query', Removal),
      async (c) => {
        const { memberId } = c.req.valid('param');
        const { team, user } = c.var.member;
        if (team.role !== 'admin' && !(await isOwn(deps, memberId, user.id))) throw new Problem('forbidden');
        answer(await removeMember(deps, c.var.member, memberId, c.req.valid('query').sessions));
        return c.body(null, 204);
      },
    );
}

async function isOwn({ db }: Deps, memberId: string, userId: string): Promise<boolean> {
  const own = and(eq(member.id, memberId), eq(member.userId, userId));
  return (await db.select({ id: member.id }).from(member).where(own)).length > 0;
}

function answer(changed: Awaited<ReturnType<typeof changeRole>>): void {
  if (changed === 'missing') throw new Problem('not-found');
  if (changed === 'last-admin') throw new Problem('last-admin');
}
