import * as z from 'zod/mini';
import {
  type Caps,
  defineCrm,
  type Field,
  type FieldType,
  type Link,
  type Match,
  type RecordKind,
  type Value,
} from '../connector';
import { CrmError } from '../crm-error';
import { hasLink } from '../has-link';
import { hostOf } from '../host-of';
import { createVendor, type Effect, type Refusal } from '../vendor';

const CAPS: Caps = {
  key: 'locate',
  body: 'text',
  maxBody: 100_000,
  maxTitle: 200,
  tasks: false,
  kinds: ['person', 'company', 'opportunity'],
  fields: ['person', 'company', 'opportunity'],
};
/** People and organisations are both parties. */
const MODEL: Record<RecordKind, string> = {
  person: 'party.party',
  company: 'party.party',
  opportunity: 'sale.opportunity',
};
const TYPES: Record<string, FieldType> = {
  char: 'text',
  text: 'text',
  integer: 'number',
  float: 'number',
  boolean: 'boolean',
  date: 'date',
  selection: 'choice',
};

const Login = z.nullable(z.tuple([z.int(), z.string()]));
const Mechanisms = z.array(
  z.object({ value: z.nullable(z.string()), party: z.int(), 'party.': z.object({ rec_name: z.string() }) }),
);
const Notes = z.array(z.object({ id: z.int(), message: z.nullable(z.string()) }));
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

/** Tryton's JSON-RPC, as its own client speaks it. Source: tried against Tryton 6.0. */
export const trytonCrm = defineCrm({
  id: 'tryton',
  name: 'Tryton',
  fields: [
    { name: 'address', label: 'crmAddress', hint: 'crmAddressHint', kind: 'url', required: true },
    { name: 'database', label: 'crmTrytonDatabase', hint: null, kind: 'text', required: true },
    { name: 'user', label: 'crmTrytonUser', hint: 'crmTrytonUserHint', kind: 'text', required: true },
    { name: 'password', label: 'crmPassword', hint: null, kind: 'secret', required: true },
  ],
  oauth: null,
  hosts: null,
  pace: [{ name: 'all', requests: 20, perMs: 1_000 }],
  open({ settings, secret, outgoing, now }) {
    const { address = '', database = '', user = '' } = settings;
    const base = `${address}/${encodeURIComponent(database)}/`;
    let session: Promise<Record<string, string>> | null = null;
    const common = { outgoing, base, now, refusal: (_answer: unknown, json: unknown) => refusalOf(json) };
    const open = createVendor({ ...common, headers: async () => ({}) });

    async function logIn(): Promise<Record<string, string>> {
      const { password = '' } = await secret();
      const json = { id: 0, method: 'common.db.login', params: [user, { password }, 'en'] };
      const { result } = await open({ method: 'POST', path: '', json, effect: 'read', answer: resultOf(Login) });
      if (result === null) throw new CrmError('auth', { code: 'wrong-password' });
      const words = Buffer.from(`${user}:${result[0]}:${result[1]}`).toString('base64');
      return { authorization: `Session ${words}` };
    }
    const signedIn = () => {
      session ??= logIn().catch((error) => {
        session = null;
        throw error;
      });
      return session;
    };
    const ask = createVendor({
      ...common,
      headers: signedIn,
      renew: () => {
        session = null;
        return signedIn();
      },
    });
    async function call<T>(effect: Effect, method: string, params: unknown[], answer: z.ZodMiniType<T>): Promise<T> {
      const json = { id: 1, method, params: [...params, {}] };
      return (await ask({ method: 'POST', path: '', json, effect, answer: resultOf(answer) })).result;
    }

    const mechanisms = (type: 'email' | 'website', value: string) =>
      call(
        'read',
        'model.party.contact_mechanism.search_read',
        [
          [
            ['type', '=', type],
            ['value', 'ilike', value],
          ],
          0,
          50,
          null,
          ['party', 'value', 'party.rec_name'],
        ],
        Mechanisms,
      );
    const described = (kind: RecordKind, names: readonly string[] | null) =>
      call('read', `model.${MODEL[kind]}.fields_get`, [names], Described);

    return {
      caps: CAPS,
      async check() {
        await call('read', 'model.res.user.get_preferences', [true], z.unknown());
        const missing: string[] = [];
        for (const model of ['ir.note', 'party.party'])
          await call('read', `model.${model}.search`, [[], 0, 1, null], z.unknown()).catch((error) => {
            if (!(error instanceof CrmError) || error.kind === 'retry') throw error;
            missing.push(model);
          });
        return { id: `${address}/${database}`, name: `${database} at ${new URL(address).host}`, url: null, missing };
      },
      async fields(kind) {
        const all = await described(kind, null);
        return Object.entries(all).flatMap(([name, field]): Field[] => {
          const type = TYPES[field.type];
          if (!type) return [];
          const maxLength = typeof field.size === 'number' ? field.size : null;
          return [
            {
              name,
              label: field.string,
              type,
              options: optionsOf(field.selection),
              maxLength,
              writable: !field.readonly,
            },
          ];
        });
      },
      async find(query) {
        if ('domain' in query) {
          const found = await mechanisms('website', `%${escapeLike(query.domain)}%`);
          return parties(
            'company',
            found.filter(({ value }) => hostOf(value ?? '') === query.domain.toLowerCase()),
          );
        }
        const found = await Promise.all(query.emails.map((email) => mechanisms('email', escapeLike(email))));
        return parties('person', found.flat());
      },
      async locate({ url, links }) {
        const near = links.map(resourceOf);
        if (near.length === 0) return null;
        const found = await call(
          'read',
          'model.ir.note.search_read',
          [
            [
              ['resource', 'in', near],
              ['message', 'like', `%${escapeLike(url)}%`],
            ],
            0,
            50,
            [['id', 'ASC']],
            ['message'],
          ],
          Notes,
        );
        const note = found.find(({ message }) => hasLink(message ?? '', url));
        return note ? { id: String(note.id), url: null } : null;
      },
      async put({ title, body, links }, known) {
        const [link] = links;
        if (!link) throw new CrmError('bad', { code: 'no-record' });
        const values = { resource: resourceOf(link), message: `${title}\n\n${body}` };
        if (known !== null) {
          await call('repeatable', 'model.ir.note.write', [[Number(known)], values], z.unknown());
          return { id: known, url: null };
        }
        const [id] = await call('create', 'model.ir.note.create', [[values]], z.array(z.int()));
        return { id: String(id), url: null };
      },
      async set(on, values) {
        const types = await described(on.kind, Object.keys(values));
        const written = Object.fromEntries(
          Object.entries(values).map(([name, value]) => [name, asTryton(value, types[name]?.type)]),
        );
        await call('repeatable', `model.${MODEL[on.kind]}.write`, [[Number(on.id)], written], z.unknown());
      },
      async remove(_kind, id) {
        await call('repeatable', 'model.ir.note.delete', [[Number(id)]], z.unknown()).catch((error) => {
          if (!(error instanceof CrmError) || error.kind !== 'gone') throw error;
        });
      },
      async addPerson({ name, email }) {
        const party = { name, contact_mechanisms: [['create', [{ type: 'email', value: email }]]] };
        const [id] = await call('create', 'model.party.party.create', [[party]], z.array(z.int()));
        return { kind: 'person', id: String(id), name, detail: email, url: null };
      },
    };
  },
});

