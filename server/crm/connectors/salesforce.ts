import * as z from 'zod/mini';
import { bearer } from '../bearer';
import { type Caps, defineCrm, type Field, type FieldType, type Item, type Match, type RecordKind } from '../connector';
import { CrmError } from '../crm-error';
import { hostOf } from '../host-of';
import { createVendor } from '../vendor';
import { atFirst, fieldsOf } from './salesforce-item';
import { salesforceRefusal } from './salesforce-refusal';

/** The field that an administrator makes on activities: text of 36, external id and unique where the organisation allows it. */
const KEY = 'Eitherway_Key__c';
const DATA = '/services/data/v60.0';
const OBJECTS: Record<RecordKind, string> = { person: 'Contact', company: 'Account', opportunity: 'Opportunity' };
const TYPES: Record<string, FieldType> = {
  string: 'text',
  textarea: 'text',
  url: 'text',
  double: 'number',
  int: 'number',
  boolean: 'boolean',
  date: 'date',
  picklist: 'choice',
};

const UserInfo = z.looseObject({ organization_id: z.string(), name: z.nullish(z.string()) });
const Described = z.looseObject({
  fields: z.array(
    z.looseObject({
      name: z.string(),
      label: z.string(),
      type: z.string(),
      length: z.nullish(z.number()),
      updateable: z.nullish(z.boolean()),
      externalId: z.nullish(z.boolean()),
      unique: z.nullish(z.boolean()),
      picklistValues: z.nullish(
        z.array(z.looseObject({ value: z.string(), label: z.nullish(z.string()), active: z.nullish(z.boolean()) })),
      ),
    }),
  ),
});
const Records = z.looseObject({
  records: z.array(
    z.looseObject({
      Id: z.string(),
      Name: z.nullish(z.string()),
      Email: z.nullish(z.string()),
      Website: z.nullish(z.string()),
      Account: z.nullish(z.looseObject({ Name: z.nullish(z.string()) })),
    }),
  ),
});
const Written = z.optional(z.looseObject({ id: z.string() }));
const One = z.looseObject({ Id: z.string() });

