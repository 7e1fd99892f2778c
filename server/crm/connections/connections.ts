import { eq, sql } from 'drizzle-orm';
import { audit } from '../../audit/audit';
import type { Tx } from '../../db/connect';
import { crmConnection, crmLane } from '../../db/schema';
import { asTeam } from '../../db/team-transaction';
import type { Deps, Member } from '../../deps';
import { Problem } from '../../errors';
import type { CrmDefinition, Secret, Settings } from '../connector';
import { holdLane } from '../ledger/lanes';
import { type Connection, type ConnectionName, thisConnection } from '../ledger/rows';
import { tryAgain, wantNotes } from '../ledger/want';
import { DEFAULT_MAPPING, type Mapping, mappingProblems } from '../mapping/mapping';
import { openAccount } from '../open-account';
import { keepSecret, secretsOf } from '../secrets';
import type { ConnectionChange, NewConnection } from '../wire';
import { orProblem } from './vendor-problem';

const MOST_CONNECTIONS = 20;

export function definitionOf(deps: Deps, crm: string): CrmDefinition {
  const definition = deps.crm.crms.find(({ id }) => id === crm);
  if (!definition) throw new Problem('not-found');
  return definition;
}

export async function readConnection(deps: Deps, teamId: string, id: string): Promise<Connection> {
  const [row] = await asTeam(deps.db, teamId, (tx) =>
    tx
      .select()
      .from(crmConnection)
      .where(thisConnection({ teamId, connectionId: id })),
  );
  if (!row) throw new Problem('not-found');
  return row;
}

