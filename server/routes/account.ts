import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod/mini';
import { hasPassword, hasSecondFactor } from '../auth/own-account';
import type { Deps, Env } from '../deps';
import { answers } from '../http/describe';
import { signedIn } from '../http/who';

const Account = z.object({
  /** False for who comes by their organisation's sign-in alone. */
  hasPassword: z.boolean(),
  secondFactor: z.boolean(),
  /** The team of this sign-in asks for one, and there is none. */
  secondFactorNeeded: z.boolean(),
});

/** How one's own account is guarded. */
export function accountRoutes(deps: Deps) {
  return new Hono<Env>().get(
    '/',
    describeRoute({ tags: ['People'], summary: 'How your account is guarded', ...answers(200, Account) }),
    signedIn(deps),
    async (c) => {
      const { user, team, shutTeams } = c.var.caller;
      return c.json(
        {
          hasPassword: await hasPassword(deps.db, user.id),
          secondFactor: await hasSecondFactor(deps.db, user.id),
          secondFactorNeeded: team !== null && shutTeams.includes(team.id),
        },
        200,
      );
    },
  );
}
