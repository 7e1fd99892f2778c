import * as z from 'zod/mini';
import { readProblem } from './problem';
import { answerOf, patientFetch } from './request';

/** The name under which the API knows this extension (RFC 8628, 3.1). */
const CLIENT_ID = 'eitherway-extension';
const GRANT = 'urn:ietf:params:oauth:grant-type:device_code';
/** What RFC 8628, 3.5 adds to the interval with every `slow_down`. */
const SLOWER_MS = 5_000;

/** A sign-in that waits for its expert to confirm the code in the browser. Plain data, so that it outlives a closed page. */
export const PendingSignIn = z.object({
  apiOrigin: z.string(),
  deviceCode: z.string(),
  /** What the expert compares. */
  userCode: z.string(),
  /** The page to open, with the code filled in. */
  page: z.string(),
  intervalMs: z.number(),
  /** Milliseconds since 1970. */
  expiresAt: z.number(),
});
export type PendingSignIn = z.infer<typeof PendingSignIn>;

const DeviceCode = z.object({
  device_code: z.string(),
  user_code: z.string(),
  verification_uri: z.string(),
  verification_uri_complete: z.optional(z.string()),
  expires_in: z.number(),
  interval: z.optional(z.number()),
});
const Token = z.object({ access_token: z.string().check(z.minLength(1)) });
const OAuthError = z.object({ error: z.string(), error_description: z.optional(z.string()) });

export type Started =
  | { kind: 'started'; pending: PendingSignIn }
  | { kind: 'offline' }
  /** Something answered, but not as an Eitherway API does; or it has its own reason. */
  | { kind: 'refused'; sentence: string };

export type Polled =
  | { kind: 'token'; token: string }
  /** Not confirmed yet: ask again with this, not earlier than after its interval. */
  | { kind: 'pending'; pending: PendingSignIn }
  | { kind: 'expired' }
  /** The expert said no on the page. */
  | { kind: 'denied' }
  | { kind: 'refused'; sentence: string };

/** Asks the API for a code to show. */
export async function startDeviceSignIn(apiOrigin: string, now: number, fetcher?: typeof fetch): Promise<Started> {
  const answer = await post(`${apiOrigin}/api/auth/device/code`, { client_id: CLIENT_ID }, fetcher);
  if (answer.kind === 'offline') return answer;
  const code = answer.response.ok ? DeviceCode.safeParse(answer.body) : null;
  if (!code?.success) return { kind: 'refused', sentence: sentenceOf(answer.body) };
  const { device_code, user_code, verification_uri, verification_uri_complete, expires_in, interval = 5 } = code.data;
  const page = webAddress(verification_uri_complete ?? verification_uri, apiOrigin);
  if (!page) return { kind: 'refused', sentence: '' };
  return {
    kind: 'started',
    pending: {
      apiOrigin,
      deviceCode: device_code,
      userCode: user_code,
      page,
      intervalMs: Math.max(1, interval) * 1_000,
      expiresAt: now + expires_in * 1_000,
    },
  };
}

/** Asks once whether the code was confirmed. A network that is away, or an API that is busy, only means: later. */
export async function pollDeviceSignIn(pending: PendingSignIn, now: number, fetcher?: typeof fetch): Promise<Polled> {
  if (now >= pending.expiresAt) return { kind: 'expired' };
  const body = { grant_type: GRANT, device_code: pending.deviceCode, client_id: CLIENT_ID };
  const answer = await post(`${pending.apiOrigin}/api/auth/device/token`, body, fetcher);
  if (answer.kind === 'offline' || answer.response.status >= 500) return { kind: 'pending', pending };
  if (answer.response.ok) {
    const token = Token.safeParse(answer.body);
    return token.success ? { kind: 'token', token: token.data.access_token } : { kind: 'refused', sentence: '' };
  }
  const error = OAuthError.safeParse(answer.body);
  switch (error.success ? error.data.error : '') {
    case 'authorization_pending':
      return { kind: 'pending', pending };
    case 'slow_down':
      return { kind: 'pending', pending: { ...pending, intervalMs: pending.intervalMs + SLOWER_MS } };
    case 'expired_token':
      return { kind: 'expired' };
    case 'access_denied':
      return { kind: 'denied' };
    default:
      if (answer.response.status === 429) {
        return { kind: 'pending', pending: { ...pending, intervalMs: pending.intervalMs + SLOWER_MS } };
      }
      return { kind: 'refused', sentence: sentenceOf(answer.body) };
  }
}

function post(address: string, body: object, fetcher?: typeof fetch) {
  return answerOf(() =>
    patientFetch(fetcher)(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}

/** Only a web address is offered to be opened, whatever the API answers. */
function webAddress(text: string, apiOrigin: string): string | null {
  const url = URL.parse(text, apiOrigin);
  return url && ['https:', 'http:'].includes(url.protocol) ? url.href : null;
}

function sentenceOf(body: unknown): string {
  const error = OAuthError.safeParse(body);
  return readProblem({ body })?.sentence ?? (error.success ? (error.data.error_description ?? '') : '');
}
