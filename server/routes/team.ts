import { asc, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod/mini';
import { Instant } from '@/lib/session/note';
import { audit } from '../audit/audit';
import { Role } from '../auth/roles';
import { member, organization, user } from '../db/schema';
import { asTeam, enterTeam } from '../db/team-transaction';
import type { Deps, Env } from '../deps';
import { answers } from '../http/describe';
import { valid } from '../http/valid';
import { inTeam, signedIn } from '../http/who';

const TeamName = z.object({ name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)) });
const Team = z.object({ id: z.string(), name: z.string(), role: Role });
const TeamMember = z.object({
  id: z.string(),
  memberId: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  joinedAt: Instant,
});
const Members = z.object({ members: z.array(TeamMember) });

export function teamRoutes(deps: Deps) {
  const create = new Hono<Env>().post(
    '/',
    describeRoute({ tags: ['Team'], summary: 'Make a team; you become its admin', ...answers(201, Team) }),
    signedIn(deps),
    valid('json', TeamName),
    async (c) => {
      const { name } = c.req.valid('json');
      const made = await deps.auth.api.createOrganization({
        body: { name, slug: deps.newId() },
        headers: new Headers({ cookie: c.req.header('cookie') ?? '' }),
      });
      return c.json({ id: made.id, name, role: 'admin' as const }, 201);
    },
  );

  const own = new Hono<Env>()
    .get(
      '/',
      describeRoute({ tags: ['Team'], summary: 'Your team and your role in it', ...answers(200, Team) }),
      inTeam(deps, { device: true }),
      (c) => c.json(c.var.member.team, 200),
    )
    .patch(
      '/',
      describeRoute({ tags: ['Team'], summary: 'Rename the team', ...answers(200, Team) }),
      inTeam(deps, { roles: ['admin'] }),
      valid('json', TeamName),
      async (c) => {
        const { name } = c.req.valid('json');
        const { team } = c.var.member;
        await deps.db.transaction(async (tx) => {
          await tx.update(organization).set({ name }).where(eq(organization.id, team.id));
          await enterTeam(tx, team.id);
          await audit(tx, deps, c.var.member, { action: 'team-renamed' });
        });
        return c.json({ ...team, name }, 200);
      },
    )
    .get(
      '/members',
      describeRoute({ tags: ['Team'], summary: 'Who is in the team', ...answers(200, Members) }),
      inTeam(deps, { device: true }),
      async (c) => {
        const { team } = c.var.member;
        const rows = await asTeam(deps.db, team.id, (tx) =>
          tx
            .select({
              id: user.id,
              memberId: member.id,
              name: user.name,
              email: user.email,
              role: member.role,
              joinedAt: member.createdAt,
            })
            .from(member)
            .innerJoin(user, eq(user.id, member.userId))
            .where(eq(member.organizationId, team.id))
            .orderBy(asc(user.name), asc(user.id)),
        );
        const members = rows.map((row) => ({
          ...row,
          role: Role.parse(row.role),
          joinedAt: row.joinedAt.toISOString(),
        }));
        return c.json({ members }, 200);
      },
    );
  return { create, own };
}
