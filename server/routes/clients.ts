import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { readClient } from '../clients/read-client';
import { ClientQuery, ClientView } from '../clients/wire';
import type { Deps, Env } from '../deps';
import { answers } from '../http/describe';
import { valid } from '../http/valid';
import { inTeam } from '../http/who';

/** What prepares the next call with a client. */
export function clientViewRoutes(deps: Deps) {
  return new Hono<Env>().get(
    '/',
    describeRoute({
      tags: ['Clients'],
      summary: 'One client by its name: sessions, next steps and days to look again, as far as you may read them',
      ...answers(200, ClientView),
    }),
    inTeam(deps),
    valid('query', ClientQuery),
    async (c) => c.json(await readClient(deps, c.var.member, c.req.valid('query').name), 200),
  );
}
