import { v5 } from 'uuid';
import * as z from 'zod/mini';
import { bearer } from '../bearer';
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
} from '../connector';
import { CrmError } from '../crm-error';
import { hostOf } from '../host-of';
import { remembered } from '../remembered';
import { createVendor, type Refusal } from '../vendor';

const CAPS: Caps = {
  key: 'clientId',
  body: 'markdown',
  maxBody: 100_000,
  maxTitle: 255,
  tasks: true,
  kinds: ['person', 'company', 'opportunity'],
  fields: ['person', 'company', 'opportunity'],
};
const PATHS: Record<RecordKind, string> = { person: 'people', company: 'companies', opportunity: 'opportunities' };
const OBJECTS: Record<ItemKind, { path: string; targets: string; own: string; schema: string }> = {
  note: { path: 'notes', targets: 'noteTargets', own: 'noteId', schema: 'NoteTarget' },
  task: { path: 'tasks', targets: 'taskTargets', own: 'taskId', schema: 'TaskTarget' },
};
const TYPES: Record<string, FieldType> = {
  TEXT: 'text',
  NUMBER: 'number',
  BOOLEAN: 'boolean',
  DATE: 'date',
  SELECT: 'choice',
};
/** The namespace of the ids of our links, made once. */
const LINKS = 'c6a3f0de-71a5-5b1c-9c64-3e1f7ad0a9b2';

const People = z.looseObject({
  data: z.looseObject({
    people: z.array(
      z.looseObject({
        id: z.string(),
        name: z.nullish(z.looseObject({ firstName: z.nullish(z.string()), lastName: z.nullish(z.string()) })),
        emails: z.nullish(z.looseObject({ primaryEmail: z.nullish(z.string()) })),
      }),
    ),
  }),
});
const Companies = z.looseObject({
  data: z.looseObject({
    companies: z.array(
      z.looseObject({
        id: z.string(),
        name: z.nullish(z.string()),
        domainName: z.nullish(z.looseObject({ primaryLinkUrl: z.nullish(z.string()) })),
      }),
    ),
  }),
});
const OpenApi = z.looseObject({
  components: z.looseObject({
    schemas: z.record(z.string(), z.looseObject({ properties: z.nullish(z.record(z.string(), z.unknown())) })),
  }),
});
const Metadata = z.looseObject({
  data: z.looseObject({
    objects: z.array(
      z.looseObject({
        nameSingular: z.string(),
        fields: z.array(
          z.looseObject({
            name: z.string(),
            label: z.string(),
            type: z.string(),
            isSystem: z.nullish(z.boolean()),
            options: z.nullish(z.array(z.looseObject({ value: z.string(), label: z.string() }))),
          }),
        ),
      }),
    ),
  }),
});

