import * as z from 'zod/mini';
import { retryAfterMs } from '@/lib/retry/backoff';
import { forTeam, teamUploadProblem } from '@/lib/session/for-team';
import type { Session } from '@/lib/session/session';
import type { OutboxEntry, Refusal } from '@/lib/storage/outbox-entry';
import { createApiClient } from './api-client';
import { readProblem } from './problem';
import { type Answer, answerOf } from './request';

/** What became of one try to send. */
export type SendResult =
  | { kind: 'accepted' }
  /** No answer: no network, no such host, or too slow. */
  | { kind: 'offline' }
  /** The API cannot take it now. `everyone`: it cannot take anything now. `askedMs`: what it asked us to wait, or 0. */
  | { kind: 'retry'; everyone: boolean; askedMs: number }
  /** The API will never take it as it is. */
  | { kind: 'refused'; refusal: Refusal }
  | { kind: 'signed-out' };

/** `session` is null for an entry that deletes. */
export type Send = (entry: OutboxEntry, session: Session | null) => Promise<SendResult>;

const Stored = z.object({ id: z.string(), revision: z.number(), state: z.enum(['stored', 'already']) });

export type SendOptions = { apiOrigin: string; token: string; fetch?: typeof fetch; now?: () => number };

/** Sends one entry to the API that gave the token. Sending the same again is harmless: id and revision are ours. */
export function createSend({ apiOrigin, token, fetch, now = Date.now }: SendOptions): Send {
  const sessions = createApiClient({ apiOrigin, token }, fetch).api.sessions[':id'];
  return async (entry, session) => {
    const param = { id: entry.sessionId };
    if (entry.kind === 'delete') return deleted(await answerOf(() => sessions.$delete({ param })), now());
    if (!session) return { kind: 'refused', refusal: localRefusals.unreadable };
    if (teamUploadProblem(session)) return { kind: 'refused', refusal: localRefusals['too-large'] };
    const answer = await answerOf(() => sessions.$put({ param, json: forTeam(session) }));
    if (answer.kind === 'offline' || !answer.response.ok) return setback(answer, now());
    const stored = Stored.safeParse(answer.body);
    // A page of some other server (a hotel's sign-in, a proxy) may well answer 200: only the API's own receipt counts.
    return stored.success && stored.data.id === session.id && stored.data.revision === session.revision
      ? { kind: 'accepted' }
      : { kind: 'retry', everyone: true, askedMs: 0 };
  };
}

/** What the team does not have (any more) is deleted. */
function deleted(answer: Answer, now: number): SendResult {
  if (answer.kind === 'offline') return answer;
  const code = readProblem(answer)?.code;
  return answer.response.ok || code === 'not-found' || code === 'deleted' ? { kind: 'accepted' } : setback(answer, now);
}

function setback(answer: Answer, now: number): SendResult {
  if (answer.kind === 'offline') return answer;
  const { response } = answer;
  const problem = readProblem(answer);
  const askedMs = retryAfterMs(response.headers.get('Retry-After'), now);
  if (response.status === 429 || response.status === 503) return { kind: 'retry', everyone: true, askedMs };
  if (response.status >= 500) return { kind: 'retry', everyone: false, askedMs };
  if (response.status === 413) return { kind: 'refused', refusal: localRefusals['too-large'] };
  // Without a problem of the API's own it was not the API that answered.
  if (!problem) return { kind: 'retry', everyone: true, askedMs };
  if (response.status === 401) return { kind: 'signed-out' };
  if (response.status === 408 || response.status === 425) return { kind: 'retry', everyone: false, askedMs };
  return { kind: 'refused', refusal: refusalOf(problem) };
}

function refusalOf({ code, sentence, revision }: NonNullable<ReturnType<typeof readProblem>>): Refusal {
  if (code !== 'stale-revision') return { code, sentence };
  const which = revision === null ? 'a newer revision' : `revision ${revision}, which is newer`;
  return { code, sentence: `Your team already has ${which}. Yours stays on this device.` };
}

/** Refusals that need no question to the API. */
const localRefusals = {
  'too-large': { code: 'too-large', sentence: 'This session is larger than 1 MB. It stays on this device.' },
  unreadable: { code: 'unreadable', sentence: 'This session cannot be read by this version. It stays on this device.' },
} as const;
