import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { asTeam } from '../db/team-transaction';
import type { Deps, Env } from '../deps';
import { answers } from '../http/describe';
import { valid } from '../http/valid';
import { inTeam } from '../http/who';
import { IdParam } from '../sessions/wire';
import { addView, changeView, deleteView, listViews } from '../views/views';
import { NewView, ViewChange, Views } from '../views/wire';

const doc = (summary: string, answer: ReturnType<typeof answers> = answers(204)) =>
  describeRoute({ tags: ['Views'], summary, ...answer });

/** Filters of the list of sessions, kept under a name. */
export function viewRoutes(deps: Deps) {
  const enter = inTeam(deps);
  return new Hono<Env>()
    .get('/', doc('Your views and those that leads share with you', answers(200, Views)), enter, async (c) => {
      const { member } = c.var;
      return c.json({ views: await asTeam(deps.db, member.team.id, (tx) => listViews(tx, member)) }, 200);
    })
    .post('/', doc('Keep a view; once an id', answers(201)), enter, valid('json', NewView), async (c) => {
      const { member } = c.var;
      const sent = c.req.valid('json');
      const state = await asTeam(deps.db, member.team.id, (tx) => addView(tx, member, sent, deps.now()));
      return c.body(null, state === 'first' ? 201 : 200);
    })
    .patch(
      '/:id',
      doc('Change a view of yours'),
      enter,
      valid('param', IdParam),
      valid('json', ViewChange),
      async (c) => {
        const { member } = c.var;
        const { id } = c.req.valid('param');
        await asTeam(deps.db, member.team.id, (tx) => changeView(tx, member, id, c.req.valid('json')));
        return c.body(null, 204);
      },
    )
    .delete('/:id', doc('Remove a view of yours'), enter, valid('param', IdParam), async (c) => {
      const { member } = c.var;
      const { id } = c.req.valid('param');
      await asTeam(deps.db, member.team.id, (tx) => deleteView(tx, member, id));
      return c.body(null, 204);
    });
}
