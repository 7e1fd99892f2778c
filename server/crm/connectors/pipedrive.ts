import * as z from 'zod/mini';
import {
  type Caps,
  defineCrm,
  type Field,
  type FieldType,
  type Item,
  type ItemKind,
  type Link,
  type Match,
  type RecordKind,
  type Value,
} from '../connector';
import { CrmError } from '../crm-error';
import { hasLink } from '../has-link';
import { hostOf } from '../host-of';
import type { OutgoingAnswer } from '../outgoing/outgoing';
import { createVendor, type Refusal } from '../vendor';

const CAPS: Caps = {
  key: 'locate',
  body: 'html',
  maxBody: 60_000,
  maxTitle: 255,
  tasks: true,
  kinds: ['person', 'company', 'opportunity'],
  fields: ['person', 'company', 'opportunity'],
};
const PATHS: Record<RecordKind, string> = { person: 'persons', company: 'organizations', opportunity: 'deals' };
const FIELDS: Record<RecordKind, string> = {
  person: 'personFields',
  company: 'organizationFields',
  opportunity: 'dealFields',
};
const IDS: Record<RecordKind, string> = { person: 'person_id', company: 'org_id', opportunity: 'deal_id' };
const TYPES: Record<string, FieldType> = {
  varchar: 'text',
  text: 'text',
  varchar_auto: 'text',
  int: 'number',
  double: 'number',
  boolean: 'boolean',
  date: 'date',
  enum: 'choice',
};

const Id = z.union([z.number(), z.string()]);
const Made = z.looseObject({ data: z.looseObject({ id: Id }) });
const Me = z.looseObject({
  data: z.looseObject({ company_id: Id, company_name: z.nullish(z.string()), company_domain: z.nullish(z.string()) }),
});
const Searched = z.looseObject({
  data: z.looseObject({
    items: z.array(
      z.looseObject({
        item: z.looseObject({
          id: Id,
          name: z.nullish(z.string()),
          emails: z.nullish(z.array(z.string())),
          custom_fields: z.nullish(z.array(z.string())),
          organization: z.nullish(z.looseObject({ name: z.nullish(z.string()) })),
        }),
      }),
    ),
  }),
});
const Notes = z.looseObject({
  data: z.nullish(z.array(z.looseObject({ id: Id, content: z.nullish(z.string()) }))),
  additional_data: z.nullish(
    z.looseObject({
      pagination: z.nullish(
        z.looseObject({ more_items_in_collection: z.nullish(z.boolean()), next_start: z.nullish(z.number()) }),
      ),
    }),
  ),
});
const Activities = z.looseObject({
  data: z.nullish(z.array(z.looseObject({ id: Id, note: z.nullish(z.string()) }))),
  additional_data: z.nullish(z.looseObject({ next_cursor: z.nullish(z.string()) })),
});
const Listed = z.looseObject({
  data: z.array(
    z.looseObject({
      field_name: z.string(),
      field_code: z.string(),
      field_type: z.string(),
      is_custom_field: z.boolean(),
      options: z.nullish(z.array(z.looseObject({ id: Id, label: z.string() }))),
    }),
  ),
  additional_data: z.nullish(z.looseObject({ next_cursor: z.nullish(z.string()) })),
});
/** Pages that are looked through: more notes than any one record has. */
const PAGES = 50;
/** So much is looked back before a note's time, for clocks that differ, in milliseconds. */
const BACK_MS = 2 * 86_400_000;

