import { type Context, Hono } from 'hono';
import type { Deps, Env } from '../deps';
import { Problem } from '../errors';
import { expectedOf } from '../http/answer-problem';
import { limitBody } from '../http/limit-body';
import { checkRoutes } from './check/check-routes';
import { STYLE_PATH, style } from './page';
import { problemPage } from './problem-page';
import { recordRoutes } from './record/record-routes';
import { sentRoutes } from './sent-routes';
import { talkRoutes } from './talk-routes';

/** Bytes that a form may have: twenty long answers, each sign of them written as three. */
const FORM_LIMIT = 512 * 1024;

/** The pages for clients, under /c: no account, no cookie, no script; every failure is a page that says so calmly. */
export function clientRoutes(deps: Deps) {
  return new Hono<Env>()
    .onError((error, c) => failed(deps, error, c))
    .get(STYLE_PATH.slice(2), style)
    .use(limitBody(FORM_LIMIT))
    .use(async (c, next) => {
      await deps.limits.spend('clientByAddress', c.var.address);
      await next();
    })
    .route('/check', checkRoutes(deps))
    .route('/sent', sentRoutes(deps))
    .route('/record', recordRoutes(deps))
    .route('/record', talkRoutes(deps))
    .all('/*', () => {
      throw new Problem('not-found');
    });
}

/** Addresses that do not exist are counted: who tries many of them has to wait. */
async function failed(deps: Deps, error: Error, c: Context<Env>): Promise<Response> {
  const problem = expectedOf(error, c, deps.log);
  if (problem.code !== 'no-such-link') return problemPage(c, problem);
  try {
    await deps.limits.spend('clientGuessByAddress', c.var.address);
    return problemPage(c, problem);
  } catch (refused) {
    return problemPage(c, expectedOf(refused as Error, c, deps.log));
  }
}
