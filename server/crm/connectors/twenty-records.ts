import { v5 } from 'uuid';
import * as z from 'zod/mini';
import type { Match } from '../connector';
import { CrmError } from '../crm-error';
import { hostOf } from '../host-of';
import type { Ask } from '../vendor';

const People = z.looseObject({
  data: z.looseObject({
    people: z.array(
      z.looseObject({
        id: z.string(),
        name: z.nullish(z.looseObject({ firstName: z.nullish(z.string()), lastName: z.nullish(z.string()) })),
        emails: z.nullish(z.looseObject({ primaryEmail: z.nullish(z.string()) })),
        jobTitle: z.nullish(z.string()),
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

const MOST = 20;
/** A filter also finds what is only like it, so more are looked at. */
const LOOKED_AT = 60;
/** The namespace of the ids of people that we add, made once. */
const PEOPLE = '0b0a5b56-2a57-5f0c-8f0e-6b3a3d7c51aa';

type PageOf = (object: string, id: string) => string | null;

/** By the first e-mail of each, in whichever case it stands there. */
export async function findTwentyPeople(ask: Ask, pageOf: PageOf, emails: readonly string[]): Promise<Match[]> {
  const found: Match[] = [];
  for (const email of emails.map((each) => each.trim().toLowerCase())) {
    if (!isPlain(email)) continue;
    const query = { filter: `emails.primaryEmail[ilike]:"${email}"`, limit: LOOKED_AT };
    const { data } = await ask({ method: 'GET', path: '/people', query, effect: 'read', answer: People });
    for (const { id, name, emails: own, jobTitle } of data.people) {
      if (own?.primaryEmail?.toLowerCase() !== email) continue;
      const words = [name?.firstName, name?.lastName].filter(Boolean).join(' ');
      const detail = [own.primaryEmail, jobTitle].filter(Boolean).join(', ');
      found.push({ kind: 'person', id, name: words || email, detail, url: pageOf('person', id) });
    }
  }
  return [...new Map(found.map((person) => [person.id, person])).values()].slice(0, MOST);
}

export async function findTwentyCompanies(ask: Ask, pageOf: PageOf, domain: string): Promise<Match[]> {
  const sought = domain
    .trim()
    .toLowerCase()
    .replace(/^www\./, '');
  if (!isPlain(sought)) return [];
  const query = { filter: `domainName.primaryLinkUrl[ilike]:"%${sought}%"`, limit: LOOKED_AT };
  const { data } = await ask({ method: 'GET', path: '/companies', query, effect: 'read', answer: Companies });
  return data.companies
    .filter(({ domainName }) => hostOf(domainName?.primaryLinkUrl ?? '') === sought)
    .slice(0, MOST)
    .map(({ id, name, domainName }) => {
      const detail = domainName?.primaryLinkUrl ?? '';
      return { kind: 'company', id, name: name || sought, detail, url: pageOf('company', id) };
    });
}

/** Under an id that is the e-mail's: sent twice it is one person. Whoever is there already with that e-mail is taken as they are. */
export async function addTwentyPerson(ask: Ask, pageOf: PageOf, person: { name: string; email: string }) {
  const email = person.email.trim().toLowerCase();
  const [firstName = '', ...rest] = person.name.trim().split(/\s+/);
  const id = v5(email, PEOPLE);
  const json = { id, name: { firstName, lastName: rest.join(' ') }, emails: { primaryEmail: email } };
  try {
    await ask({ method: 'POST', path: '/people', json, effect: 'repeatable', answer: null });
  } catch (error) {
    if (!(error instanceof CrmError) || error.code !== 'duplicate') throw error;
    const [there] = await findTwentyPeople(ask, pageOf, [email]);
    if (!there) throw error;
    return there;
  }
  return { kind: 'person', id, name: person.name, detail: email, url: pageOf('person', id) } satisfies Match;
}

/**
 * Twenty's filters have no way to escape: a text in quotes ends at the next one, and brackets, commas and backslashes count
 * inside it too. What has such signs, or a sign of LIKE, is not asked for. Source: parse-filter-content of its server.
 */
function isPlain(text: string): boolean {
  return /^[\p{L}\p{N}.@_+'!#$&*/=?^`{|}~-]+$/u.test(text);
}
