import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { writeCalendar } from '@/lib/calendar/write-calendar';
import { secretHash } from '../auth/secret-hash';
import { daysToCome } from '../calendar/days-to-come';
import { openFeed } from '../calendar/open-feed';
import { makeFeed, readOwnFeed, revokeFeed } from '../calendar/own-feed';
import { NewFeed, OwnFeed } from '../calendar/wire';
import type { Deps, Env } from '../deps';
import { Problem } from '../errors';
import { answers } from '../http/describe';
import { inTeam } from '../http/who';

const doc = (summary: string, answer: ReturnType<typeof answers> = answers(204)) =>
  describeRoute({ tags: ['Calendar'], summary, ...answer });

/** A member's own calendar feed: whether there is one, made or made anew, taken back. */
export function calendarRoutes(deps: Deps) {
  const enter = inTeam(deps);
  return new Hono<Env>()
    .get('/', doc('Whether you have a calendar feed', answers(200, OwnFeed)), enter, async (c) =>
      c.json(await readOwnFeed(deps, c.var.member), 200, UNKEPT),
    )
    .post(
      '/',
      doc('Make the address of your calendar feed; an earlier one ends', answers(201, NewFeed)),
      enter,
      async (c) => c.json(await makeFeed(deps, c.var.member), 201, UNKEPT),
    )
    .delete('/', doc('Take the address of your calendar feed back'), enter, async (c) => {
      await revokeFeed(deps, c.var.member);
      return c.body(null, 204);
    });
}

/** What a calendar reads: no sign-in, the address itself is the secret. Addresses that do not exist are counted. */
export function feedRoutes(deps: Deps) {
  return new Hono<Env>().get('/:file', async (c) => {
    await deps.limits.spend('calendarByAddress', c.var.address);
    const file = c.req.param('file');
    const reader = await openFeed(deps, file).catch(async (error: unknown) => {
      if (error instanceof Problem) await deps.limits.spend('clientGuessByAddress', c.var.address);
      throw error;
    });
    await deps.limits.spend('calendarByFeed', secretHash(file));
    const name = `Eitherway: ${reader.teamName}`;
    return c.body(writeCalendar(await daysToCome(deps, reader), { name, every: 'PT6H' }), 200, {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="eitherway.ics"',
      'x-robots-tag': 'noindex',
      ...UNKEPT,
    });
  });
}

const UNKEPT = { 'cache-control': 'no-store' };
