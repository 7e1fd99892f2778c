import { type Credential, clearCredential, readCredential } from '@/lib/settings/credential';
import { readMe, revokeDevice } from './read-api';

/** What became of the sign-in at the API. `page`: where its person can end it when the API could not be told. */
export type SignedOut = { kind: 'ended' } | { kind: 'not-told'; page: string };

/** Forgets the sign-in here, and ends it at the API if it can be reached. What waits to be sent stays. */
export async function signOut(fetch?: typeof globalThis.fetch): Promise<SignedOut> {
  const credential = await readCredential();
  await clearCredential();
  return endAtApi(credential, fetch);
}

/** Ends a sign-in at the API, after this device has forgotten it. */
export async function endAtApi(credential: Credential | null, fetch?: typeof globalThis.fetch): Promise<SignedOut> {
  if (!credential) return { kind: 'ended' };
  const me = await readMe(credential, fetch);
  if (me.kind === 'signed-out') return { kind: 'ended' };
  const ended =
    me.kind === 'read' && me.value.deviceId !== null && (await revokeDevice(credential, me.value.deviceId, fetch));
  return ended ? { kind: 'ended' } : { kind: 'not-told', page: `${credential.apiOrigin}/devices` };
}
