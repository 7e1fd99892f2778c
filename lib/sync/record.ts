import * as z from 'zod/mini';
import { RecordAnswer, RecordMade, type ResponseAnswer, type SharedRecord } from '@/lib/record/wire';
import { createApiClient, type SignedIn } from './api-client';
import { type Read, read } from './read-api';

const at = (who: SignedIn, fetcher?: typeof fetch) => createApiClient(who, fetcher).api.sessions[':id'].record;

/** The decision record of one's session; null while it was not shared. */
export async function readRecord(
  who: SignedIn,
  id: string,
  fetcher?: typeof fetch,
): Promise<Read<SharedRecord | null>> {
  const found = await read(RecordAnswer, () => at(who, fetcher).$get({ param: { id } }));
  return found.kind === 'read' ? { kind: 'read', value: found.value.record } : found;
}

/** Shares the decision as the team has it by now. */
export function shareRecord(who: SignedIn, id: string, fetcher?: typeof fetch): Promise<Read<RecordMade>> {
  return read(RecordMade, () => at(who, fetcher).$post({ param: { id } }));
}

/** Ends the client's address and makes another one. */
export function renewRecord(who: SignedIn, id: string, fetcher?: typeof fetch): Promise<Read<RecordMade>> {
  return read(RecordMade, () => at(who, fetcher).address.$post({ param: { id } }));
}

/** Sends a new address to one person by mail. */
export function mailRecord(who: SignedIn, id: string, to: string, fetcher?: typeof fetch): Promise<Read<RecordMade>> {
  return read(RecordMade, () => at(who, fetcher).mail.$post({ param: { id }, json: { to } }));
}

export function revokeRecord(who: SignedIn, id: string, fetcher?: typeof fetch): Promise<Read<unknown>> {
  return read(z.unknown(), () => at(who, fetcher).address.$delete({ param: { id } }));
}

export function answerResponse(
  who: SignedIn,
  param: { id: string; responseId: string },
  json: ResponseAnswer,
  fetcher?: typeof fetch,
): Promise<Read<unknown>> {
  return read(z.unknown(), () => at(who, fetcher).responses[':responseId'].$put({ param, json }));
}
