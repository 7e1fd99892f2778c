import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import type { Tx } from '../db/connect';
import { asTeam } from '../db/team-transaction';
import type { Deps, Env, Member } from '../deps';
import { Problem } from '../errors';
import { answers } from '../http/describe';
import { valid } from '../http/valid';
import { inTeam } from '../http/who';
import { dropDraft, listDrafts, readDraft, saveDraft } from '../playbooks/drafts';
import { DraftHeads, DraftParam, DropDraft, PutDraft, StoredDraft } from '../playbooks/wire';

const doc = (summary: string, answer: ReturnType<typeof answers>) =>
  describeRoute({ tags: ['Playbooks'], summary, ...answer });

/** Playbooks as leads and admins edit them, before they are published. */
export function draftRoutes(deps: Deps) {
  const leads = inTeam(deps, { roles: ['lead', 'admin'] });
  const within = <T>(member: Member, work: (tx: Tx) => Promise<T>) => asTeam(deps.db, member.team.id, work);
  return new Hono<Env>()
    .get('/', doc('The drafts of the team', answers(200, DraftHeads)), leads, async (c) => {
      const { member } = c.var;
      return c.json({ drafts: await within(member, (tx) => listDrafts(tx, member.team.id)) }, 200);
    })
    .get('/:id', doc('One draft', answers(200, StoredDraft)), leads, valid('param', DraftParam), async (c) => {
      const { member } = c.var;
      const { id } = c.req.valid('param');
      return c.json(await within(member, (tx) => readDraft(tx, member.team.id, id)), 200);
    })
    .put(
      '/:id',
      doc('Keep a draft; refused when somebody else changed it meanwhile', answers(200, StoredDraft)),
      leads,
      valid('param', DraftParam),
      valid('json', PutDraft),
      async (c) => {
        const { member } = c.var;
        const { document, revision } = c.req.valid('json');
        const { id } = c.req.valid('param');
        if (document.id !== id) throw new Problem('id-mismatch');
        if (deps.shippedPlaybooks.some((one) => one.id === id))
          throw new Problem('already-there', { detail: 'This is a playbook of ours. Please make a copy of it.' });
        return c.json(await within(member, (tx) => saveDraft(tx, member, document, revision, deps.now())), 200);
      },
    )
    .delete(
      '/:id',
      doc('Drop a draft; published versions stay', answers(204)),
      leads,
      valid('param', DraftParam),
      valid('query', DropDraft),
      async (c) => {
        const { member } = c.var;
        const seen = Number(c.req.valid('query').revision);
        await within(member, (tx) => dropDraft(tx, member.team.id, c.req.valid('param').id, seen));
        return c.body(null, 204);
      },
    );
}
