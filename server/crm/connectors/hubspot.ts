import * as z from 'zod/mini';
import { bearer } from '../bearer';
import { type Caps, type Connector, defineCrm, type Match, type Opened, type RecordKind } from '../connector';
import { remembered } from '../remembered';
import { type Ask, createVendor } from '../vendor';
import { hubspotFields, hubspotValues } from './hubspot-fields';
import { hubspotItems, RECORDS } from './hubspot-items';
import { hubspotKeys, unless } from './hubspot-key';
import { hubspotRefusal } from './hubspot-refusal';

const KINDS: readonly RecordKind[] = ['person', 'company', 'opportunity'];
const READ = ['crm.objects.contacts.read', 'crm.objects.companies.read', 'crm.schemas.contacts.read'];
const WRITE = ['crm.objects.contacts.write', 'crm.objects.companies.write'];
/** Asked for too, and done without where a person does not grant them. */
const OPTIONAL = [
  'crm.objects.deals.read',
  'crm.objects.deals.write',
  'crm.schemas.deals.read',
  'crm.schemas.notes.write',
];
/** HubSpot's numbers for kinds of records, in the addresses people open. */
const PAGES = { person: '0-1', company: '0-2', opportunity: '0-3', note: '0-46', task: '0-27' } as const;

export const hubspotCrm = defineCrm({
  id: 'hubspot',
  name: 'HubSpot',
  fields: [{ name: 'token', label: 'crmToken', hint: 'crmHubspotTokenHint', kind: 'secret', required: true }],
  oauth: {
    authorizeUrl: () =>
      `https://app.hubspot.com/oauth/authorize?optional_scope=${encodeURIComponent(OPTIONAL.join(' '))}`,
    tokenUrl: () => 'https://api.hubapi.com/oauth/v1/token',
    // HubSpot takes a token back by DELETE /oauth/v1/refresh-tokens/{token}: with the token in the address, which ends up in logs.
    revokeUrl: () => null,
    scopes: ['oauth', ...READ, ...WRITE],
    pkce: false,
    clientAuth: 'body',
    defaultLife: 1_800,
  },
  hosts: ['api.hubapi.com'],
  pace: [
    { name: 'all', requests: 100, perMs: 10_000 },
    { name: 'search', requests: 5, perMs: 1_000 },
  ],
  open: openHubspot,
});

const Details = z.looseObject({ portalId: z.union([z.number(), z.string()]), uiDomain: z.nullish(z.string()) });
const Found = z.looseObject({ id: z.string(), properties: z.nullish(z.record(z.string(), z.nullish(z.string()))) });
const Many = z.looseObject({ results: z.array(Found) });
type Found = z.infer<typeof Found>;

