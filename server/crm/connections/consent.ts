import { and, eq, gt } from 'drizzle-orm';
import { secretHash } from '../../auth/secret-hash';
import { crmConnection, crmConsent } from '../../db/schema';
import { asTeam } from '../../db/team-transaction';
import type { Deps, Member } from '../../deps';
import { Problem } from '../../errors';
import { thisConnection } from '../ledger/rows';
import { secretWord } from '../oauth';
import { keepSecret } from '../secrets';
import { checkAndTurnOn, definitionOf, readConnection } from './connections';
import { orProblem } from './vendor-problem';

const CONSENT_MS = 900_000;

/** Where to send the admin who is to consent. It holds for a quarter of an hour, once, and for them alone. */
export async function askConsent(deps: Deps, member: Member, id: string): Promise<string> {
  const teamId = member.team.id;
  const connection = await readConnection(deps, teamId, id);
  const definition = definitionOf(deps, connection.crm);
  if (!deps.crm.oauth.offers(definition)) throw new Problem('crm-refused', { reason: 'not-registered' });
  const state = secretWord();
  const verifier = secretWord();
  const stateHash = secretHash(state);
  await asTeam(deps.db, teamId, (tx) =>
    tx.insert(crmConsent).values({
      teamId,
      stateHash,
      connectionId: id,
      askedBy: member.user.id,
      verifier: deps.crm.vault.seal(verifier, { teamId, column: 'crm_consent.verifier', id: stateHash }),
      expiresAt: new Date(deps.now().getTime() + CONSENT_MS),
    }),
  );
  return deps.crm.oauth.authorizeUrl(definition, connection.settings, { state, verifier });
}

/** They came back: the code becomes tokens, and the connection is checked. Gives the connection's id. */
export async function takeConsent(
  deps: Deps,
  member: Member,
  { state, code }: { state: string; code?: string | undefined },
): Promise<string> {
  const teamId = member.team.id;
  const stateHash = secretHash(state);
  const [asked] = await asTeam(deps.db, teamId, (tx) =>
    tx
      .delete(crmConsent)
      .where(
        and(
          eq(crmConsent.teamId, teamId),
          eq(crmConsent.stateHash, stateHash),
          eq(crmConsent.askedBy, member.user.id),
          gt(crmConsent.expiresAt, deps.now()),
        ),
      )
      .returning(),
  );
  if (!asked) throw new Problem('not-found');
  if (!code) throw new Problem('crm-refused', { reason: 'no-consent' });
  const connection = await readConnection(deps, teamId, asked.connectionId);
  const definition = definitionOf(deps, connection.crm);
  const verifier = deps.crm.vault.open(asked.verifier, { teamId, column: 'crm_consent.verifier', id: stateHash });
  const granted = await orProblem(deps.crm.oauth.exchange(definition, connection.settings, code, verifier));
  const name = { teamId, connectionId: connection.id };
  await asTeam(deps.db, teamId, async (tx) => {
    await tx
      .update(crmConnection)
      .set({ settings: { ...connection.settings, ...granted.settings } })
      .where(thisConnection(name));
    await keepSecret(tx, deps.crm.vault, name, granted.secret);
  });
  await checkAndTurnOn(deps, name);
  return connection.id;
}
