import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { Insights, InsightsQuery } from '@/lib/insights/insights';
import { TalkInsights } from '@/lib/talk/talk';
import type { Deps, Env } from '../deps';
import { answers } from '../http/describe';
import { valid } from '../http/valid';
import { inTeam } from '../http/who';
import { readInsights } from '../insights/read-insights';
import { readTalks } from '../talk/read-talks';

export function insightRoutes(deps: Deps) {
  return new Hono<Env>()
    .get(
      '/',
      describeRoute({
        tags: ['Insights'],
        summary: 'What a team, or one person for themselves, can learn from their sessions',
        ...answers(200, Insights),
      }),
      inTeam(deps),
      valid('query', InsightsQuery),
      async (c) => c.json(await readInsights(deps, c.var.member, c.req.valid('query')), 200),
    )
    .get(
      '/talk',
      describeRoute({
        tags: ['Insights'],
        summary:
          'How clients found their talks: means of at least 5 answers, never whose, of which talk or beside a decision',
        ...answers(200, TalkInsights),
      }),
      inTeam(deps, { roles: ['lead', 'admin'] }),
      async (c) => c.json(await readTalks(deps, c.var.member), 200),
    );
}
