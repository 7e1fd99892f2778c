import type { Context } from 'hono';
import { Problem } from '../errors';

/** What a form of a page for clients sent. Signs that cannot be stored are replaced; everything else stays as it was typed. */
export async function fieldsOf(c: Context): Promise<URLSearchParams> {
  if (!c.req.header('content-type')?.startsWith('application/x-www-form-urlencoded')) throw new Problem('malformed');
  const sent = new URLSearchParams(await c.req.text());
  return new URLSearchParams([...sent].map(([name, value]) => [name, storable(value)]));
}

/** One line, bounded. */
export function line(fields: URLSearchParams, name: string, longest = 200): string {
  return (fields.get(name) ?? '').replace(/\s+/g, ' ').trim().slice(0, longest);
}

/** Several lines, bounded; line ends as the database keeps them. */
export function lines(fields: URLSearchParams, name: string, longest: number): string {
  return (fields.get(name) ?? '').replace(/\r\n?/g, '\n').trim().slice(0, longest).toWellFormed();
}

function storable(value: string): string {
  return value.toWellFormed().replaceAll('\0', '\uFFFD');
}
