import * as z from 'zod/mini';
import { type SentCheck, SentChecks } from '@/lib/self-check/sent';
import { createApiClient, type SignedIn } from './api-client';
import { readProblem } from './problem';
import { type Read, read } from './read-api';
import { answerOf } from './request';

const api = (who: SignedIn, fetcher?: typeof fetch) => createApiClient(who, fetcher).api['sent-checks'];

/** What clients sent and nobody has taken yet. */
export async function listSentChecks(who: SignedIn, fetcher?: typeof fetch): Promise<Read<SentCheck[]>> {
  const found = await read(SentChecks, () => api(who, fetcher).$get({ query: { state: 'open' } }));
  return found.kind === 'read' ? { kind: 'read', value: found.value.sent } : found;
}

/** `elsewhere`: another session has it. `gone`: its client deleted it. `later`: it could not be said now. */
export type Taken = 'taken' | 'elsewhere' | 'gone' | 'later';

/** Says which session it went along with; said twice it is said once. */
export async function takeSentCheck(
  who: SignedIn,
  { id, sessionId }: { id: string; sessionId: string },
  fetcher?: typeof fetch,
): Promise<Taken> {
  const answer = await answerOf(() => api(who, fetcher)[':id'].take.$post({ param: { id }, json: { sessionId } }));
  if (answer.kind === 'offline') return 'later';
  const problem = readProblem(answer);
  if (problem?.code === 'not-found') return 'gone';
  if (problem?.code === 'already-there') return 'elsewhere';
  return answer.response.ok ? 'taken' : 'later';
}

/** Offers it to everyone again: out of that session, or with null what was put away. */
export function bringSentCheckBack(
  who: SignedIn,
  { id, sessionId }: { id: string; sessionId: string | null },
  fetcher?: typeof fetch,
): Promise<Read<unknown>> {
  return read(z.unknown(), () => api(who, fetcher)[':id'].back.$post({ param: { id }, json: { sessionId } }));
}

export function putSentCheckAway(who: SignedIn, id: string, fetcher?: typeof fetch): Promise<Read<unknown>> {
  return read(z.unknown(), () => api(who, fetcher)[':id'].away.$post({ param: { id } }));
}
