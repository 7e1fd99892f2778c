import { and, desc, eq, gt } from 'drizzle-orm';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod/mini';
import { Instant } from '@/lib/session/note';
import { authSession } from '../db/schema';
import type { Deps, Env } from '../deps';
import { Problem } from '../errors';
import { answers } from '../http/describe';
import { valid } from '../http/valid';
import { signedIn } from '../http/who';

const Device = z.object({
  id: z.string(),
  /** What the browser calls itself; null when it did not say. */
  userAgent: z.nullable(z.string()),
  teamId: z.nullable(z.string()),
  connectedAt: Instant,
  expiresAt: Instant,
});
const Devices = z.object({ devices: z.array(Device) });
const DeviceParam = z.object({ id: z.string().check(z.minLength(1), z.maxLength(64)) });

/** The extensions that a person connected. An extension may see and revoke itself: that is its sign-out. */
export function deviceRoutes({ db, ...rest }: Deps) {
  const deps = { db, ...rest };
  return new Hono<Env>()
    .get(
      '/',
      describeRoute({ tags: ['Devices'], summary: 'Your connected extensions', ...answers(200, Devices) }),
      signedIn(deps, { device: true }),
      async (c) => {
        const { via, user, signInId } = c.var.caller;
        const own = and(
          eq(authSession.userId, user.id),
          eq(authSession.kind, 'device'),
          gt(authSession.expiresAt, deps.now()),
        );
        const rows = await db
          .select()
          .from(authSession)
          .where(via === 'device' ? and(own, eq(authSession.id, signInId)) : own)
          .orderBy(desc(authSession.createdAt), desc(authSession.id));
        const devices = rows.map((row) => ({
          id: row.id,
          userAgent: row.userAgent || null,
          teamId: row.activeOrganizationId,
          connectedAt: row.createdAt.toISOString(),
          expiresAt: row.expiresAt.toISOString(),
        }));
        return c.json({ devices }, 200);
      },
    )
    .delete(
      '/:id',
      describeRoute({ tags: ['Devices'], summary: 'Revoke an extension at once', ...answers(204) }),
      signedIn(deps, { device: true }),
      valid('param', DeviceParam),
      async (c) => {
        const { id } = c.req.valid('param');
        const { via, user, signInId } = c.var.caller;
        if (via === 'device' && id !== signInId) throw new Problem('forbidden');
        const revoked = await db
          .delete(authSession)
          .where(and(eq(authSession.id, id), eq(authSession.userId, user.id), eq(authSession.kind, 'device')))
          .returning({ id: authSession.id });
        if (revoked.length === 0) throw new Problem('not-found');
        return c.body(null, 204);
      },
    );
}
