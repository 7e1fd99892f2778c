import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import { SelfCheck } from '@/lib/self-check/self-check';
import { SentChecks } from '@/lib/self-check/sent';
import { audit } from '../audit/audit';
import { checkMail } from '../client/link-mail';
import { spendMail } from '../client/spend-mail';
import type { Tx } from '../db/connect';
import { asTeam } from '../db/team-transaction';
import type { Deps, Env, Member } from '../deps';
import { Problem } from '../errors';
import { answers } from '../http/describe';
import { valid } from '../http/valid';
import { inTeam } from '../http/who';
import { listCheckLinks, makeCheckLink, revokeCheckLink } from '../self-checks/links';
import { listSelfChecks, publishSelfCheck, readSelfCheck } from '../self-checks/self-checks';
import { bringBack, dropSentCheck, listSentChecks, putAway, takeSentCheck } from '../self-checks/sent-checks';
import {
  BackForm,
  LinkHeads,
  MadeLink,
  NewLinkForm,
  SelfCheckHead,
  SelfCheckHeads,
  StateQuery,
  TakeForm,
  VersionParam,
} from '../self-checks/wire';
import { IdParam } from '../sessions/wire';

const doc = (summary: string, answer: ReturnType<typeof answers>) =>
  describeRoute({ tags: ['Self-checks'], summary, ...answer });

const within = <T>(deps: Deps, member: Member, work: (tx: Tx) => Promise<T>) => asTeam(deps.db, member.team.id, work);

/** The self-checks of a team and their versions. */
export function selfCheckRoutes(deps: Deps) {
  return new Hono<Env>()
    .get('/', doc('The newest version of every self-check', answers(200, SelfCheckHeads)), inTeam(deps), async (c) => {
      const { member } = c.var;
      return c.json({ selfChecks: await within(deps, member, (tx) => listSelfChecks(tx, member.team.id)) }, 200);
    })
    .get(
      '/:id/:version',
      doc('One version of a self-check', answers(200, SelfCheck)),
      inTeam(deps),
      valid('param', VersionParam),
      async (c) => {
        const { member } = c.var;
        const { id, version } = c.req.valid('param');
        return c.json(await within(deps, member, (tx) => readSelfCheck(tx, member.team.id, id, Number(version))), 200);
      },
    )
    .put(
      '/:id/:version',
      doc('Publish the next version of a self-check', answers(200, SelfCheckHead)),
      inTeam(deps, { roles: ['lead', 'admin'] }),
      valid('param', VersionParam),
      valid('json', SelfCheck),
      async (c) => {
        const { member } = c.var;
        const { id, version } = c.req.valid('param');
        const document = c.req.valid('json');
        if (document.id !== id || document.version !== Number(version)) throw new Problem('id-mismatch');
        const head = await within(deps, member, async (tx) => {
          const published = await publishSelfCheck(tx, member, document, deps.now());
          await audit(tx, deps, member, {
            action: 'self-check-published',
            target: id,
            details: { version: document.version },
          });
          return published;
        });
        return c.json(head, 200);
      },
    );
}

/** Links that a client opens without an account. */
export function clientLinkRoutes(deps: Deps) {
  return new Hono<Env>()
    .get(
      '/',
      doc('Links to self-checks, without their addresses', answers(200, LinkHeads)),
      inTeam(deps),
      async (c) => {
        const { member } = c.var;
        return c.json({ links: await within(deps, member, (tx) => listCheckLinks(tx, member.team.id)) }, 200);
      },
    )
    .post(
      '/',
      doc('Make a link to a self-check. Its address is shown only now', answers(201, MadeLink)),
      inTeam(deps),
      valid('json', NewLinkForm),
      async (c) => {
        const { member } = c.var;
        const form = c.req.valid('json');
        await deps.limits.spend('invitationByPerson', member.user.id);
        const to = form.mail && deps.mailer.available ? form.forEmail : '';
        if (to) await spendMail(deps, member, to);
        const addressOf = (token: string) => `${deps.origins[0]}/c/check/${token}`;
        const { token, expiresAt } = await within(deps, member, async (tx) => {
          await audit(tx, deps, member, {
            action: 'client-link-made',
            target: form.id,
            details: { kind: 'self-check' },
          });
          const made = await makeCheckLink(tx, member, form, deps.now());
          const { team, user } = member;
          const words = { address: addressOf(made.token), team: team.name, from: user.name, expiresAt: made.expiresAt };
          if (to) await deps.mailer.send(checkMail({ id: form.id, teamId: team.id, to, ...words }), tx);
          return made;
        });
        const made = { id: form.id, address: addressOf(token), expiresAt: expiresAt.toISOString() };
        return c.json({ ...made, mailed: to !== '' }, 201);
      },
    )
    .delete('/:id', doc('End a link', answers(204)), inTeam(deps), valid('param', IdParam), async (c) => {
      const { member } = c.var;
      const { id } = c.req.valid('param');
      await within(deps, member, async (tx) => {
        await revokeCheckLink(tx, member, id, deps.now());
        await audit(tx, deps, member, { action: 'client-link-revoked', target: id });
      });
      return c.body(null, 204);
    });
}

/** What clients sent at the end of a self-check. */
export function sentCheckRoutes(deps: Deps) {
  const members = inTeam(deps, { device: true });
  return new Hono<Env>()
    .get(
      '/',
      doc('What clients sent, the newest first', answers(200, SentChecks)),
      members,
      valid('query', StateQuery),
      async (c) => {
        const { member } = c.var;
        const { state } = c.req.valid('query');
        return c.json({ sent: await within(deps, member, (tx) => listSentChecks(tx, member, state)) }, 200);
      },
    )
    .post(
      '/:id/take',
      doc('Say that it was taken into a session', answers(204)),
      members,
      valid('param', IdParam),
      valid('json', TakeForm),
      async (c) => {
        const { member } = c.var;
        const { sessionId } = c.req.valid('json');
        await within(deps, member, (tx) => takeSentCheck(tx, member, c.req.valid('param').id, sessionId));
        return c.body(null, 204);
      },
    )
    .post('/:id/away', doc('Put it away', answers(204)), members, valid('param', IdParam), async (c) => {
      const { member } = c.var;
      await within(deps, member, (tx) => putAway(tx, member, c.req.valid('param').id));
      return c.body(null, 204);
    })
    .post(
      '/:id/back',
      doc('Offer it to everyone again', answers(204)),
      members,
      valid('param', IdParam),
      valid('json', BackForm),
      async (c) => {
        const { member } = c.var;
        const { sessionId } = c.req.valid('json');
        await within(deps, member, (tx) => bringBack(tx, member, c.req.valid('param').id, sessionId));
        return c.body(null, 204);
      },
    )
    .delete(
      '/:id',
      doc('Delete it for good', answers(204)),
      inTeam(deps, { roles: ['lead', 'admin'] }),
      valid('param', IdParam),
      async (c) => {
        const { member } = c.var;
        const { id } = c.req.valid('param');
        await within(deps, member, async (tx) => {
          await dropSentCheck(tx, member, id, deps.now());
          await audit(tx, deps, member, { action: 'sent-check-deleted', target: id });
        });
        return c.body(null, 204);
      },
    );
}
