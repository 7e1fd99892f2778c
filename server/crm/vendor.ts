import * as z from 'zod/mini';
import { retryAfterMs } from '@/lib/retry/backoff';
import { CrmError, type CrmFailure } from './crm-error';
import { type Outgoing, type OutgoingAnswer, OutgoingError, type OutgoingRequest } from './outgoing/outgoing';

/** `read` and `repeatable` may be sent again after anything; after a `create` that ended in doubt only looking helps. */
export type Effect = 'read' | 'repeatable' | 'create';

export type VendorRequest<T> = Omit<OutgoingRequest, 'url' | 'headers' | 'body'> & {
  path: string;
  query?: Readonly<Record<string, string | number | boolean | undefined>>;
  json?: unknown;
  effect: Effect;
  /** What is read of an answer; further fields are let be. Null where the body does not matter. */
  answer: z.ZodMiniType<T> | null;
};

/** What a vendor's refusal means, where it is not what its status says. */
export type Refusal = { kind: CrmFailure; after?: number | null; code?: string | null };

export type VendorOptions = {
  outgoing: Outgoing;
  /** Without a slash at its end. */
  base: string | (() => Promise<string>);
  headers(): Promise<Readonly<Record<string, string>>>;
  now(): Date;
  /** Looks at an answer that is not 2xx, or any at all when the vendor hides errors in 200; null for what the status says. */
  refusal?(answer: OutgoingAnswer, json: unknown): Refusal | null;
  /** The header with the vendor's name for the request, for their support. */
  requestIdHeader?: string;
  /** Gives the headers of a new token after a 401, once a request; throws when there is none. */
  renew?(): Promise<Readonly<Record<string, string>>>;
};

export type Ask = <T>(request: VendorRequest<T>) => Promise<T>;

/** A thin client of a JSON API: one request, one answer checked leniently, every failure one `CrmError`. It never repeats a request but after a refused token. */
export function createVendor(options: VendorOptions): Ask {
  return async <T>({ path, query, json, effect, answer: schema, ...request }: VendorRequest<T>): Promise<T> => {
    const base = typeof options.base === 'string' ? options.base : await options.base();
    const send = async (headers: Readonly<Record<string, string>>) => {
      const body = json === undefined ? {} : { body: JSON.stringify(json) };
      const content: Record<string, string> = json === undefined ? {} : { 'content-type': 'application/json' };
      const url = `${base}${path}${searchOf(query)}`;
      return reached(
        options.outgoing,
        { ...request, url, headers: { accept: 'application/json', ...content, ...headers }, ...body },
        effect,
      );
    };
    let answer = await send(await options.headers());
    if (answer.status === 401 && options.renew) answer = await send(await options.renew());
    return read(answer, schema, effect, options);
  };
}

async function reached(outgoing: Outgoing, request: OutgoingRequest, effect: Effect): Promise<OutgoingAnswer> {
  try {
    return await outgoing(request);
  } catch (error) {
    if (!(error instanceof OutgoingError)) throw error;
    if (error.kind === 'forbidden') throw new CrmError('config', { code: 'address-forbidden' });
    throw new CrmError(error.kind === 'in-doubt' && effect === 'create' ? 'doubt' : 'retry');
  }
}

function read<T>(answer: OutgoingAnswer, schema: z.ZodMiniType<T> | null, effect: Effect, options: VendorOptions): T {
  const json = parse(answer.text);
  const ok = answer.status >= 200 && answer.status < 300;
  const said = options.refusal?.(answer, json) ?? (ok ? null : byStatus(answer.status, effect));
  const more = {
    status: answer.status,
    requestId: options.requestIdHeader ? answer.headers.get(options.requestIdHeader) : null,
  };
  if (said) {
    const after = said.after ?? (retryAfterMs(answer.headers.get('retry-after'), options.now().getTime()) || null);
    throw new CrmError(said.kind, { ...more, after, code: said.code ?? null });
  }
  if (schema === null) return undefined as T;
  const checked = z.safeParse(schema, json);
  // It was taken, but what was made of it cannot be read.
  if (!checked.success) throw new CrmError(effect === 'create' ? 'doubt' : 'retry', { ...more, code: 'unreadable' });
  return checked.data;
}

/** What a status means when the vendor says no more. */
function byStatus(status: number, effect: Effect): Refusal {
  if (status === 401) return { kind: 'auth' };
  if (status === 403) return { kind: 'config', code: 'right-missing' };
  if (status === 404 || status === 410) return { kind: 'gone' };
  if (status === 408 || status === 425 || status === 429) return { kind: 'retry' };
  if (status >= 500) return { kind: effect === 'create' ? 'doubt' : 'retry' };
  if (status >= 300 && status < 400) return { kind: 'config', code: 'redirected' };
  return { kind: 'bad' };
}

function searchOf(query: VendorRequest<unknown>['query'] = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  const text = search.toString();
  return text && `?${text}`;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
