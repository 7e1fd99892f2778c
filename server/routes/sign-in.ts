import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod/mini';
import type { Deps, Env } from '../deps';
import { answers } from '../http/describe';

const Ways = z.object({
  /** The sign-in of an organisation, by the name that people know it by; null when none is set up. */
  organisation: z.nullable(z.object({ name: z.string() })),
  /** Who may make an account with a password. */
  signUp: z.enum(['invited', 'open']),
});

export function signInRoutes({ oidcName, signUp }: Deps) {
  return new Hono<Env>().get(
    '/',
    describeRoute({ tags: ['People'], summary: 'In which ways one can sign in here', ...answers(200, Ways) }),
    (c) => c.json({ organisation: oidcName === null ? null : { name: oidcName }, signUp }, 200),
  );
}
