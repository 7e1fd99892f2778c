import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod/mini';
import { asTeam } from '../db/team-transaction';
import type { Deps, Env } from '../deps';
import { answers } from '../http/describe';
import { valid } from '../http/valid';
import { inTeam } from '../http/who';
import { readSettings, TeamSettings, writeSettings } from '../team/settings';

export function teamSettingsRoutes(deps: Deps) {
  return new Hono<Env>()
    .get(
      '/',
      describeRoute({ tags: ['Team'], summary: 'What the team has set', ...answers(200, TeamSettings) }),
      inTeam(deps, { device: true }),
      async (c) => {
        const { team } = c.var.member;
        return c.json(await asTeam(deps.db, team.id, (tx) => readSettings(tx, team.id)), 200);
      },
    )
    .patch(
      '/',
      describeRoute({ tags: ['Team'], summary: 'Change what the team has set', ...answers(200, TeamSettings) }),
      inTeam(deps, { roles: ['admin'] }),
      valid('json', z.partial(TeamSettings)),
      async (c) => {
        const { team } = c.var.member;
        const change = c.req.valid('json') as Partial<TeamSettings>;
        const next = await asTeam(deps.db, team.id, (tx) => writeSettings(tx, team.id, change, deps.now()));
        return c.json(next, 200);
      },
    );
}