/** A workspace of Twenty, wherever it runs. Records take ids of ours, so that the same note is one record however often it is sent. */
export const twentyCrm = defineCrm({
  id: 'twenty',
  name: 'Twenty',
  fields: [
    { name: 'address', label: 'crmAddress', hint: 'crmTwentyAddressHint', kind: 'url', required: true },
    { name: 'token', label: 'crmToken', hint: 'crmTwentyTokenHint', kind: 'secret', required: true },
  ],
  oauth: null,
  hosts: null,
  // The default of its cloud as a user measured it (twentyhq/twenty#14122, 2026).
  pace: [{ name: 'all', requests: 50, perMs: 60_000 }],
  open(opened) {
    const { settings, outgoing, now } = opened;
    const address = settings.address ?? '';
    const ask = createVendor({ ...bearer(opened), outgoing, base: `${address}/rest`, now, refusal: refusalOf });
    /** The fields of links are named otherwise from version to version; the workspace's own description says how. */
    const targetNames = remembered(async () => {
      const { components } = await ask({ method: 'GET', path: '/open-api/core', effect: 'read', answer: OpenApi });
      return (kind: ItemKind, of: RecordKind): string => {
        const known = Object.keys(components.schemas[OBJECTS[kind].schema]?.properties ?? {});
        const capital = of.charAt(0).toUpperCase() + of.slice(1);
        return [`target${capital}Id`, `${of}Id`].find((name) => known.includes(name)) ?? `target${capital}Id`;
      };
    });
    const pageOf = (kind: ItemKind, id: string) => `${address}/object/${kind}/${id}`;

    async function write(item: Item): Promise<void> {
      const { path } = OBJECTS[item.kind];
      const json = {
        id: item.key,
        title: item.title,
        bodyV2: { markdown: item.body },
        ...(item.kind === 'task' && { dueAt: item.due === null ? null : `${item.due}T12:00:00.000Z` }),
      };
      await ask({
        method: 'POST',
        path: `/${path}`,
        query: { upsert: true },
        json,
        effect: 'repeatable',
        answer: null,
      });
    }

    async function link(item: Item, { kind, id }: Link): Promise<void> {
      const { targets, own } = OBJECTS[item.kind];
      const name = (await targetNames())(item.kind, kind);
      const json = { id: v5(`${item.key}/${kind}/${id}`, LINKS), [own]: item.key, [name]: id };
      await ask({
        method: 'POST',
        path: `/${targets}`,
        query: { upsert: true },
        json,
        effect: 'repeatable',
        answer: null,
      });
    }

    return {
      caps: CAPS,
      async check() {
        const missing: string[] = [];
        for (const path of ['people', 'companies', 'notes', 'tasks'])
          await ask({ method: 'GET', path: `/${path}`, query: { limit: 1 }, effect: 'read', answer: null }).catch(
            (error) => {
              if (!(error instanceof CrmError) || error.kind !== 'config') throw error;
              missing.push(path);
            },
          );
        await targetNames();
        return { id: address, name: new URL(address).host, url: address, missing };
      },
      async fields(kind) {
        const { data } = await ask({ method: 'GET', path: '/metadata/objects', effect: 'read', answer: Metadata });
        const object = data.objects.find(({ nameSingular }) => nameSingular === kind);
        return (object?.fields ?? []).flatMap(({ name, label, type, isSystem, options }): Field[] => {
          const ours = TYPES[type];
          if (!ours || isSystem) return [];
          const choices = (options ?? []).map((each) => ({ value: each.value, label: each.label }));
          return [{ name, label, type: ours, options: choices, maxLength: null, writable: true }];
        });
      },
      async find(asked) {
        if ('domain' in asked) {
          if (!isPlain(asked.domain)) return [];
          const query = { filter: `domainName.primaryLinkUrl[ilike]:"%${asked.domain}%"`, limit: 20 };
          const { data } = await ask({ method: 'GET', path: '/companies', query, effect: 'read', answer: Companies });
          return data.companies
            .filter(({ domainName }) => hostOf(domainName?.primaryLinkUrl ?? '') === asked.domain.toLowerCase())
            .map(
              ({ id, name, domainName }): Match => ({
                kind: 'company',
                id,
                name: name ?? '',
                detail: domainName?.primaryLinkUrl ?? '',
                url: `${address}/object/company/${id}`,
              }),
            );
        }
        const found: Match[] = [];
        for (const email of asked.emails.filter(isPlain)) {
          const query = { filter: `emails.primaryEmail[eq]:"${email}"`, limit: 20 };
          const { data } = await ask({ method: 'GET', path: '/people', query, effect: 'read', answer: People });
          for (const { id, name, emails } of data.people) {
            const words = [name?.firstName, name?.lastName].filter(Boolean).join(' ');
            found.push({
              kind: 'person',
              id,
              name: words || email,
              detail: emails?.primaryEmail ?? '',
              url: `${address}/object/person/${id}`,
            });
          }
        }
        return [...new Map(found.map((person) => [person.id, person])).values()].slice(0, 20);
      },
      async locate({ kind, key }) {
        const path = `/${OBJECTS[kind].path}/${key}`;
        try {
          await ask({ method: 'GET', path, effect: 'read', answer: null });
          return { id: key, url: pageOf(kind, key) };
        } catch (error) {
          if (error instanceof CrmError && error.kind === 'gone') return null;
          throw error;
        }
      },
      async put(item) {
        await write(item);
        for (const each of item.links) await link(item, each);
        return { id: item.key, url: pageOf(item.kind, item.key) };
      },
      async set(on, values) {
        const path = `/${PATHS[on.kind]}/${encodeURIComponent(on.id)}`;
        await ask({ method: 'PATCH', path, json: values, effect: 'repeatable', answer: null });
      },
      async remove(kind, id) {
        const path = `/${OBJECTS[kind].path}/${encodeURIComponent(id)}`;
        await ask({ method: 'DELETE', path, query: { soft_delete: true }, effect: 'repeatable', answer: null }).catch(
          (error) => {
            if (!(error instanceof CrmError) || error.kind !== 'gone') throw error;
          },
        );
      },
    };
  },
});

/** Signs that its filters could read as more than a text are not asked for at all. */
function isPlain(text: string): boolean {
  return /^[\p{L}\p{N}.@_+-]+$/u.test(text);
}

/** Two that wrote the same key at once: the second finds it there when it tries again. */
function refusalOf({ status, text }: { status: number; text: string }): Refusal | null {
  return (status === 400 || status === 409) && /duplicate|unique constraint/i.test(text)
    ? { kind: 'retry', code: 'duplicate' }
    : null;
}
