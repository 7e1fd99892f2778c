import { and, desc, eq, gt, isNull } from 'drizzle-orm';
import { findCheck } from '../client/check/find-check';
import { expiry, makeLink } from '../client/links';
import type { Tx } from '../db/connect';
import { clientLink } from '../db/schema';
import type { Member } from '../deps';
import { Problem } from '../errors';
import type { LinkHead, NewLinkForm } from './wire';

/** As many links as a team may have open at once. */
const MOST_LINKS = 1_000;
const SHOWN = 200;

const ofChecks = (teamId: string) => and(eq(clientLink.teamId, teamId), eq(clientLink.kind, 'self-check'));

/** Makes the address of a self-check. It cannot be read again: only its hash is kept. */
export async function makeCheckLink(tx: Tx, member: Member, form: NewLinkForm, now: Date) {
  const teamId = member.team.id;
  const { id, days, mail: _, ...rest } = form;
  if (!(await findCheck(tx, teamId, form.selfCheckId))) throw new Problem('not-found');
  const open = and(ofChecks(teamId), isNull(clientLink.revokedAt), gt(clientLink.expiresAt, now));
  if ((await tx.$count(clientLink, open)) >= MOST_LINKS)
    throw new Problem('wrong-form', { detail: `A team has at most ${MOST_LINKS} links open at once.` });
  if ((await tx.$count(clientLink, and(eq(clientLink.teamId, teamId), eq(clientLink.id, id)))) > 0)
    throw new Problem('already-there');
  const { user } = member;
  const expiresAt = expiry(now, days);
  const by = { madeBy: user.id, madeByName: user.name, madeAt: now, expiresAt };
  const { token } = await makeLink(tx, { teamId, id, kind: 'self-check', ...rest, ...by });
  return { token, expiresAt };
}

/** The newest links to self-checks, without their addresses. */
export async function listCheckLinks(tx: Tx, teamId: string): Promise<LinkHead[]> {
  const rows = await tx
    .select()
    .from(clientLink)
    .where(ofChecks(teamId))
    .orderBy(desc(clientLink.madeAt), desc(clientLink.id))
    .limit(SHOWN);
  return rows.map((row) => ({
    id: row.id,
    selfCheckId: row.selfCheckId ?? '',
    forName: row.forName,
    forEmail: row.forEmail,
    times: row.times,
    madeByName: row.madeByName,
    madeAt: row.madeAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }));
}

/** Ends a link at once. Leads end every one, experts their own. Ended already is fine. */
export async function revokeCheckLink(tx: Tx, member: Member, id: string, now: Date): Promise<void> {
  const itself = and(ofChecks(member.team.id), eq(clientLink.id, id));
  const [link] = await tx.select().from(clientLink).where(itself).for('update');
  if (!link) throw new Problem('not-found');
  if (member.team.role === 'expert' && link.madeBy !== member.user.id) throw new Problem('forbidden');
  if (!link.revokedAt) await tx.update(clientLink).set({ revokedAt: now }).where(itself);
}
