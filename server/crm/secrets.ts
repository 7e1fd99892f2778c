import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '../db/connect';
import { crmConnection } from '../db/schema';
import { asTeam } from '../db/team-transaction';
import type { CrmDefinition, Secret, Settings } from './connector';
import { CrmError } from './crm-error';
import { type ConnectionName, thisConnection } from './ledger/rows';
import type { OAuthClient } from './oauth';
import type { Vault } from './vault';

export type SecretsOptions = { db: Db; vault: Vault; oauth: OAuthClient; now: () => Date };

/** The secret of one connection, as it is now. */
export type Secrets = {
  current(): Promise<Secret>;
  /** One that is newer than `stale`: somebody's who was quicker, or a new one. One process at a time asks the vendor for it. */
  renewed(stale: Secret): Promise<Secret>;
};

/** A token is renewed when it has less than this to live, in milliseconds. */
const EARLY_MS = 120_000;

export function secretsOf(
  { db, vault, oauth, now }: SecretsOptions,
  definition: CrmDefinition,
  name: ConnectionName,
): Secrets {
  const place = { teamId: name.teamId, column: 'crm_connection.secret', id: name.connectionId };
  const read = async (tx: Tx, lock: boolean): Promise<{ secret: Secret; settings: Settings; sealed: string }> => {
    const query = tx
      .select({ sealed: crmConnection.secret, settings: crmConnection.settings })
      .from(crmConnection)
      .where(thisConnection(name));
    const [row] = await (lock ? query.for('update') : query);
    if (!row?.sealed) throw new CrmError('auth', { code: 'no-secret' });
    return { secret: JSON.parse(vault.open(row.sealed, place)), settings: row.settings, sealed: row.sealed };
  };
  const write = (tx: Tx, secret: Secret, settings?: Settings) =>
    tx
      .update(crmConnection)
      .set({ secret: vault.seal(JSON.stringify(secret), place), ...(settings && { settings }) })
      .where(thisConnection(name));

  /** Under a lock of the row, so that a refresh token is used once; stored before anyone uses what came of it. */
  const renew = (isStale: (secret: Secret) => boolean) =>
    asTeam(db, name.teamId, async (tx) => {
      await tx.execute(sql`set local idle_in_transaction_session_timeout = '60s'`);
      const { secret, settings } = await read(tx, true);
      if (!isStale(secret)) return secret;
      if (!definition.oauth || !secret.refreshToken) throw new CrmError('auth', { code: 'token-refused' });
      const given = await oauth.refresh(definition, settings, secret);
      await write(tx, given.secret, { ...settings, ...given.settings });
      return given.secret;
    });

  return {
    async current() {
      const { secret, sealed } = await asTeam(db, name.teamId, (tx) => read(tx, false));
      if (runsOut(secret, now())) return renew((newest) => runsOut(newest, now()));
      if (vault.isOld(sealed)) await asTeam(db, name.teamId, async (tx) => void (await sealAnew(tx)));
      return secret;
    },
    renewed: (stale) =>
      renew(({ accessToken, token }) => (accessToken ?? token) === (stale.accessToken ?? stale.token)),
  };

  /** With the newest key, while keys are being changed. */
  async function sealAnew(tx: Tx): Promise<void> {
    const { secret, sealed } = await read(tx, true);
    if (vault.isOld(sealed)) await write(tx, secret);
  }
}

function runsOut({ expiresAt }: Secret, now: Date): boolean {
  return expiresAt !== undefined && Date.parse(expiresAt) - now.getTime() < EARLY_MS;
}

/** Seals a new secret into its connection. */
export async function keepSecret(tx: Tx, vault: Vault, name: ConnectionName, secret: Secret): Promise<void> {
  const place = { teamId: name.teamId, column: 'crm_connection.secret', id: name.connectionId };
  await tx
    .update(crmConnection)
    .set({ secret: vault.seal(JSON.stringify(secret), place) })
    .where(eq(crmConnection.id, name.connectionId));
}
