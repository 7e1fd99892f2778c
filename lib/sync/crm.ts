import * as z from 'zod/mini';
import { type Match, type MatchChoice, Matches, type NoteAtCrm, SessionCrm } from '@/lib/crm/session-crm';
import { createApiClient, type SignedIn } from './api-client';
import { type Read, read } from './read-api';

const atSession = (who: SignedIn, fetcher?: typeof fetch) => createApiClient(who, fetcher).api.sessions[':id'].crm;

/** Where the note of a session stands in every CRM of the team. */
export async function readSessionCrm(who: SignedIn, id: string, fetcher?: typeof fetch): Promise<Read<NoteAtCrm[]>> {
  const found = await read(SessionCrm, () => atSession(who, fetcher).$get({ param: { id } }));
  return found.kind === 'read' ? { kind: 'read', value: found.value.notes } : found;
}

type At = { id: string; connectionId: string };

export function chooseMatch(
  who: SignedIn,
  param: At,
  json: MatchChoice,
  fetcher?: typeof fetch,
): Promise<Read<unknown>> {
  return read(z.unknown(), () => atSession(who, fetcher)[':connectionId'].match.$put({ param, json }));
}

/** Looks for records by an e-mail address or a host name. */
export async function findMatches(
  who: SignedIn,
  param: At,
  json: { email: string } | { domain: string },
  fetcher?: typeof fetch,
): Promise<Read<Match[]>> {
  const found = await read(Matches, () => atSession(who, fetcher)[':connectionId'].find.$post({ param, json }));
  return found.kind === 'read' ? { kind: 'read', value: found.value.matches } : found;
}

export function retryDelivery(who: SignedIn, param: At, fetcher?: typeof fetch): Promise<Read<unknown>> {
  return read(z.unknown(), () => atSession(who, fetcher)[':connectionId'].retry.$post({ param }));
}
