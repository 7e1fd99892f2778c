import type { At } from './at';
import { isEmailAddress } from './email-address';
import type { Person, Session } from './session';

/** Whom a session is with and what about: typed at its start, and changed whenever more is known. */
export type Facts = { client: string; title: string; people: readonly Person[] };

/** Changes whom a session is with. Who is no longer named took no part in deciding; a client without a name keeps the one it had. */
export function writeFacts(session: Session, facts: Facts, at: Pick<At, 'now'>): Session {
  const people = namedPeople(facts.people);
  const tookPart = session.decision.tookPart.filter((id) => people.some((person) => person.id === id));
  return {
    ...session,
    client: { ...session.client, name: factLine(facts.client, 200) || session.client.name },
    title: factLine(facts.title, 300),
    people,
    decision: { ...session.decision, tookPart },
    updatedAt: at.now,
  };
}

/** The people that have a name, at most as many as a session holds, without what stands around their words. */
export function namedPeople<Named extends Omit<Person, 'id'>>(
  people: readonly Named[],
): (Omit<Named, 'email'> & { name: string; role: string; email?: string })[] {
  return people
    .filter((person) => person.name.trim() !== '')
    .slice(0, 100)
    .map(({ email = '', ...person }) => ({
      ...person,
      name: factLine(person.name, 200),
      role: factLine(person.role, 200),
      // An address that is none finds nobody.
      ...(isEmailAddress(email.trim()) && { email: email.trim().toLowerCase() }),
    }));
}

export function factLine(text: string, longest: number): string {
  return text.trim().slice(0, longest);
}
