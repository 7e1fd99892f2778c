import { apiRoutes } from '../app';
import type { TestApi } from '../test-api';
import type { Caller } from '../test-people';

/** Every GET route of the API, as `/api/sessions/:id`. */
export const getRoutes: readonly string[] = [
  ...new Set(apiRoutes({} as never).routes.flatMap(({ method, path }) => (method === 'GET' ? [path] : []))),
].sort();

/** What to put in the place of a route's parameters: what `fill` has for the longest beginning of the route. */
export type Fill = Record<string, readonly string[]>;

/** The addresses to ask a route by; null when nobody said what its parameters stand for. */
export function addressesOf(route: string, fill: Fill): string[] | null {
  if (!route.includes(':')) return [route];
  const known = Object.keys(fill)
    .filter((start) => route === start || route.startsWith(`${start}/`))
    .sort((a, b) => b.length - a.length)[0];
  if (known === undefined) return null;
  const addresses = (fill[known] ?? []).map((filled) => filled + route.slice(known.length));
  return addresses.some((address) => address.includes(':')) ? null : addresses;
}

export type Answer = { who: string; address: string; status: number; text: string };

/** Asks by each address, in the name of each, a minute after another, and follows lists to their last page. Streams are opened and left. */
export async function walk(
  api: TestApi,
  callers: Record<string, Caller>,
  addresses: readonly string[],
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (const [who, caller] of Object.entries(callers)) {
    api.clock.now = new Date(api.clock.now.getTime() + 60_000);
    for (const address of addresses)
      for (let next: string | null = address; next !== null; ) {
        const { status, text } = await read(api, caller, next);
        answers.push({ who, address, status, text: withoutNewIds(text) });
        const cursor = /"nextCursor":"([^"]+)"/.exec(text)?.[1];
        next = cursor ? `${address}${address.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(cursor)}` : null;
      }
  }
  return answers;
}

/** An id of the fixtures is always the same; one that the server made says nothing but that it is new. */
function withoutNewIds(text: string): string {
  const ids = (part: string) =>
    part.replace(/\b(?!01950000)[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[\da-f]{4}-[\da-f]{12}\b/g, 'new id');
  return ids(text).replace(/(?<="nextCursor":")[\w-]+/g, (cursor) => {
    const said = Buffer.from(cursor, 'base64url').toString();
    return ids(said) === said ? cursor : ids(said).replaceAll('"', '');
  });
}

async function read(api: TestApi, { headers }: Caller, address: string): Promise<{ status: number; text: string }> {
  const stop = new AbortController();
  const answer = await fetch(api.origin + address, { headers, signal: stop.signal });
  const { status } = answer;
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream'))
    return { status, text: await answer.text() };
  stop.abort();
  return { status, text: '' };
}
