import * as z from 'zod/mini';
import type { Opened, Secret } from '../connector';
import type { OutgoingAnswer } from '../outgoing/outgoing';
import { type Ask, createVendor, type Refusal } from '../vendor';

/** Where every account answers, whatever its own address. */
const COMMON = 'https://api.pipedrive.com';
/** How long Cloudflare in front of it is left alone, in milliseconds; it says no time itself. */
const BLOCKED_MS = 60_000;
/** The stretch that its limits are counted in. */
const WINDOW_MS = 2_000;

const Told = z.looseObject({ success: z.nullish(z.boolean()), error: z.nullish(z.string()) });

/** A client for Pipedrive by a personal token or by OAuth. */
export function pipedriveAsk({ settings, secret, renewed, outgoing, origin, now }: Opened): Ask {
  let used: Secret = {};
  const headersOf = (given: Secret): Record<string, string> => {
    used = given;
    return given.accessToken ? { authorization: `Bearer ${given.accessToken}` } : { 'x-api-token': given.token ?? '' };
  };
  return createVendor({
    outgoing,
    base: async () => origin ?? addressOf(settings.address) ?? COMMON,
    headers: async () => headersOf(await secret()),
    renew: async () => headersOf(await renewed(used)),
    now,
    refusal: pipedriveRefusal,
  });
}

/** The origin of a company's address as people type it, such as `acme` or `acme.pipedrive.com/deals`; null when there is none. */
export function addressOf(typed = ''): string | null {
  const words = typed.trim();
  if (words === '') return null;
  const whole = /^[a-z0-9-]+$/i.test(words) ? `${words}.pipedrive.com` : words;
  return URL.parse(whole.includes('://') ? whole : `https://${whole}`)?.origin ?? null;
}

/** What its refusals mean. Who asks on after a 429 gets a page of the network in front: 403 and HTML. */
export function pipedriveRefusal({ status, headers, text }: OutgoingAnswer, json: unknown): Refusal | null {
  if (status === 403 && (json === undefined || /^\s*</.test(text)))
    return { kind: 'retry', after: headers.has('retry-after') ? null : BLOCKED_MS, code: 'blocked' };
  if (status === 429) {
    const seconds = Number(headers.get('x-ratelimit-reset') ?? Number.NaN);
    const after = seconds > 0 ? seconds * 1_000 : WINDOW_MS;
    return { kind: 'retry', after: headers.has('retry-after') ? null : after, code: 'RATE_LIMIT' };
  }
  if (status === 402) return { kind: 'config', code: 'right-missing' };
  const told = z.safeParse(Told, json);
  if (!told.success) return null;
  if (status === 400 && /not (be )?found/i.test(told.data.error ?? '')) return { kind: 'gone' };
  if (status >= 200 && status < 300 && told.data.success === false) return { kind: 'bad', code: 'not-successful' };
  return null;
}