function openHubspot(opened: Opened): Connector {
  const ask: Ask = createVendor({
    ...bearer(opened),
    outgoing: opened.outgoing,
    base: opened.origin ?? 'https://api.hubapi.com',
    now: opened.now,
    refusal: hubspotRefusal,
    requestIdHeader: 'x-hubspot-correlation-id',
  });
  const keys = hubspotKeys(ask);
  const items = hubspotItems(ask, keys);
  const account = remembered(() =>
    ask({ method: 'GET', path: '/account-info/v3/details', effect: 'read', answer: Details }),
  );
  const caps = {
    key: 'upsert' as Caps['key'],
    body: 'html' as const,
    maxBody: 65_536,
    maxTitle: 255,
    tasks: true,
    kinds: KINDS,
    fields: KINDS,
  };
  const pageOf = async (kind: keyof typeof PAGES, id: string) => {
    const { portalId, uiDomain } = await account();
    return `https://${uiDomain ?? 'app.hubspot.com'}/contacts/${portalId}/record/${PAGES[kind]}/${id}`;
  };
  const mayRead = async (kind: RecordKind) => {
    const path = `/crm/v3/objects/${RECORDS[kind]}`;
    return (
      (await unless(['config'], ask({ method: 'GET', path, query: { limit: 1 }, effect: 'read', answer: Many }))) !==
      null
    );
  };
  const person = async ({ id, properties: p }: Found): Promise<Match> => ({
    kind: 'person',
    id,
    name: [p?.firstname, p?.lastname].filter(Boolean).join(' ') || p?.email || id,
    detail: [p?.email, p?.company].filter(Boolean).join(', '),
    url: await pageOf('person', id),
  });
  const company = async ({ id, properties: p }: Found): Promise<Match> => ({
    kind: 'company',
    id,
    name: p?.name || p?.domain || id,
    detail: [p?.domain, p?.city].filter(Boolean).join(', '),
    url: await pageOf('company', id),
  });

  async function byEmail(email: string): Promise<Found | null> {
    const path = `/crm/v3/objects/contacts/${encodeURIComponent(email)}`;
    const query = { idProperty: 'email', properties: 'firstname,lastname,email,company' };
    return unless(['gone'], ask({ method: 'GET', path, query, effect: 'read', answer: Found }));
  }

  async function byDomain(domain: string): Promise<Found[]> {
    const filter = { propertyName: 'domain', operator: 'EQ', value: domain };
    const { results } = await ask({
      method: 'POST',
      path: '/crm/v3/objects/companies/search',
      json: { filterGroups: [{ filters: [filter] }], properties: ['name', 'domain', 'city'], limit: 20 },
      effect: 'read',
      pace: 'search',
      answer: Many,
    });
    return results;
  }

  return {
    caps,
    async check() {
      const { portalId, uiDomain } = await account();
      const missing: string[] = [];
      if (!(await mayRead('person'))) missing.push('crm.objects.contacts.read');
      if (!(await mayRead('company'))) missing.push('crm.objects.companies.read');
      const kinds = (await mayRead('opportunity')) ? KINDS : KINDS.filter((kind) => kind !== 'opportunity');
      caps.kinds = kinds;
      caps.fields = kinds;
      caps.key = (await keys.prepare()) ? 'upsert' : 'locate';
      const id = String(portalId);
      return { id, name: `HubSpot ${id}`, url: `https://${uiDomain ?? 'app.hubspot.com'}/contacts/${id}`, missing };
    },
    fields: (of) => hubspotFields(ask, of),
    async find(query) {
      if ('domain' in query) return Promise.all((await byDomain(query.domain)).map(company));
      const found = new Map<string, Match>();
      for (const email of query.emails.slice(0, 20)) {
        const contact = await byEmail(email);
        if (contact) found.set(contact.id, await person(contact));
      }
      return [...found.values()];
    },
    async locate(item) {
      const id = await items.locate(item);
      return id === null ? null : { id, url: await pageOf(item.kind, id) };
    },
    async put(item, known) {
      // Asked before anything is made, so that nothing after it can fail but the links, which are mended.
      await account();
      const id = await items.put(item, known);
      return { id, url: await pageOf(item.kind, id) };
    },
    async set(on, values) {
      const path = `/crm/v3/objects/${RECORDS[on.kind]}/${encodeURIComponent(on.id)}`;
      await ask({
        method: 'PATCH',
        path,
        json: { properties: hubspotValues(values) },
        effect: 'repeatable',
        answer: null,
      });
    },
    remove: (kind, id) => items.remove(kind, id),
    async addPerson({ name, email }) {
      const [firstname = '', ...rest] = name.trim().split(/\s+/);
      const properties = { email, firstname, lastname: rest.join(' ') };
      const path = '/crm/v3/objects/contacts/batch/upsert';
      const json = { inputs: [{ id: email, idProperty: 'email', properties }] };
      await account();
      const { results } = await ask({ method: 'POST', path, json, effect: 'repeatable', answer: Many });
      return person({ id: results[0]?.id ?? '', properties });
    },
  };
}
