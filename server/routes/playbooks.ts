import { and, asc, eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod/mini';
import { Playbook } from '@/lib/playbooks/playbook';
import { playbookProblems } from '@/lib/playbooks/problems';
import { audit } from '../audit/audit';
import type { Tx } from '../db/connect';
import { playbook as playbooks } from '../db/schema';
import { asTeam } from '../db/team-transaction';
import type { Deps, Env } from '../deps';
import { Problem } from '../errors';
import { answers } from '../http/describe';
import { valid } from '../http/valid';
import { inTeam } from '../http/who';
import { readRecurring, readUsage } from '../playbooks/usage';
import { PlaybookUsage, RecurringQuestions } from '../playbooks/wire';

const Head = z.object({
  id: Playbook.shape.id,
  version: Playbook.shape.version,
  title: z.string(),
  summary: z.string(),
  from: z.enum(['eitherway', 'team']),
});
const Heads = z.object({ playbooks: z.array(Head) });
const RefParam = z.object({ id: Playbook.shape.id, version: z.string().check(z.regex(/^[1-9]\d{0,5}$/)) });

const doc = (summary: string, answer: ReturnType<typeof answers>) =>
  describeRoute({ tags: ['Playbooks'], summary, ...answer });

export function playbookRoutes(deps: Deps) {
  const shipped = (id: string) => deps.shippedPlaybooks.filter((one) => one.id === id);
  return new Hono<Env>()
    .get(
      '/usage',
      doc('In how many sessions each version is used', answers(200, PlaybookUsage)),
      inTeam(deps),
      async (c) => {
        const { member } = c.var;
        const usage = await asTeam(deps.db, member.team.id, (tx) => readUsage(tx, member, deps.now()));
        return c.json({ usage }, 200);
      },
    )
    .get(
      '/recurring',
      doc('Questions that experts of the team keep adding themselves', answers(200, RecurringQuestions)),
      inTeam(deps, { roles: ['lead', 'admin'] }),
      async (c) => {
        const { member } = c.var;
        const questions = await asTeam(deps.db, member.team.id, (tx) => readRecurring(tx, member, deps.now()));
        return c.json({ questions }, 200);
      },
    )
    .get(
      '/',
      doc('Every version of every playbook of the team', answers(200, Heads)),
      inTeam(deps, { device: true }),
      async (c) => {
        const { team } = c.var.member;
        const rows = await asTeam(deps.db, team.id, (tx) =>
          tx
            .select()
            .from(playbooks)
            .where(eq(playbooks.teamId, team.id))
            .orderBy(asc(playbooks.id), asc(playbooks.version)),
        );
        const head = ({ id, version, title, summary }: Playbook, from: 'eitherway' | 'team') => ({
          id,
          version,
          title,
          summary,
          from,
        });
        const own = rows.map((row) => head(row.document, 'team'));
        return c.json({ playbooks: [...deps.shippedPlaybooks.map((one) => head(one, 'eitherway')), ...own] }, 200);
      },
    )
    .get(
      '/:id/:version',
      doc('One version of a playbook', answers(200, Playbook)),
      inTeam(deps, { device: true }),
      valid('param', RefParam),
      async (c) => {
        const { id, version } = c.req.valid('param');
        const { team } = c.var.member;
        const found =
          shipped(id).find((one) => one.version === Number(version)) ??
          (await asTeam(deps.db, team.id, (tx) => readPlaybook(tx, team.id, id, Number(version))));
        if (!found) throw new Problem('not-found');
        return c.json(found, 200);
      },
    )
    .put(
      '/:id/:version',
      doc('Add a version of your own. A version never changes', answers(201, Playbook)),
      inTeam(deps, { roles: ['lead', 'admin'] }),
      valid('param', RefParam),
      valid('json', Playbook),
      async (c) => {
        const { id, version } = c.req.valid('param');
        const sent = c.req.valid('json');
        if (sent.id !== id || sent.version !== Number(version)) throw new Problem('id-mismatch');
        if (shipped(id).length > 0)
          throw new Problem('already-there', {
            detail: 'This id belongs to a playbook of ours. Please choose another.',
          });
        const issues = playbookProblems(sent).map(({ kind, where }) => ({ path: where, message: kind }));
        if (issues.length > 0) throw new Problem('wrong-form', { issues });
        const { team, user } = c.var.member;
        const first = await asTeam(deps.db, team.id, async (tx) => {
          const row = {
            teamId: team.id,
            id,
            version: sent.version,
            document: sent,
            writtenBy: user.id,
            writtenAt: deps.now(),
          };
          const added = await tx.insert(playbooks).values(row).onConflictDoNothing().returning({ id: playbooks.id });
          if (added.length > 0) {
            const details = { version: sent.version };
            await audit(tx, deps, c.var.member, { action: 'playbook-published', target: id, details });
            return true;
          }
          const stored = Playbook.parse(await readPlaybook(tx, team.id, id, sent.version));
          if (JSON.stringify(stored) !== JSON.stringify(sent))
            throw new Problem('already-there', {
              detail: 'This version exists with other content. Please raise its number.',
            });
          return false;
        });
        return first ? c.json(sent, 201) : c.json(sent, 200);
      },
    );
}

async function readPlaybook(tx: Tx, teamId: string, id: string, version: number): Promise<Playbook | undefined> {
  const [row] = await tx
    .select({ document: playbooks.document })
    .from(playbooks)
    .where(and(eq(playbooks.teamId, teamId), eq(playbooks.id, id), eq(playbooks.version, version)));
  return row?.document;
}
