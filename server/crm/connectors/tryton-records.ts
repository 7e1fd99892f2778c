import * as z from 'zod/mini';
import type { Field, FieldType, Match, RecordKind, Value } from '../connector';
import { hostOf } from '../host-of';
import type { Call } from './tryton-session';

/** People and organisations are both parties. */
export const MODEL: Record<RecordKind, string> = {
  person: 'party.party',
  company: 'party.party',
  opportunity: 'sale.opportunity',
};
const TYPES: Record<string, FieldType> = {
  char: 'text',
  text: 'text',
  integer: 'number',
  float: 'number',
  numeric: 'number',
  boolean: 'boolean',
  date: 'date',
  selection: 'choice',
};
const Mechanisms = z.array(
  z.object({ value: z.nullable(z.string()), party: z.int(), 'party.': z.object({ rec_name: z.string() }) }),
);
type Mechanisms = z.infer<typeof Mechanisms>;
const Described = z.record(
  z.string(),
  z.object({
    type: z.string(),
    string: z.string(),
    readonly: z.optional(z.boolean()),
    size: z.optional(z.unknown()),
    selection: z.optional(z.unknown()),
  }),
);

/** Parties who have one of these addresses. */
export async function byEmails(call: Call, emails: readonly string[]): Promise<Match[]> {
  const found = await Promise.all(emails.map((email) => mechanisms(call, 'email', [escapeLike(email)])));
  return parties('person', found.flat());
}

/** Parties whose website is at this domain, however it was typed. */
export async function byDomain(call: Call, domain: string): Promise<Match[]> {
  const bare = escapeLike(domain);
  const hosts = [bare, `www.${bare}`].flatMap((host) => [host, `%//${host}`]);
  const found = await mechanisms(
    call,
    'website',
    hosts.flatMap((host) => [host, `${host}/%`, `${host}:%`, `${host}?%`]),
  );
  return parties(
    'company',
    found.filter(({ value }) => hostOf(value ?? '') === domain.toLowerCase()),
  );
}

function mechanisms(call: Call, type: 'email' | 'website', values: readonly string[]): Promise<Mechanisms> {
  const anyOf = ['OR', ...values.map((value) => [['value', 'ilike', value]])];
  const wanted = [['type', '=', type], anyOf];
  const fields = ['party', 'value', 'party.rec_name'];
  return call('read', 'party.contact_mechanism.search_read', [wanted, 0, 50, null, fields], Mechanisms);
}

function parties(kind: 'person' | 'company', found: Mechanisms): Match[] {
  const each = new Map(
    found.map(({ party, value, 'party.': { rec_name } }) => [
      party,
      { kind, id: String(party), name: rec_name, detail: value ?? '', url: null },
    ]),
  );
  return [...each.values()].slice(0, 20);
}

/** For `like` and `ilike`. */
export function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

export async function fieldsOf(call: Call, kind: RecordKind): Promise<Field[]> {
  const all = await call('read', `${MODEL[kind]}.fields_get`, [null], Described);
  return Object.entries(all).flatMap(([name, { type: given, string: label, size, selection, readonly }]): Field[] => {
    const type = TYPES[given];
    if (!type) return [];
    const maxLength = typeof size === 'number' ? size : null;
    return [{ name, label, type, options: optionsOf(selection), maxLength, writable: !readonly }];
  });
}

/** Values in the form that fields of these names take. */
export async function asFields(call: Call, kind: RecordKind, values: Readonly<Record<string, Value>>) {
  const types = await call('read', `${MODEL[kind]}.fields_get`, [Object.keys(values)], Described);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, asTryton(value, types[name]?.type ?? '')]),
  );
}

function optionsOf(selection: unknown): { value: string; label: string }[] {
  const read = z.safeParse(z.array(z.tuple([z.nullable(z.string()), z.string()])), selection);
  return read.success ? read.data.flatMap(([value, label]) => (value ? [{ value, label }] : [])) : [];
}

/** Dates and decimals are tagged objects. */
function asTryton(value: Value, type: string): unknown {
  if (value === null) return null;
  if (type === 'char' || type === 'text') return String(value);
  if (type === 'numeric') return { __class__: 'Decimal', decimal: String(value) };
  if (type !== 'date') return value;
  const [year, month, day] = String(value).split('-').map(Number);
  return { __class__: 'date', year, month, day };
}
