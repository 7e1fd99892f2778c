import * as z from 'zod/mini';
import { type SentCheck, SentChecks } from '@/lib/self-check/sent';
import { createApiClient, type SignedIn } from './api-client';
import { type Read, read } from './read-api';

const api = (who: SignedIn, fetcher?: typeof fetch) => createApiClient(who, fetcher).api['sent-checks'];

/** What clients sent and nobody has taken yet. */
export async function listSentChecks(who: SignedIn, fetcher?: typeof fetch): Promise<Read<SentCheck[]>> {
  const found = await read(SentChecks, () => api(who, fetcher).$get({ query: { state: 'open' } }));
  return found.kind === 'read' ? { kind: 'read', value: found.value.sent } : found;
}

/** Says which session it went along with; said twice it is said once. */
export function takeSentCheck(
  who: SignedIn,
  { id, sessionId }: { id: string; sessionId: string },
  fetcher?: typeof fetch,
): Promise<Read<unknown>> {
  return read(z.unknown(), () => api(who, fetcher)[':id'].take.$post({ param: { id }, json: { sessionId } }));
}

export function putSentCheckAway(who: SignedIn, id: string, fetcher?: typeof fetch): Promise<Read<unknown>> {
  return read(z.unknown(), () => api(who, fetcher)[':id'].away.$post({ param: { id } }));
}
