import { hc } from 'hono/client';
import type { Credential } from '@/lib/settings/credential';
import type { Api } from '@/server/app';
import { patientFetch } from './request';

export type SignedIn = Pick<Credential, 'apiOrigin' | 'token'>;

/** A client of the API, typed by the API itself. What it answers is parsed where it is used. */
export function createApiClient({ apiOrigin, token }: SignedIn, fetcher?: typeof fetch) {
  return hc<Api>(apiOrigin, { headers: { Authorization: `Bearer ${token}` }, fetch: patientFetch(fetcher) });
}
