import { eq } from 'drizzle-orm';
import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import * as z from 'zod/mini';
import { Id, Instant } from '@/lib/session/note';
import { audit } from '../audit/audit';
import { Role } from '../auth/roles';
import { spendMail } from '../client/spend-mail';
import { authSession } from '../db/schema';
import type { Deps, Env } from '../deps';
import { Problem } from '../errors';
import { answers } from '../http/describe';
import { valid } from '../http/valid';
import { inTeam, signedIn } from '../http/who';
import { invitationMail } from '../invitation-mail';
import { findInvitation, invite, joinTeam, openInvitations, revokeInvitation } from '../invitations';
import { MailAddress } from '../mail/mail';

const NewInvitation = z.object({
  role: Role,
  /** Where it is mailed to, on a server that sends mail. It is not kept in clear. */
  email: z.optional(MailAddress),
});
const Made = z.object({
  id: Id,
  role: Role,
  link: z.string(),
  expiresAt: Instant,
  /** Whether the link is on its way by mail; if not, it is to be passed on. */
  mailed: z.boolean(),
});
const MailState = z.enum(['waiting', 'sent', 'refused', 'given-up']);
const Open = z.object({
  invitations: z.array(
    z.object({
      id: Id,
      role: Role,
      createdAt: Instant,
      expiresAt: Instant,
      /** What became of its mail; null when it was not mailed. */
      mail: z.nullable(MailState),
    }),
  ),
});
const Seen = z.object({ team: z.object({ name: z.string() }), role: Role, expiresAt: Instant });
const Joined = z.object({ id: z.string(), name: z.string(), role: Role });
const TokenParam = z.object({ token: z.string().check(z.maxLength(200)) });

const doc = (summary: string, answer: ReturnType<typeof answers>) =>
  describeRoute({ tags: ['Invitations'], summary, ...answer });

export function invitationRoutes(deps: Deps) {
  const { db, now } = deps;
  return new Hono<Env>()
    .post(
      '/',
      doc('Make a link for one new member. It is shown only now', answers(201, Made)),
      inTeam(deps, { roles: ['admin', 'lead'] }),
      valid('json', NewInvitation),
      async (c) => {
        const { role, email } = c.req.valid('json');
        const { team, user } = c.var.member;
        if (team.role !== 'admin' && role !== 'expert')
          throw new Problem('forbidden', { detail: 'Leads invite experts.' });
        await deps.limits.spend('invitationByPerson', user.id);
        const to = deps.mailer.available ? email : undefined;
        if (to) await spendMail(deps, c.var.member, to);
        const id = deps.newId();
        const linkOf = (token: string) => `${deps.origins[0]}/join/${token}`;
        const given = { teamId: team.id, id, role, invitedBy: user.id, now: now() };
        const { token, expiresAt } = await invite(db, given, async (tx, secret, until) => {
          await audit(tx, deps, c.var.member, { action: 'member-invited', target: id, details: { role } });
          if (!to) return;
          const words = { link: linkOf(secret), team: team.name, from: user.name, expiresAt: until };
          await deps.mailer.send(invitationMail({ id, teamId: team.id, to, ...words }), tx);
        });
        const mailed = to !== undefined;
        return c.json({ id, role, link: linkOf(token), expiresAt: expiresAt.toISOString(), mailed }, 201);
      },
    )
    .get(
      '/',
      doc('Invitations that are still open', answers(200, Open)),
      inTeam(deps, { roles: ['admin', 'lead'] }),
      async (c) => {
        const rows = await openInvitations(db, c.var.member.team.id, now());
        const states = await deps.mailer.statesOf(rows.map(({ id }) => id));
        const invitations = rows.map((row) => ({
          ...row,
          mail: states.get(row.id) ?? null,
          createdAt: row.createdAt.toISOString(),
          expiresAt: row.expiresAt.toISOString(),
        }));
        return c.json({ invitations }, 200);
      },
    )
    .delete(
      '/:id',
      doc('Revoke an invitation', answers(204)),
      inTeam(deps, { roles: ['admin', 'lead'] }),
      valid('param', z.object({ id: Id })),
      async (c) => {
        const { member } = c.var;
        const { id } = c.req.valid('param');
        const revoked = await revokeInvitation(db, member.team.id, id, now(), (tx) =>
          audit(tx, deps, member, { action: 'invitation-revoked', target: id }),
        );
        if (!revoked) throw new Problem('not-found');
        return c.body(null, 204);
      },
    )
    .get('/:token', doc('What an invitation is to', answers(200, Seen)), valid('param', TokenParam), async (c) => {
      await deps.limits.spend('invitationByAddress', c.var.address);
      const found = await findInvitation(db, c.req.valid('param').token, now());
      if (found.kind !== 'open') throw new Problem(found.kind === 'over' ? 'invitation-over' : 'not-found');
      return c.json(
        { team: { name: found.teamName }, role: found.role, expiresAt: found.expiresAt.toISOString() },
        200,
      );
    })
    .post(
      '/:token/accept',
      doc('Join the team', answers(200, Joined)),
      signedIn(deps),
      valid('param', TokenParam),
      async (c) => {
        await deps.limits.spend('invitationByAddress', c.var.address);
        const { token } = c.req.valid('param');
        const { user, teams, signInId } = c.var.caller;
        const found = await findInvitation(db, token, now());
        if (found.kind !== 'open') throw new Problem(found.kind === 'over' ? 'invitation-over' : 'not-found');
        const { teamId, teamName } = found;
        if (teams.some(({ id }) => id === teamId)) throw alreadyThere();
        const joined = await joinTeam(deps, token, user);
        if (joined.kind === 'over') throw new Problem('invitation-over');
        if (joined.kind === 'already-there') throw alreadyThere();
        // The team that was chosen last is the one that an extension is connected for.
        const chosen = { activeOrganizationId: teamId, updatedAt: new Date() };
        await db.update(authSession).set(chosen).where(eq(authSession.id, signInId));
        return c.json({ id: teamId, name: teamName, role: joined.role }, 200);
      },
    );
}

function alreadyThere(): Problem {
  return new Problem('already-there', { detail: 'You are in this team already.' });
}
