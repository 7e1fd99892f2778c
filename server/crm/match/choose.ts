import { and, eq, sql } from 'drizzle-orm';
import type { MatchChoice } from '@/lib/crm/session-crm';
import { clientAddresses } from '@/lib/session/client-addresses';
import { audit } from '../../audit/audit';
import type { Tx } from '../../db/connect';
import { crmDelivery, crmMatch, session } from '../../db/schema';
import type { Deps, Member } from '../../deps';
import { Problem } from '../../errors';
import type { AtSession } from '../../reviews/at-session';
import type { Match } from '../connector';
import { tryAgain } from '../ledger/want';
import { keysToRemember } from './match';

const thisNote = ({ teamId, id }: AtSession, connectionId: string) =>
  and(
    eq(crmDelivery.teamId, teamId),
    eq(crmDelivery.connectionId, connectionId),
    eq(crmDelivery.sessionId, id),
    eq(crmDelivery.kind, 'note'),
  );

/** A person says which record is meant, of those that were found for them; remembered for the same people's next talks when they say so. */
export async function chooseMatch(
  tx: Tx,
  deps: Deps,
  member: Member,
  at: AtSession,
  connectionId: string,
  { link, remember }: MatchChoice,
): Promise<void> {
  const [row] = await tx.select().from(crmDelivery).where(thisNote(at, connectionId)).for('update');
  if (!row) throw new Problem('not-found');
  const chosen = link && row.candidates.find(({ kind, id }) => kind === link.kind && id === link.id);
  if (link && !chosen)
    throw new Problem('wrong-form', { issues: [{ path: 'link', message: 'not among those found' }] });
  const [found] = await tx
    .select({ document: session.document })
    .from(session)
    .where(and(eq(session.teamId, at.teamId), eq(session.id, at.id)));
  if (!found) throw new Problem('not-found');
  const [own = '', ...lasting] = keysToRemember(at.id, clientAddresses(found.document));
  for (const key of remember ? [own, ...lasting] : [own]) {
    const choice = {
      link: chosen ?? null,
      chosenBy: member.user.id,
      chosenByName: member.user.name,
      chosenAt: deps.now(),
    };
    await tx
      .insert(crmMatch)
      .values({ teamId: at.teamId, connectionId, key, ...choice })
      .onConflictDoUpdate({ target: [crmMatch.teamId, crmMatch.connectionId, crmMatch.key], set: choice });
  }
  await tx
    .update(crmDelivery)
    .set({ state: 'waiting', problem: null, changedAt: deps.now(), nextAt: sql`'-infinity'` as never })
    .where(and(thisNote(at, connectionId), sql`state in ('needs-match', 'kept-here', 'done', 'needs-person')`));
  await tryAgain(tx, { teamId: at.teamId, connectionId }, sql`session_id = ${at.id}::uuid`, deps.now());
  await audit(tx, deps, member, { action: 'crm-match-chosen', target: at.id, details: { connection: connectionId } });
}

/** What a search found stays beside what was there, to be chosen from. */
export async function keepCandidates(
  tx: Tx,
  at: AtSession,
  connectionId: string,
  found: readonly Match[],
): Promise<void> {
  const [row] = await tx.select().from(crmDelivery).where(thisNote(at, connectionId)).for('update');
  if (!row) throw new Problem('not-found');
  const all = new Map([...found, ...row.candidates].map((match) => [`${match.kind}:${match.id}`, match]));
  await tx
    .update(crmDelivery)
    .set({ candidates: [...all.values()].slice(0, 40) })
    .where(thisNote(at, connectionId));
}
