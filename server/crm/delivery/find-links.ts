import { and, eq } from 'drizzle-orm';
import { crmMatch } from '../../db/schema';
import { asTeam } from '../../db/team-transaction';
import type { Link, Match } from '../connector';
import type { Delivery } from '../ledger/rows';
import { settle } from '../ledger/settle';
import { emailKey, matchSession } from '../match/match';
import { mayBeThere } from './deliver-one';
import type { OneDelivery } from './one-delivery';
import type { Source } from './plan';

/** Where it belongs; null when a person has to say first, which is then written down. */
export async function linksFor(at: OneDelivery, row: Delivery, source: Source): Promise<readonly Link[] | null> {
  const { deps, connector } = at;
  if (connector.caps.kinds.length === 0) return [];
  const matched = await matchSession(row.sessionId, source.addresses, source.chosen, (query) => connector.find(query));
  if (matched.kind === 'matched') return matched.links;
  // What stands there already stays where it is until somebody says otherwise.
  if (matched.kind === 'unsure' && row.links.length > 0 && (row.remoteId !== null || mayBeThere(row))) return row.links;
  if (matched.kind === 'nowhere') {
    await settle(deps.db, row, { state: 'kept-here' }, deps.now(), { tries: row.attempts, problem: null });
    return null;
  }
  const added = matched.candidates.length === 0 ? await addedPerson(at, source) : null;
  if (added) return [added];
  await settle(deps.db, row, { state: 'needs-match' }, deps.now(), {
    tries: row.attempts,
    candidates: matched.candidates,
    problem: matched.candidates.length > 0 ? 'several' : 'none',
  });
  return null;
}

/** The first of the client's people with an address, where the team allows it; remembered, for a search may not see them yet. */
async function addedPerson(at: OneDelivery, { session, addresses }: Source): Promise<Match | null> {
  const { deps, connection, connector } = at;
  const [email] = addresses.emails;
  if (!connection.mapping.addPeople || !connector.addPerson || email === undefined) return null;
  const key = emailKey(email);
  const name = session.people.find((person) => person.email?.toLowerCase() === email)?.name ?? email;
  return at.inTurn([{ kind: 'person', id: key }], async () => {
    const inMatch = and(
      eq(crmMatch.teamId, connection.teamId),
      eq(crmMatch.connectionId, connection.id),
      eq(crmMatch.key, key),
    );
    const [known] = await asTeam(deps.db, connection.teamId, (tx) => tx.select().from(crmMatch).where(inMatch));
    if (known) return known.link;
    const added = (await connector.addPerson?.({ name, email })) ?? null;
    if (added === null) return null;
    await asTeam(deps.db, connection.teamId, (tx) =>
      tx
        .insert(crmMatch)
        .values({
          teamId: connection.teamId,
          connectionId: connection.id,
          key,
          link: added,
          chosenBy: connection.createdBy,
          chosenByName: connection.createdByName,
          chosenAt: deps.now(),
        })
        .onConflictDoNothing(),
    );
    return added;
  });
}
