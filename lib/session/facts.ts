import type { At } from './at';
import { isEmailAddress, nameOfAddress } from './email-address';
import type { Person, Session } from './session';
import { webDomain } from './web-domain';

/** Whom a session is with and what about: typed at its start, and changed whenever more is known. */
export type Facts = {
  client: string;
  /** Their web address as it was typed; empty takes it away, undefined leaves it as it was. */
  domain?: string | undefined;
  title: string;
  people: readonly Person[];
};

/** Changes whom a session is with. Who is no longer named took no part in deciding; a client without a name keeps the one it had. */
export function writeFacts(session: Session, facts: Facts, at: Pick<At, 'now'>): Session {
  const people = namedPeople(facts.people);
  const tookPart = session.decision.tookPart.filter((id) => people.some((person) => person.id === id));
  return {
    ...session,
    client: clientOf({
      name: factLine(facts.client, 200) || session.client.name,
      domain: facts.domain ?? session.client.domain,
    }),
    title: factLine(facts.title, 300),
    people,
    decision: { ...session.decision, tookPart },
    updatedAt: at.now,
  };
}

/** A client as a session holds it; an address that has no host name finds nobody, so it is left out. */
export function clientOf({ name, domain }: { name: string; domain?: string | undefined }): Session['client'] {
  const host = webDomain(domain ?? '');
  return { name: factLine(name, 200), ...(host && { domain: host }) };
}

/** The people that have a name or an address, at most as many as a session holds, without what stands around their words. */
export function namedPeople<Named extends Omit<Person, 'id'>>(
  people: readonly Named[],
): (Omit<Named, 'email'> & { name: string; role: string; email?: string })[] {
  return people
    .map(({ email = '', ...person }) => {
      const address = email.trim().toLowerCase();
      // An address that is none finds nobody.
      const found = isEmailAddress(address) ? address : '';
      return {
        ...person,
        name: factLine(person.name, 200) || factLine(nameOfAddress(found), 200),
        role: factLine(person.role, 200),
        ...(found && { email: found }),
      };
    })
    .filter(({ name }) => name !== '')
    .slice(0, 100);
}

export function factLine(text: string, longest: number): string {
  return text.trim().slice(0, longest);
}
