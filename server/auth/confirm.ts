import { eq } from 'drizzle-orm';
import { authSession } from '../db/schema';
import type { Deps } from '../deps';
import type { Identity } from './identity';
import { hasPassword, hasSecondFactor } from './own-account';

/** What shows that it is still the same person: their password, or the code of their second factor. */
export type Proof = { password?: string | undefined; code?: string | undefined };

/** Who has neither, since their organisation signs them in, has done so within ten minutes. */
const FRESH_MS = 10 * 60_000;

/** Whether the person who is signed in by this cookie has shown once more who they are. */
export async function isConfirmed(deps: Deps, who: Identity, cookie: string, proof: Proof): Promise<boolean> {
  const headers = new Headers({ cookie });
  await deps.limits.spend('confirmByPerson', who.user.id);
  const { api } = deps.auth;
  if (proof.password) return works(api.verifyPassword({ body: { password: proof.password }, headers }));
  if (proof.code) return works(api.verifyTOTP({ body: { code: proof.code }, headers }));
  return !(await ownsProof(deps, who.user.id)) && (await isFresh(deps, who));
}

async function works(asked: Promise<unknown>): Promise<boolean> {
  return asked.then(
    () => true,
    () => false,
  );
}

async function ownsProof({ db }: Deps, userId: string): Promise<boolean> {
  return (await hasPassword(db, userId)) || (await hasSecondFactor(db, userId));
}

async function isFresh({ db }: Deps, { signInId }: Identity): Promise<boolean> {
  const [row] = await db.select({ at: authSession.createdAt }).from(authSession).where(eq(authSession.id, signInId));
  return row !== undefined && Date.now() - row.at.getTime() < FRESH_MS;
}
