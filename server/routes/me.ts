import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod/mini';
import { Role } from '../auth/roles';
import type { Deps, Env } from '../deps';
import { answers } from '../http/describe';
import { signedIn } from '../http/who';

const Team = z.object({ id: z.string(), name: z.string(), role: Role });
export const Me = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  /** The team that requests of this sign-in act for; null before one was made or joined. */
  team: z.nullable(Team),
  teams: z.array(Team),
  /** Whether this is the web app or a connected extension, and the id under which it can be revoked. */
  via: z.enum(['web', 'device']),
  deviceId: z.nullable(z.string()),
  /** Whether the team asks for a second factor first: all of its routes answer `second-factor-needed` until then. */
  secondFactorNeeded: z.boolean(),
  /** Whether this server sends mail; if not, links are shown to be passed on. */
  mail: z.boolean(),
});

export function meRoutes(deps: Deps) {
  return new Hono<Env>().get(
    '/',
    describeRoute({ tags: ['People'], summary: 'Who you are, and for which team', ...answers(200, Me) }),
    signedIn(deps, { device: true }),
    (c) => {
      const { user, team, teams, via, signInId, shutTeams } = c.var.caller;
      const secondFactorNeeded = team !== null && shutTeams.includes(team.id);
      const deviceId = via === 'device' ? signInId : null;
      return c.json({ user, team, teams, via, deviceId, secondFactorNeeded, mail: deps.mailer.available }, 200);
    },
  );
}
