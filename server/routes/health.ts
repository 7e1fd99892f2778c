import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod/mini';
import { isMigrated } from '../db/migrate';
import type { Deps, Env } from '../deps';
import { Problem } from '../errors';
import { answers } from '../http/describe';

const Ok = z.object({ ok: z.literal(true) });
const doc = (summary: string) => describeRoute({ tags: ['Operation'], summary, ...answers(200, Ok) });

/** `/health`: the process lives. `/ready`: it can work, because the database answers and is of this version. */
export function healthRoutes({ pool }: Deps) {
  return new Hono<Env>()
    .get('/health', doc('Whether the process lives'), (c) => c.json({ ok: true as const }, 200))
    .get('/ready', doc('Whether requests can be served'), async (c) => {
      if (!(await isMigrated(pool).catch(() => false))) throw new Problem('unavailable');
      return c.json({ ok: true as const }, 200);
    });
}