/** Notes are of version 1 of its API, everything else of version 2. Source: Pipedrive's own OpenAPI files. */
export const pipedriveCrm = defineCrm({
  id: 'pipedrive',
  name: 'Pipedrive',
  fields: [
    { name: 'address', label: 'crmPipedriveAddress', hint: 'crmPipedriveAddressHint', kind: 'url', required: false },
    { name: 'token', label: 'crmToken', hint: 'crmPipedriveTokenHint', kind: 'secret', required: true },
  ],
  oauth: {
    authorizeUrl: () => 'https://oauth.pipedrive.com/oauth/authorize',
    tokenUrl: () => 'https://oauth.pipedrive.com/oauth/token',
    revokeUrl: () => 'https://oauth.pipedrive.com/oauth/revoke',
    scopes: [],
    pkce: false,
    clientAuth: 'basic',
    defaultLife: 3_600,
    settingsOf: ({ api_domain }) => (typeof api_domain === 'string' ? { address: api_domain } : {}),
  },
  hosts: ['.pipedrive.com'],
  pace: [
    { name: 'all', requests: 20, perMs: 2_000 },
    { name: 'search', requests: 10, perMs: 2_000 },
  ],
  open({ settings, secret, renewed, outgoing, origin, now }) {
    let used: Awaited<ReturnType<typeof secret>> = {};
    const headersOf = (given: typeof used): Record<string, string> => {
      used = given;
      return given.accessToken
        ? { authorization: `Bearer ${given.accessToken}` }
        : { 'x-api-token': given.token ?? '' };
    };
    const ask = createVendor({
      outgoing,
      base: origin ?? settings.address ?? 'https://api.pipedrive.com',
      headers: async () => headersOf(await secret()),
      renew: async () => headersOf(await renewed(used)),
      now,
      refusal: refusalOf,
    });

    async function search(kind: 'person' | 'company', term: string) {
      const path = `/api/v2/${PATHS[kind]}/search`;
      const fields = kind === 'person' ? 'email' : 'custom_fields,name';
      // Pipedrive refuses terms of one letter.
      if (term.length < 2) return [];
      const query = { term, fields, exact_match: kind === 'person', limit: 20 };
      const { data } = await ask({ method: 'GET', path, query, effect: 'read', pace: 'search', answer: Searched });
      return data.items.map(({ item }) => item);
    }

    async function locateNote(url: string, at: string, link: Link): Promise<string | null> {
      const from = new Date(Date.parse(at) - BACK_MS).toISOString().slice(0, 10);
      let start: number | undefined = 0;
      for (let page = 0; page < PAGES && start !== undefined; page += 1) {
        const query = { [IDS[link.kind]]: link.id, start_date: from, start, limit: 100 };
        const answer: z.infer<typeof Notes> = await ask({
          method: 'GET',
          path: '/v1/notes',
          query,
          effect: 'read',
          answer: Notes,
        });
        const found = answer.data?.find(({ content }) => hasLink(content ?? '', url));
        if (found) return String(found.id);
        const paging = answer.additional_data?.pagination;
        start = paging?.more_items_in_collection ? (paging.next_start ?? undefined) : undefined;
      }
      return null;
    }

    async function locateTask(url: string, link: Link): Promise<string | null> {
      let cursor: string | undefined;
      for (let page = 0; page < PAGES; page += 1) {
        const query = { [IDS[link.kind]]: link.id, limit: 500, cursor };
        const answer: z.infer<typeof Activities> = await ask({
          method: 'GET',
          path: '/api/v2/activities',
          query,
          effect: 'read',
          answer: Activities,
        });
        const found = answer.data?.find(({ note }) => hasLink(note ?? '', url));
        if (found) return String(found.id);
        cursor = answer.additional_data?.next_cursor ?? undefined;
        if (cursor === undefined) break;
      }
      return null;
    }

    const pageOf = (kind: ItemKind, links: readonly Link[]) => {
      const [link] = links;
      if (kind !== 'note' || !link || !settings.address) return null;
      return `${settings.address}/${{ person: 'person', company: 'organization', opportunity: 'deal' }[link.kind]}/${link.id}`;
    };
    const pathOf = (kind: ItemKind) => (kind === 'note' ? '/v1/notes' : '/api/v2/activities');

    return {
      caps: CAPS,
      async check() {
        const { data } = await ask({ method: 'GET', path: '/v1/users/me', effect: 'read', answer: Me });
        const url = data.company_domain ? `https://${data.company_domain}.pipedrive.com` : null;
        return { id: String(data.company_id), name: data.company_name ?? 'Pipedrive', url, missing: [] };
      },
      async fields(kind) {
        const fields: Field[] = [];
        let cursor: string | undefined;
        do {
          const path = `/api/v2/${FIELDS[kind]}`;
          const query = { limit: 500, cursor };
          const answer: z.infer<typeof Listed> = await ask({
            method: 'GET',
            path,
            query,
            effect: 'read',
            answer: Listed,
          });
          for (const field of answer.data) {
            const type = TYPES[field.field_type];
            if (!type || !field.is_custom_field) continue;
            const options = (field.options ?? []).map(({ id, label }) => ({ value: String(id), label }));
            fields.push({
              name: field.field_code,
              label: field.field_name,
              type,
              options,
              maxLength: type === 'text' ? 255 : null,
              writable: true,
            });
          }
          cursor = answer.additional_data?.next_cursor ?? undefined;
        } while (cursor !== undefined);
        return fields;
      },
      async find(query) {
        if ('domain' in query) {
          const found = await search('company', query.domain);
          const exact = found.filter(({ name, custom_fields }) =>
            [name ?? '', ...(custom_fields ?? [])].some((words) => hostOf(words) === query.domain.toLowerCase()),
          );
          return exact.map(
            ({ id, name }): Match => ({
              kind: 'company',
              id: String(id),
              name: name ?? '',
              detail: query.domain,
              url: null,
            }),
          );
        }
        const found = await Promise.all(query.emails.map((email) => search('person', email)));
        const people = found.flat().map(({ id, name, emails, organization }): Match => {
          const detail = [emails?.[0], organization?.name].filter(Boolean).join(', ');
          return { kind: 'person', id: String(id), name: name ?? '', detail, url: null };
        });
        return [...new Map(people.map((person) => [person.id, person])).values()].slice(0, 20);
      },
      async locate({ kind, url, links, at }) {
        for (const link of links) {
          const id = kind === 'note' ? await locateNote(url, at, link) : await locateTask(url, link);
          if (id !== null) return { id, url: pageOf(kind, links) };
        }
        return null;
      },
      async put(item, known) {
        const json = item.kind === 'note' ? noteOf(item) : taskOf(item, known === null);
        const path = pathOf(item.kind);
        const method = item.kind === 'note' ? 'PUT' : 'PATCH';
        const made =
          known === null
            ? await ask({ method: 'POST', path, json, effect: 'create', answer: Made })
            : await ask({
                method,
                path: `${path}/${encodeURIComponent(known)}`,
                json,
                effect: 'repeatable',
                answer: Made,
              });
        return { id: String(made.data.id), url: pageOf(item.kind, item.links) };
      },
      async set(on, values) {
        const json = {
          custom_fields: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, asField(value)])),
        };
        const path = `/api/v2/${PATHS[on.kind]}/${encodeURIComponent(on.id)}`;
        await ask({ method: 'PATCH', path, json, effect: 'repeatable', answer: null });
      },
      async remove(kind, id) {
        const path = `${pathOf(kind)}/${encodeURIComponent(id)}`;
        await ask({ method: 'DELETE', path, effect: 'repeatable', answer: null }).catch((error) => {
          if (!(error instanceof CrmError) || error.kind !== 'gone') throw error;
        });
      },
      async addPerson({ name, email }) {
        const json = { name, emails: [{ value: email, primary: true }] };
        const { data } = await ask({ method: 'POST', path: '/api/v2/persons', json, effect: 'create', answer: Made });
        return { kind: 'person', id: String(data.id), name, detail: email, url: null };
      },
    };
  },
});

