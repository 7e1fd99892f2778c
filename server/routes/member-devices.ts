import { and, asc, desc, eq, gt } from 'drizzle-orm';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod/mini';
import { Instant } from '@/lib/session/note';
import { audit } from '../audit/audit';
import { authSession, member, user } from '../db/schema';
import { enterTeam } from '../db/team-transaction';
import type { Deps, Env } from '../deps';
import { Problem } from '../errors';
import { answers } from '../http/describe';
import { valid } from '../http/valid';
import { inTeam } from '../http/who';

const MemberDevice = z.object({
  id: z.string(),
  member: z.object({ id: z.string(), name: z.string() }),
  /** What the browser calls itself; null when it did not say. */
  userAgent: z.nullable(z.string()),
  connectedAt: Instant,
  /** To the hour; null before its first request. */
  lastUsedAt: z.nullable(Instant),
});
const MemberDevices = z.object({ devices: z.array(MemberDevice) });
const Param = z.object({ id: z.string().check(z.minLength(1), z.maxLength(64)) });

/** The extensions that send to this team, for its admins: whose they are and when they were used, nothing of what they hold. */
export function memberDeviceRoutes(deps: Deps) {
  const { db } = deps;
  return new Hono<Env>()
    .get(
      '/',
      describeRoute({ tags: ['Devices'], summary: "The members' extensions", ...answers(200, MemberDevices) }),
      inTeam(deps, { roles: ['admin'] }),
      async (c) => {
        const rows = await db
          .select({ device: authSession, user: { id: user.id, name: user.name } })
          .from(authSession)
          .innerJoin(user, eq(user.id, authSession.userId))
          .innerJoin(
            member,
            and(eq(member.userId, user.id), eq(member.organizationId, authSession.activeOrganizationId)),
          )
          .where(and(ofTeam(c.var.member.team.id), gt(authSession.expiresAt, deps.now())))
          .orderBy(asc(user.name), desc(authSession.createdAt), desc(authSession.id));
        const devices = rows.map(({ device, user: { id, name } }) => ({
          id: device.id,
          member: { id, name },
          userAgent: device.userAgent || null,
          connectedAt: device.createdAt.toISOString(),
          lastUsedAt: device.lastUsedAt?.toISOString() ?? null,
        }));
        return c.json({ devices }, 200);
      },
    )
    .delete(
      '/:id',
      describeRoute({ tags: ['Devices'], summary: "Revoke a member's extension at once", ...answers(204) }),
      inTeam(deps, { roles: ['admin'] }),
      valid('param', Param),
      async (c) => {
        const { team } = c.var.member;
        const { id } = c.req.valid('param');
        await db.transaction(async (tx) => {
          const [gone] = await tx
            .delete(authSession)
            .where(and(ofTeam(team.id), eq(authSession.id, id)))
            .returning({ userId: authSession.userId });
          if (!gone) throw new Problem('not-found');
          await enterTeam(tx, team.id);
          await audit(tx, deps, c.var.member, { action: 'device-revoked', target: gone.userId });
        });
        return c.body(null, 204);
      },
    );
}

function ofTeam(teamId: string) {
  return and(eq(authSession.activeOrganizationId, teamId), eq(authSession.kind, 'device'));
}
