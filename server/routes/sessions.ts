import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { Session } from '@/lib/session/session';
import { asTeam } from '../db/team-transaction';
import type { Deps, Env } from '../deps';
import { Problem } from '../errors';
import { answers } from '../http/describe';
import { valid } from '../http/valid';
import { inTeam } from '../http/who';
import { recordLook } from '../reviews/record-look';
import { checkClock } from '../sessions/check-clock';
import { deleteSession } from '../sessions/delete-session';
import { listSessions } from '../sessions/list-sessions';
import { type PutOutcome, putSession } from '../sessions/put-session';
import { readSession } from '../sessions/read-session';
import { IdParam, ListQuery, PutAnswer, SessionPage, StoredSession } from '../sessions/wire';

export function sessionRoutes(deps: Deps) {
  return new Hono<Env>()
    .get(
      '/',
      describeRoute({
        tags: ['Sessions'],
        summary: 'The sessions you may read, newest first',
        ...answers(200, SessionPage),
      }),
      inTeam(deps, { device: true }),
      valid('query', ListQuery),
      async (c) => c.json(await listSessions(deps.db, c.var.member, c.req.valid('query'), deps.now()), 200),
    )
    .put(
      '/:id',
      describeRoute({
        tags: ['Sessions'],
        summary: 'Store a finished session, once a revision',
        ...answers(201, PutAnswer),
      }),
      inTeam(deps, { device: true }),
      valid('param', IdParam),
      valid('json', Session, { anyText: true }),
      async (c) => {
        const sent = c.req.valid('json');
        if (sent.id !== c.req.valid('param').id) throw new Problem('id-mismatch');
        if (!sent.finishedAt)
          throw new Problem('wrong-form', { issues: [{ path: 'finishedAt', message: 'not finished' }] });
        checkClock(sent, deps.now());
        const outcome = await putSession(deps.pool, deps.jobs, sent, {
          teamId: c.var.member.team.id,
          expert: c.var.member.user,
          now: deps.now(),
          isShipped: (ref) => deps.shippedPlaybooks.some(({ id, version }) => id === ref.id && version === ref.version),
        });
        const { state, first, receivedAt } = accepted(outcome);
        const answer = { id: sent.id, revision: sent.revision, receivedAt: receivedAt.toISOString(), state };
        return first ? c.json(answer, 201) : c.json(answer, 200);
      },
    )
    .get(
      '/:id',
      describeRoute({ tags: ['Sessions'], summary: 'One session', ...answers(200, StoredSession) }),
      inTeam(deps, { device: true }),
      valid('param', IdParam),
      async (c) => {
        const found = await readSession(deps.db, c.var.member, c.req.valid('param').id, deps.now());
        if (found.kind !== 'found') throw new Problem(found.kind === 'deleted' ? 'deleted' : 'not-found');
        const { member } = c.var;
        if (found.session.expert.id !== member.user.id)
          await asTeam(deps.db, member.team.id, (tx) => recordLook(tx, deps, member, found.session.session.id));
        return c.json(found.session, 200);
      },
    )
    .delete(
      '/:id',
      describeRoute({ tags: ['Sessions'], summary: 'Delete a session for good', ...answers(204) }),
      inTeam(deps, { device: true }),
      valid('param', IdParam),
      async (c) => {
        const outcome = await deleteSession(deps.db, c.var.member, c.req.valid('param').id, deps.now());
        if (outcome !== 'deleted') throw new Problem(outcome === 'not-yours' ? 'forbidden' : 'not-found');
        return c.body(null, 204);
      },
    );
}

function accepted(outcome: PutOutcome) {
  switch (outcome.kind) {
    case 'stored':
      return { state: 'stored' as const, first: outcome.first, receivedAt: outcome.receivedAt };
    case 'already':
      return { state: 'already' as const, first: false, receivedAt: outcome.receivedAt };
    case 'stale':
      throw new Problem('stale-revision', { revision: outcome.revision });
    case 'conflict':
      throw new Problem('revision-conflict');
    case 'deleted':
      throw new Problem('deleted');
    case 'not-yours':
      throw new Problem('forbidden', { detail: 'This session belongs to someone else.' });
    case 'unknown-playbook':
      throw new Problem('unknown-playbook');
    default:
      throw new Error(`unhandled ${outcome satisfies never}`);
  }
}
