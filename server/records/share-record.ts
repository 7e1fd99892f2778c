import { and, eq, isNull } from 'drizzle-orm';
import { v4 } from 'uuid';
import type { RecordMade } from '@/lib/record/wire';
import { audit } from '../audit/audit';
import { recordMail } from '../client/link-mail';
import { expiry, makeLink } from '../client/links';
import type { Tx } from '../db/connect';
import { clientLink, decisionRecord } from '../db/schema';
import type { Deps, Member } from '../deps';
import { Problem } from '../errors';
import type { At } from './read-record';
import { nextOf, openLinkOf, versionsOf } from './read-record';
import { takeTurns } from './take-turns';
import { tellRecord } from './tell-record';

/** Days for which the client can open the record. */
const LIFE_DAYS = 90;

/** Shares a session's decision: its first version, or the next one when the session says something else by now. */
export async function shareRecord(tx: Tx, deps: Deps, who: Member, at: At): Promise<RecordMade> {
  const { teamId, id } = at;
  const stored = await takeTurns(tx, at);
  if (!stored) throw new Problem('not-found');
  const versions = await versionsOf(tx, at);
  const document = nextOf(stored.document, versions);
  let version = versions.at(-1)?.version ?? 0;
  if (document) {
    version += 1;
    const { user } = who;
    const by = { madeBy: user.id, madeByName: user.name, madeAt: deps.now() };
    await tx
      .insert(decisionRecord)
      .values({ teamId, sessionId: id, version, document, revision: stored.revision, madeOf: 'session', ...by });
  }
  const address = (await openLinkOf(tx, at, deps.now())) ? null : await newAddress(tx, deps, who, at);
  if (document || address) await tellShared(tx, deps, who, at, version);
  return { version, address };
}

/** Shares it as it is now, and sends its address to one person by mail; the addresses before end. Throws `no-mail` where none is set up. */
export async function mailRecord(tx: Tx, deps: Deps, who: Member, at: At, to: string): Promise<RecordMade> {
  if (!deps.mailer.available) throw new Problem('no-mail');
  const shared = await shareRecord(tx, deps, who, at);
  const made = shared.address ? shared : await renewAddress(tx, deps, who, at);
  const { team, user } = who;
  const words = {
    address: made.address ?? '',
    team: team.name,
    from: user.name,
    expiresAt: expiry(deps.now(), LIFE_DAYS),
  };
  await deps.mailer.send(recordMail({ id: v4(), teamId: at.teamId, to, ...words }), tx);
  return made;
}

/** Ends the addresses that there are, and makes a new one. */
export async function renewAddress(tx: Tx, deps: Deps, who: Member, at: At): Promise<RecordMade> {
  await takeTurns(tx, at);
  const newest = (await versionsOf(tx, at)).at(-1);
  if (!newest) throw new Problem('not-found');
  const { version } = newest;
  await endAddresses(tx, deps, at);
  const address = await newAddress(tx, deps, who, at);
  await tellShared(tx, deps, who, at, version);
  return { version, address };
}

async function tellShared(tx: Tx, deps: Deps, who: Member, at: At, version: number): Promise<void> {
  await audit(tx, deps, who, { action: 'record-shared', target: at.id, details: { version } });
  await tellRecord(tx, at);
}

/** From now on nobody opens the record by an address. What was said stays. */
export async function revokeRecord(tx: Tx, deps: Deps, who: Member, at: At): Promise<void> {
  if ((await versionsOf(tx, at)).length === 0) throw new Problem('not-found');
  await endAddresses(tx, deps, at);
  await audit(tx, deps, who, { action: 'record-revoked', target: at.id });
  await tellRecord(tx, at);
}

async function endAddresses(tx: Tx, deps: Deps, { teamId, id }: At): Promise<void> {
  const open = and(eq(clientLink.teamId, teamId), eq(clientLink.sessionId, id), isNull(clientLink.revokedAt));
  await tx.update(clientLink).set({ revokedAt: deps.now() }).where(open);
}

async function newAddress(tx: Tx, deps: Deps, { user }: Member, { teamId, id }: At): Promise<string> {
  const now = deps.now();
  const by = { madeBy: user.id, madeByName: user.name, madeAt: now, expiresAt: expiry(now, LIFE_DAYS) };
  const { token } = await makeLink(tx, { teamId, id: deps.newId(), kind: 'record', sessionId: id, ...by });
  return `${deps.origins[0]}/c/record/${token}`;
}
