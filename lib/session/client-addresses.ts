import { isPublicMail } from './public-mail';
import type { Session } from './session';

/** By what a client can be found elsewhere. `domain`: the one given, else that of all their addresses, unless anyone may have it. */
export function clientAddresses({ client, people }: Pick<Session, 'client' | 'people'>): {
  emails: string[];
  domain: string | null;
} {
  const given = people.flatMap(({ side, email }) => (side === 'client' && email ? [email.trim().toLowerCase()] : []));
  const emails = [...new Set(given)];
  const domains = new Set(emails.map((email) => email.slice(email.lastIndexOf('@') + 1)));
  const [only] = domains;
  const shared = domains.size === 1 && only && !isPublicMail(only) ? only : null;
  return { emails, domain: client.domain?.toLowerCase() || shared };
}
