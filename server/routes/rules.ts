import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { audit } from '../audit/audit';
import type { Tx } from '../db/connect';
import { asTeam } from '../db/team-transaction';
import type { Deps, Env, Member } from '../deps';
import { answers } from '../http/describe';
import { valid } from '../http/valid';
import { inTeam } from '../http/who';
import { dropDraft, publishRule, readRules, readTeamFlags, retireRule, saveDraft } from '../rules/rules';
import { tryRule } from '../rules/try-rule';
import { PutRule, RuleEntries, RuleEntry, TeamFlags, TriedRule, TryRule } from '../rules/wire';
import { IdParam } from '../sessions/wire';

const doc = (summary: string, answer: ReturnType<typeof answers>) =>
  describeRoute({ tags: ['Rules'], summary, ...answer });

/** The team's own rules for its flags. */
export function ruleRoutes(deps: Deps) {
  const leads = inTeam(deps, { roles: ['lead', 'admin'] });
  const within = <T>(member: Member, work: (tx: Tx) => Promise<T>) => asTeam(deps.db, member.team.id, work);
  return new Hono<Env>()
    .get(
      '/',
      doc('What the team set for the flags of all of its members', answers(200, TeamFlags)),
      inTeam(deps, { device: true }),
      async (c) => {
        const { member } = c.var;
        const flags = await within(member, (tx) => readTeamFlags(tx, member.team.id));
        const tag = `"${flags.version}-${flags.sensitivity ?? 'own'}"`;
        c.header('etag', tag);
        c.header('cache-control', 'private, no-cache');
        if (c.req.header('if-none-match') === tag) return c.body(null, 304);
        return c.json(flags, 200);
      },
    )
    .get('/all', doc('Every rule, with drafts and retired ones', answers(200, RuleEntries)), leads, async (c) => {
      const { member } = c.var;
      return c.json({ rules: await within(member, (tx) => readRules(tx, member.team.id)) }, 200);
    })
    .put(
      '/:id',
      doc('Keep the draft of a rule', answers(200, RuleEntry)),
      leads,
      valid('param', IdParam),
      valid('json', PutRule),
      async (c) => {
        const { member } = c.var;
        const put = { ...c.req.valid('param'), ...c.req.valid('json') };
        return c.json(await within(member, (tx) => saveDraft(tx, member, put, deps.now())), 200);
      },
    )
    .delete(
      '/:id',
      doc('Drop the draft of a rule; what is published stays', answers(204)),
      leads,
      valid('param', IdParam),
      async (c) => {
        const { member } = c.var;
        await within(member, (tx) => dropDraft(tx, member.team.id, c.req.valid('param').id));
        return c.body(null, 204);
      },
    )
    .post(
      '/:id/try',
      doc('Lines of the last 200 sessions you may read that a rule would newly flag', answers(200, TriedRule)),
      leads,
      valid('param', IdParam),
      valid('json', TryRule),
      async (c) => c.json(await tryRule(deps, c.var.member, c.req.valid('json').rule), 200),
    )
    .post(
      '/:id/publish',
      doc('Publish the draft, or a retired rule again; refused while an example fails', answers(200, RuleEntry)),
      leads,
      valid('param', IdParam),
      async (c) => {
        const { member } = c.var;
        const { id } = c.req.valid('param');
        const entry = await within(member, async (tx) => {
          const done = await publishRule(tx, member.team.id, id);
          const details = { version: done.published?.version ?? 0 };
          await audit(tx, deps, member, { action: 'rule-published', target: id, details });
          return done;
        });
        return c.json(entry, 200);
      },
    )
    .post(
      '/:id/retire',
      doc('Take a published rule out of use', answers(200, RuleEntry)),
      leads,
      valid('param', IdParam),
      async (c) => {
        const { member } = c.var;
        const { id } = c.req.valid('param');
        const entry = await within(member, async (tx) => {
          const done = await retireRule(tx, member.team.id, id);
          await audit(tx, deps, member, { action: 'rule-retired', target: id });
          return done;
        });
        return c.json(entry, 200);
      },
    );
}