/** Notes are completed tasks, next steps open ones: activities of a contact, and of an account or opportunity. */
export const salesforceCrm = defineCrm({
  id: 'salesforce',
  name: 'Salesforce',
  fields: [
    {
      name: 'instance',
      label: 'crmSalesforceInstance',
      hint: 'crmSalesforceInstanceHint',
      kind: 'url',
      required: false,
    },
    { name: 'token', label: 'crmToken', hint: 'crmSalesforceTokenHint', kind: 'secret', required: true },
  ],
  oauth: {
    authorizeUrl: ({ instance }) => `${instance ?? 'https://login.salesforce.com'}/services/oauth2/authorize`,
    tokenUrl: ({ instance }) => `${instance ?? 'https://login.salesforce.com'}/services/oauth2/token`,
    revokeUrl: ({ instance }) => `${instance ?? 'https://login.salesforce.com'}/services/oauth2/revoke`,
    scopes: ['api', 'refresh_token', 'openid'],
    pkce: true,
    clientAuth: 'body',
    // Salesforce names no life; sessions last two hours unless the organisation says otherwise, and a refused one is renewed.
    defaultLife: 5_400,
    settingsOf: ({ instance_url }) => (typeof instance_url === 'string' ? { instance: instance_url } : {}),
  },
  hosts: ['.salesforce.com', '.force.com'],
  // There is no limit by the second, only of the day; this keeps a team's burst polite.
  pace: [{ name: 'all', requests: 50, perMs: 5_000 }],
  open(opened) {
    const { settings, outgoing, origin, now } = opened;
    const base = origin ?? settings.instance ?? '';
    const ask = createVendor({ ...bearer(opened), outgoing, base, now, refusal: salesforceRefusal });
    const caps: Caps = {
      key: 'upsert',
      body: 'text',
      maxBody: 32_000,
      maxTitle: 255,
      tasks: true,
      kinds: ['person', 'company', 'opportunity'],
      fields: ['person', 'company', 'opportunity'],
    };
    const describe = (object: string) =>
      ask({ method: 'GET', path: `${DATA}/sobjects/${object}/describe`, effect: 'read', answer: Described });
    const query = async (soql: string) =>
      (await ask({ method: 'GET', path: `${DATA}/query`, query: { q: soql }, effect: 'read', answer: Records }))
        .records;
    const placed = (id: string) => ({ id, url: settings.instance ? `${settings.instance}/${id}` : null });

    async function byKey(key: string): Promise<string | null> {
      const [first, second] = await query(
        `SELECT Id FROM Task WHERE ${KEY} = '${quoted(key)}' ORDER BY CreatedDate LIMIT 2`,
      );
      if (second) throw new CrmError('config', { code: 'several' });
      return first?.Id ?? null;
    }

    async function upsert(item: Item): Promise<string> {
      const path = `${DATA}/sobjects/Task/${KEY}/${encodeURIComponent(item.key)}`;
      const written = await ask({
        method: 'PATCH',
        path,
        json: { ...fieldsOf(item), ...atFirst(item) },
        effect: 'repeatable',
        answer: Written,
      });
      if (written) return written.id;
      return (await ask({ method: 'GET', path, query: { fields: 'Id' }, effect: 'read', answer: One })).Id;
    }

    return {
      caps,
      async check() {
        if (base === '') throw new CrmError('config', { code: 'no-instance' });
        const info = await ask({ method: 'GET', path: '/services/oauth2/userinfo', effect: 'read', answer: UserInfo });
        const key = (await describe('Task')).fields.find(({ name }) => name === KEY);
        caps.key = key?.externalId && key.unique ? 'upsert' : 'locate';
        const name = new URL(base).host;
        return { id: info.organization_id, name, url: settings.instance ?? null, missing: key ? [] : [KEY] };
      },
      async fields(kind) {
        const { fields } = await describe(OBJECTS[kind]);
        return fields.flatMap(({ name, label, type, length, updateable, picklistValues }): Field[] => {
          const ours = TYPES[type];
          if (!ours) return [];
          const options = (picklistValues ?? [])
            .filter(({ active }) => active !== false)
            .map((each) => ({
              value: each.value,
              label: each.label ?? each.value,
            }));
          return [{ name, label, type: ours, options, maxLength: length || null, writable: updateable === true }];
        });
      },
      async find(asked) {
        if ('domain' in asked) {
          const like = quoted(asked.domain).replace(/[%_]/g, '\\$&');
          const found = await query(`SELECT Id, Name, Website FROM Account WHERE Website LIKE '%${like}%' LIMIT 20`);
          return found
            .filter(({ Website }) => hostOf(Website ?? '') === asked.domain.toLowerCase())
            .map(
              ({ Id, Name, Website }): Match => ({
                kind: 'company',
                ...placed(Id),
                name: Name ?? '',
                detail: Website ?? '',
              }),
            );
        }
        const list = asked.emails.map((email) => `'${quoted(email)}'`).join(', ');
        const found = list
          ? await query(`SELECT Id, Name, Email, Account.Name FROM Contact WHERE Email IN (${list}) LIMIT 20`)
          : [];
        return found.map(({ Id, Name, Email, Account }): Match => {
          return {
            kind: 'person',
            ...placed(Id),
            name: Name ?? '',
            detail: [Email, Account?.Name].filter(Boolean).join(', '),
          };
        });
      },
      async locate({ key }) {
        const id = await byKey(key);
        return id === null ? null : placed(id);
      },
      async put(item, known) {
        if (known !== null) {
          const path = `${DATA}/sobjects/Task/${encodeURIComponent(known)}`;
          await ask({ method: 'PATCH', path, json: fieldsOf(item), effect: 'repeatable', answer: null });
          return placed(known);
        }
        if (caps.key === 'upsert') return placed(await upsert(item));
        const json = { ...fieldsOf(item), ...atFirst(item), [KEY]: item.key };
        const made = await ask({
          method: 'POST',
          path: `${DATA}/sobjects/Task`,
          json,
          effect: 'create',
          answer: z.looseObject({ id: z.string() }),
        });
        return placed(made.id);
      },
      async set(on, values) {
        const path = `${DATA}/sobjects/${OBJECTS[on.kind]}/${encodeURIComponent(on.id)}`;
        await ask({ method: 'PATCH', path, json: values, effect: 'repeatable', answer: null });
      },
      async remove(_kind, id) {
        const path = `${DATA}/sobjects/Task/${encodeURIComponent(id)}`;
        await ask({ method: 'DELETE', path, effect: 'repeatable', answer: null }).catch((error) => {
          if (!(error instanceof CrmError) || error.kind !== 'gone') throw error;
        });
      },
    };
  },
});

/** A text within quotes of SOQL stays that text. */
function quoted(text: string): string {
  return text.replace(/[\\'"]/g, '\\$&').replace(/[\n\r\t\0]/g, ' ');
}
