import * as z from 'zod/mini';
import { bearer } from '../bearer';
import type { Opened } from '../connector';
import type { OutgoingAnswer } from '../outgoing/outgoing';
import { type Ask, createVendor, type Refusal } from '../vendor';

/** The stretch that its limits are counted in, in milliseconds; it does not say how long to wait. */
const WINDOW_MS = 60_000;

const Told = z.looseObject({ messages: z.nullish(z.union([z.string(), z.array(z.string())])) });

/** A client for one workspace by its API key. */
export function twentyAsk(opened: Opened): Ask {
  const { settings, outgoing, origin, now } = opened;
  const base = `${origin ?? workspaceAddress(settings.address)}/rest`;
  return createVendor({ ...bearer(opened), outgoing, base, now, refusal: twentyRefusal });
}

/** The address as people copy it, without what is below it. */
export function workspaceAddress(typed = ''): string {
  const words = typed.trim();
  return URL.parse(words.includes('://') ? words : `https://${words}`)?.origin ?? words;
}

/** Where people see a record. The common address of Twenty's cloud has no pages for them. */
export function twentyPage(address: string | undefined, object: string, id: string): string | null {
  const origin = workspaceAddress(address);
  return URL.parse(origin)?.hostname === 'api.twenty.com' ? null : `${origin}/object/${object}/${id}`;
}

/**
 * Twenty answers 400 to whatever it has no status for, failures of its database among them, so its words are looked at.
 * Source: rest-api-exception.filter.ts of its server.
 */
const MEANINGS: readonly [RegExp, Refusal][] = [
  // Two wrote the same key at once: the next try finds it there.
  [/duplicate|already exists|unique constraint/i, { kind: 'retry', code: 'duplicate' }],
  [/limit reached|too many requests|rate limit/i, { kind: 'retry', after: WINDOW_MS, code: 'RATE_LIMIT' }],
  [/timeout|timed out|deadlock|connection terminated|too many clients/i, { kind: 'retry', code: 'away' }],
  [/foreign key|not found/i, { kind: 'gone' }],
];

export function twentyRefusal({ status, headers }: OutgoingAnswer, json: unknown): Refusal | null {
  if (status < 400) return null;
  const told = z.safeParse(Told, json);
  const words = [told.success ? (told.data.messages ?? []) : []].flat().join('\n');
  if (status === 429)
    return { kind: 'retry', after: headers.has('retry-after') ? null : WINDOW_MS, code: 'RATE_LIMIT' };
  // Without a token at all it says 403.
  if (status === 403 && /authentication|token|api key/i.test(words)) return { kind: 'auth' };
  if (status !== 400 && status !== 409 && status !== 422) return null;
  return MEANINGS.find(([pattern]) => pattern.test(words))?.[1] ?? null;
}