function resultOf<T>(answer: z.ZodMiniType<T>) {
  return z.object({ result: answer });
}

/** Tryton says what is wrong inside of an answer with status 200: ["UserError", […]]. */
function refusalOf(json: unknown): Refusal | null {
  const read = z.safeParse(z.object({ error: z.array(z.unknown()) }), json);
  if (!read.success) return null;
  const [name, details] = read.data.error;
  const word = String(name);
  if (/^(ConcurrencyException|OperationalError)/.test(word)) return { kind: 'retry', code: word };
  if (/^(LoginException|RateLimitException)/.test(word)) return { kind: 'auth', code: word };
  if (/^Database .* doesn't exist/.test(word)) return { kind: 'config', code: 'no-such-database' };
  if (word === 'UserError') {
    const isGone = /don't exist anymore/.test(JSON.stringify(details));
    return isGone ? { kind: 'gone' } : { kind: 'bad', code: word };
  }
  return { kind: 'bad', code: word };
}

function resourceOf({ kind, id }: Link): string {
  return `${MODEL[kind]},${id}`;
}

function parties(kind: 'person' | 'company', found: z.infer<typeof Mechanisms>): Match[] {
  const each = new Map(
    found.map(({ party, value, 'party.': { rec_name } }) => [
      party,
      { kind, id: String(party), name: rec_name, detail: value ?? '', url: null },
    ]),
  );
  return [...each.values()].slice(0, 20);
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}

function optionsOf(selection: unknown): { value: string; label: string }[] {
  const read = z.safeParse(z.array(z.tuple([z.nullable(z.string()), z.string()])), selection);
  return read.success ? read.data.flatMap(([value, label]) => (value ? [{ value, label }] : [])) : [];
}

/** Dates are tagged objects. */
function asTryton(value: Value, type: string | undefined): unknown {
  const [year, month, day] = typeof value === 'string' && type === 'date' ? value.split('-').map(Number) : [];
  if (year !== undefined) return { __class__: 'date', year, month, day };
  return type === 'char' || type === 'text' ? (value === null ? null : String(value)) : value;
}