/** Makes a connection; its rights are checked at once, unless consent at the vendor comes first. Once an id. */
export async function connect(deps: Deps, member: Member, sent: NewConnection): Promise<'first' | 'already'> {
  const definition = definitionOf(deps, sent.crm);
  const teamId = member.team.id;
  const name = { teamId, connectionId: sent.id };
  const { settings, secret } = partsOf(definition, sent.filled, !sent.consent);
  if (sent.consent && !deps.crm.oauth.offers(definition))
    throw new Problem('crm-refused', { reason: 'not-registered' });
  const made = await asTeam(deps.db, teamId, async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`crm/${teamId}`}, 0))`);
    const there = await tx.select({ id: crmConnection.id }).from(crmConnection).where(eq(crmConnection.teamId, teamId));
    if (there.some(({ id }) => id === sent.id)) return false;
    if (there.length >= MOST_CONNECTIONS) throw new Problem('crm-refused', { reason: 'too-many' });
    await tx.insert(crmConnection).values({
      teamId,
      id: sent.id,
      crm: definition.id,
      name: sent.name,
      settings,
      mapping: DEFAULT_MAPPING,
      state: 'waiting',
      sendFrom: new Date(sent.sendFrom),
      createdBy: member.user.id,
      createdByName: member.user.name,
      createdAt: deps.now(),
    });
    await tx.insert(crmLane).values({ ...name, notBefore: sql`'infinity'` as never });
    if (!sent.consent) await keepSecret(tx, deps.crm.vault, name, secret);
    await audit(tx, deps, member, { action: 'crm-connected', target: sent.id, details: { crm: definition.id } });
    return true;
  });
  if (!made) return 'already';
  if (!sent.consent) {
    try {
      await checkAndTurnOn(deps, name);
    } catch (error) {
      // What was never accepted does not stay, nor does its secret.
      await asTeam(deps.db, teamId, (tx) => tx.delete(crmConnection).where(thisConnection(name)));
      throw error;
    }
  }
  return 'first';
}

/** Asks the vendor whose account it is and what is allowed; then what waits is sent, and sessions since the agreed day. */
export async function checkAndTurnOn(deps: Deps, name: ConnectionName): Promise<void> {
  const connection = await readConnection(deps, name.teamId, name.connectionId);
  const definition = definitionOf(deps, connection.crm);
  const connector = openAccount(deps.crm, definition, connection);
  const found = await orProblem(connector.check());
  const account = { ...found, caps: { ...connector.caps } };
  await asTeam(deps.db, name.teamId, async (tx) => {
    const state = account.missing.length > 0 ? 'attention' : 'on';
    const problem = account.missing.length > 0 ? 'right-missing' : null;
    await tx.update(crmConnection).set({ account, state, problem, checkedAt: deps.now() }).where(thisConnection(name));
    await tx.execute(wantNotes(name.teamId, sql`c.id = ${name.connectionId}`, deps.now()));
  });
  if (account.missing.length === 0) await holdLane(deps.db, name, { until: 'now', failures: 0 });
}

export async function changeConnection(
  deps: Deps,
  member: Member,
  id: string,
  change: ConnectionChange,
): Promise<void> {
  const teamId = member.team.id;
  const name = { teamId, connectionId: id };
  const connection = await readConnection(deps, teamId, id);
  const definition = definitionOf(deps, connection.crm);
  if (change.mapping) await refuseWrong(deps, connection, change.mapping);
  const parts = change.filled ? partsOf(definition, change.filled, true) : null;
  await asTeam(deps.db, teamId, async (tx) => {
    await tx
      .update(crmConnection)
      .set({
        ...(change.name !== undefined && { name: change.name }),
        ...(change.mapping && { mapping: change.mapping }),
        ...(parts && { settings: { ...connection.settings, ...parts.settings } }),
        ...(change.state === 'paused' && { state: 'paused' as const }),
        name: change.name ?? connection.name,
      })
      .where(thisConnection(name));
    if (parts) await keepSecret(tx, deps.crm.vault, name, parts.secret);
    if (change.mapping) await writeAnew(tx, name, deps.now());
    await audit(tx, deps, member, {
      action: 'crm-changed',
      target: id,
      details: { fields: Object.keys(change).join(' ') },
    });
  });
  if (change.state === 'paused') await holdLane(deps.db, name, { until: 'person', failures: 0 });
  if (change.state === 'on' || parts) await checkAndTurnOn(deps, name);
}

/** Notes that stand there already are looked through again: those that read differently now are written anew, the others cost nothing. */
async function writeAnew(tx: Tx, { teamId, connectionId }: ConnectionName, now: Date): Promise<void> {
  await tx.execute(sql`update crm_delivery set state = 'waiting', next_at = '-infinity', changed_at = ${now.toISOString()}::timestamptz
    where team_id = ${teamId} and connection_id = ${connectionId} and kind = 'note' and state = 'done' and wanted = 'present'`);
}

/** A mapping is kept when it holds together and its fields are there and may be written. */
async function refuseWrong(deps: Deps, connection: Connection, mapping: Mapping): Promise<void> {
  const wrong = mappingProblems(mapping).map(({ code, what }) => ({ code: code as string, what }));
  const kinds = [...new Set(mapping.fields.map(({ on }) => on))];
  if (wrong.length === 0 && kinds.length > 0) {
    const connector = openAccount(deps.crm, definitionOf(deps, connection.crm), connection);
    for (const kind of kinds) {
      const there = connector.caps.fields.includes(kind) ? await orProblem(connector.fields(kind)) : [];
      for (const { on, field } of mapping.fields.filter((each) => each.on === kind)) {
        const found = there.find((each) => each.name === field);
        if (!found) wrong.push({ code: 'no-such-field', what: `${on}.${field}` });
        else if (!found.writable) wrong.push({ code: 'not-writable', what: `${on}.${field}` });
      }
    }
  }
  if (wrong.length > 0) throw new Problem('wrong-mapping', { problems: wrong.slice(0, 20) });
}

/** Takes back what the vendor granted, as far as it can be, and forgets the connection. What stands in the CRM stays there. */
export async function disconnect(deps: Deps, member: Member, id: string): Promise<void> {
  const name = { teamId: member.team.id, connectionId: id };
  const connection = await readConnection(deps, name.teamId, id);
  const definition = deps.crm.crms.find((crm) => crm.id === connection.crm);
  await holdLane(deps.db, name, { until: 'person', failures: 0 });
  if (definition && connection.secret !== null) {
    const secret = await secretsOf(deps.crm, definition, name)
      .current()
      .catch(() => null);
    if (secret) await deps.crm.oauth.revoke(definition, connection.settings, secret).catch(() => {});
  }
  await asTeam(deps.db, name.teamId, async (tx) => {
    await tx.delete(crmConnection).where(thisConnection(name));
    await audit(tx, deps, member, { action: 'crm-disconnected', target: id, details: { crm: connection.crm } });
  });
}

export async function retry(deps: Deps, member: Member, id: string, sessionId: string | undefined): Promise<number> {
  const name = { teamId: member.team.id, connectionId: id };
  await readConnection(deps, name.teamId, id);
  const again = await asTeam(deps.db, name.teamId, (tx) =>
    tryAgain(tx, name, sessionId ? sql`session_id = ${sessionId}::uuid` : undefined, deps.now()),
  );
  return again;
}

/** What was filled in, the secret parts apart from the rest. Addresses lose the slash at their end, but those that are kept exactly. */
function partsOf(definition: CrmDefinition, filled: Settings, whole: boolean): { settings: Settings; secret: Secret } {
  const known = definition.fields.flatMap((field) => {
    const value = filled[field.name]?.trim() ?? '';
    if (value === '' && field.required && whole)
      throw new Problem('wrong-form', { issues: [{ path: field.name, message: 'needed' }] });
    if (value !== '' && field.kind === 'url' && !URL.canParse(value))
      throw new Problem('wrong-form', { issues: [{ path: field.name, message: 'an address' }] });
    const isBase = field.kind === 'url' && !field.exact;
    return value === '' ? [] : [{ ...field, value: isBase ? value.replace(/\/+$/, '') : value }];
  });
  const of = (secret: boolean) =>
    Object.fromEntries(
      known.filter(({ kind }) => (kind === 'secret') === secret).map(({ name, value }) => [name, value]),
    );
  return { settings: of(false), secret: of(true) };
}
