import * as z from 'zod/mini';
import type { Link, Match, RecordKind } from '../connector';
import { CrmError } from '../crm-error';
import { hostOf } from '../host-of';
import type { Ask } from '../vendor';

export type LinkField = 'person_id' | 'org_id' | 'deal_id';
export const LINK_FIELDS: Readonly<Record<RecordKind, LinkField>> = {
  person: 'person_id',
  company: 'org_id',
  opportunity: 'deal_id',
};
export const RECORD_PATHS: Readonly<Record<RecordKind, string>> = {
  person: '/api/v2/persons',
  company: '/api/v2/organizations',
  opportunity: '/api/v2/deals',
};
/** As the pages for people are called. */
const PAGES: Readonly<Record<RecordKind, string>> = { person: 'person', company: 'organization', opportunity: 'deal' };

const Found = z.looseObject({
  id: z.number(),
  name: z.nullish(z.string()),
  address: z.nullish(z.string()),
  emails: z.nullish(z.array(z.string())),
  custom_fields: z.nullish(z.array(z.unknown())),
  organization: z.nullish(z.looseObject({ name: z.nullish(z.string()) })),
});
type Found = z.infer<typeof Found>;
const Searched = z.looseObject({
  success: z.literal(true),
  data: z.looseObject({ items: z.array(z.looseObject({ item: Found })) }),
});
const Made = z.looseObject({ success: z.literal(true), data: z.looseObject({ id: z.number() }) });

const MOST = 20;
/** A search by a domain also finds those that only contain it, so more are looked at. */
const LOOKED_AT = 100;

/** Records of Pipedrive are numbers; what is none was chosen somewhere else. */
export function idOf(id: string): number {
  if (!/^[1-9]\d{0,15}$/.test(id)) throw new CrmError('gone', { code: 'wrong-id' });
  return Number(id);
}

/** Where people see a record; null where only the common address is known. */
export function pageOf(address: string | null, link: Link | undefined): string | null {
  return address && link ? `${address}/${PAGES[link.kind]}/${link.id}` : null;
}

export async function findPipedrivePeople(ask: Ask, address: string | null, emails: readonly string[]) {
  const people: Match[] = [];
  for (const email of emails.map((each) => each.trim().toLowerCase())) {
    const found = await search(ask, 'person', { term: email, fields: 'email', exact_match: true, limit: MOST });
    for (const { id, name, emails: own, organization } of found) {
      const detail = [own?.[0], organization?.name].filter(Boolean).join(', ');
      people.push(matchOf(address, 'person', id, name, detail));
    }
  }
  return [...new Map(people.map((person) => [person.id, person])).values()].slice(0, MOST);
}

/** Pipedrive knows no domain of a company: it may stand in a field that the team added, such as its website, or be its name. */
export async function findPipedriveCompanies(ask: Ask, address: string | null, domain: string): Promise<Match[]> {
  const sought = domain
    .trim()
    .toLowerCase()
    .replace(/^www\./, '');
  const found = await search(ask, 'company', { term: sought, fields: 'custom_fields,name', limit: LOOKED_AT });
  return found
    .filter(({ name, custom_fields }) =>
      [name, ...(custom_fields ?? [])].some((words) => typeof words === 'string' && hostOf(words) === sought),
    )
    .slice(0, MOST)
    .map(({ id, name, address: street }) => matchOf(address, 'company', id, name, street || sought));
}

export async function addPipedrivePerson(ask: Ask, address: string | null, person: { name: string; email: string }) {
  const json = { name: person.name, emails: [{ value: person.email, primary: true }] };
  const { data } = await ask({ method: 'POST', path: RECORD_PATHS.person, json, effect: 'create', answer: Made });
  return matchOf(address, 'person', data.id, person.name, person.email);
}

async function search(
  ask: Ask,
  kind: 'person' | 'company',
  query: { term: string; fields: string; exact_match?: boolean; limit: number },
): Promise<Found[]> {
  // Pipedrive refuses terms of one letter.
  if (query.term.length < 2) return [];
  const path = `${RECORD_PATHS[kind]}/search`;
  const { data } = await ask({ method: 'GET', path, query, effect: 'read', pace: 'search', answer: Searched });
  return data.items.map(({ item }) => item);
}

function matchOf(
  address: string | null,
  kind: RecordKind,
  id: number,
  name: string | null | undefined,
  detail: string,
): Match {
  const link = { kind, id: String(id) };
  return { ...link, name: name || detail, detail, url: pageOf(address, link) };
}
