import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod/mini';
import { audit } from '../audit/audit';
import { hasPassword, hasSecondFactor } from '../auth/own-account';
import { asTeam } from '../db/team-transaction';
import type { Deps, Env } from '../deps';
import { Problem } from '../errors';
import { answers } from '../http/describe';
import { valid } from '../http/valid';
import { inTeam } from '../http/who';
import { dueSessions } from '../team/retention';
import { KeptSettings, readSettings, TeamSettings, writeSettings } from '../team/settings';

const Months = z.object({ months: z.string().check(z.regex(/^([1-9]|[1-9][0-9]|1[01][0-9]|120)$/)) });
/** What leads may set too: what concerns the flags. */
const OF_LEADS: readonly string[] = ['neverFlagged', 'sensitivity'] satisfies (keyof TeamSettings)[];
const Due = z.object({ before: z.iso.datetime(), sessions: z.int() });

export function teamSettingsRoutes(deps: Deps) {
  return new Hono<Env>()
    .get(
      '/',
      describeRoute({ tags: ['Team'], summary: 'What the team has set', ...answers(200, KeptSettings) }),
      inTeam(deps, { device: true }),
      async (c) => {
        const { team } = c.var.member;
        return c.json(await asTeam(deps.db, team.id, (tx) => readSettings(tx, team.id)), 200);
      },
    )
    .get(
      '/retention',
      describeRoute({
        tags: ['Team'],
        summary: 'How many sessions are older than so many months',
        ...answers(200, Due),
      }),
      inTeam(deps, { roles: ['admin'] }),
      valid('query', Months),
      async (c) => {
        const { team } = c.var.member;
        const due = await dueSessions(deps.db, team.id, Number(c.req.valid('query').months), deps.now());
        return c.json({ before: due.before.toISOString(), sessions: due.sessions }, 200);
      },
    )
    .patch(
      '/',
      describeRoute({ tags: ['Team'], summary: 'Change what the team has set', ...answers(200, KeptSettings) }),
      inTeam(deps, { roles: ['lead', 'admin'] }),
      valid('json', z.partial(TeamSettings)),
      async (c) => {
        const { member } = c.var;
        const change = c.req.valid('json') as Partial<TeamSettings>;
        if (member.team.role !== 'admin' && Object.keys(change).some((field) => !OF_LEADS.includes(field)))
          throw new Problem('forbidden');
        if (change.requireTwoFactor && !(await canGoIn(deps, member.user.id)))
          throw new Problem('second-factor-needed', { detail: 'Please turn your own second factor on first.' });
        const next = await asTeam(deps.db, member.team.id, async (tx) => {
          await audit(tx, deps, member, {
            action: 'settings-changed',
            details: { fields: Object.keys(change).join(' ') },
          });
          return writeSettings(tx, member.team.id, change, deps.now());
        });
        return c.json(next, 200);
      },
    );
}

/** Who asks it of all has it: an admin who locked themselves out could not take it back. */
async function canGoIn({ db }: Deps, userId: string): Promise<boolean> {
  return (await hasSecondFactor(db, userId)) || !(await hasPassword(db, userId));
}
