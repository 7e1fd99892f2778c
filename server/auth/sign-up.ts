import { eq, sql } from 'drizzle-orm';
import type { Db } from '../db/connect';
import { user } from '../db/schema';
import { Problem } from '../errors';
import { findInvitation, joinTeam } from '../invitations';

/** Who may make an account with a password: anyone, or only who has an invitation. */
export type SignUpMode = 'invited' | 'open';

type Account = Record<string, unknown>;
type Create = (account: Account) => Promise<Response>;
type Gate = { db: Db; signUp: SignUpMode; now: () => Date; newId: () => string };

/**
 * Makes an account and, with an invitation, joins its team in the same go. Where only the invited may, the one who comes
 * to an empty database is let in as well: somebody has to found the first team.
 */
export async function signUp(gate: Gate, { invitation, ...account }: Account, create: Create): Promise<Response> {
  if (typeof invitation === 'string') return createInvited(gate, invitation, () => create(account));
  return gate.signUp === 'open' ? create(account) : createFirst(gate.db, () => create(account));
}

async function createInvited(gate: Gate, token: string, create: () => Promise<Response>) {
  const { db, now } = gate;
  const found = await findInvitation(db, token, now());
  if (found.kind !== 'open') throw new Problem(found.kind === 'over' ? 'invitation-over' : 'not-invited');
  const answer = await create();
  if (!answer.ok) return answer;
  const made = (await answer.clone().json()) as { user: { id: string; name: string } };
  const joined = await joinTeam(gate, token, made.user);
  if (joined.kind === 'joined') return answer;
  // Someone else was faster with this invitation, so the account has no reason to be.
  await db.delete(user).where(eq(user.id, made.user.id));
  throw new Problem('invitation-over');
}

/** Any number: of those who come at once, one makes the first account by it. */
const FOUNDING = 7_310_554_202;

async function createFirst(db: Db, create: () => Promise<Response>): Promise<Response> {
  if (await hasPeople(db)) throw new Problem('not-invited');
  return db.transaction(async (tx) => {
    const { rows } = await tx.execute<{ mine: boolean }>(sql`select pg_try_advisory_xact_lock(${FOUNDING}) as mine`);
    // Looks again: the one before may have founded while this one came.
    if (!rows[0]?.mine || (await hasPeople(tx))) throw new Problem('not-invited');
    return create();
  });
}

async function hasPeople(db: Pick<Db, 'select'>): Promise<boolean> {
  return (await db.select({ id: user.id }).from(user).limit(1)).length > 0;
}