function idsOf(links: readonly Link[]): Record<string, number> {
  const ids: Record<string, number> = {};
  for (const { kind, id } of links) ids[IDS[kind]] ??= Number(id);
  return ids;
}

function noteOf({ title, body, links }: Item) {
  return { content: `<p><b>${escapeHtml(title)}</b></p>${body}`, ...idsOf(links) };
}

/** The type and that it is open are set once: people tick it off there. */
function taskOf({ title, body, due, links }: Item, first: boolean) {
  const { person_id, ...others } = idsOf(links);
  return {
    subject: title,
    note: body,
    ...(due !== null && { due_date: due }),
    ...others,
    ...(person_id !== undefined && { participants: [{ person_id, primary: true }] }),
    ...(first && { type: 'task', done: false }),
  };
}

function asField(value: Value): Value {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value;
}

function escapeHtml(words: string): string {
  return words.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** Who asks on after a 429 gets a page of the network in front: 403 and HTML. */
function refusalOf({ status, headers, text }: OutgoingAnswer, json: unknown): Refusal | null {
  if (status === 403 && (json === undefined || /^\s*</.test(text)))
    return { kind: 'retry', after: 60_000, code: 'blocked' };
  if (status === 429) {
    const seconds = Number(headers.get('x-ratelimit-reset') ?? Number.NaN);
    const after = headers.has('retry-after') || !Number.isFinite(seconds) ? null : seconds * 1_000;
    return { kind: 'retry', after: headers.has('retry-after') ? null : (after ?? 2_000), code: 'RATE_LIMIT' };
  }
  const read = z.safeParse(z.looseObject({ success: z.boolean() }), json);
  if (status >= 200 && status < 300 && read.success && !read.data.success)
    return { kind: 'bad', code: 'not-successful' };
  return null;
}
