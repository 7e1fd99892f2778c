import type { Match } from '../connector';

/** Who of a client a note is about, for looking them up. */
export type Addresses = { emails: readonly string[]; domain: string | null };
/** A record a person chose for this key; null: none is meant. */
export type Chosen = Readonly<Record<string, Match | null>>;

export type Matched =
  | { kind: 'matched'; links: Match[] }
  /** None was found, or several for one address: a person says which. */
  | { kind: 'unsure'; candidates: Match[] }
  /** A person said that it goes nowhere. */
  | { kind: 'nowhere' };

export const sessionKey = (id: string) => `session:${id.toLowerCase()}`;
export const emailKey = (email: string) => `email:${email}`;
export const domainKey = (domain: string) => `domain:${domain}`;

/** Under which keys a choice for this session is remembered: its addresses, so that it holds for the next talk too. */
export function keysToRemember(sessionId: string, { emails, domain }: Addresses): string[] {
  const lasting = emails.length > 0 ? emails.map(emailKey) : domain ? [domainKey(domain)] : [];
  return [sessionKey(sessionId), ...lasting];
}

/** Every key that a choice may stand under. */
export function keysToAsk(sessionId: string, { emails, domain }: Addresses): string[] {
  return [sessionKey(sessionId), ...emails.map(emailKey), ...(domain ? [domainKey(domain)] : [])];
}

const MOST = 20;

/**
 * Which records are meant: what was chosen for the session, then each address by what was chosen for it or by the one
 * record that has it, then the domain. Two records for one address are never guessed between.
 */
export async function matchSession(
  sessionId: string,
  { emails, domain }: Addresses,
  chosen: Chosen,
  find: (query: { emails: string[] } | { domain: string }) => Promise<Match[]>,
): Promise<Matched> {
  const own = chosen[sessionKey(sessionId)];
  if (own !== undefined) return own === null ? { kind: 'nowhere' } : { kind: 'matched', links: [own] };
  const links: Match[] = [];
  const candidates: Match[] = [];
  for (const email of emails) {
    const remembered = chosen[emailKey(email)];
    if (remembered === null) continue;
    const found = remembered ? [remembered] : await find({ emails: [email] });
    if (found.length === 1) links.push(...found);
    else candidates.push(...found);
  }
  if (candidates.length > 0) return { kind: 'unsure', candidates: withoutDoubles([...links, ...candidates]) };
  if (links.length > 0) return { kind: 'matched', links: withoutDoubles(links) };
  const remembered = domain ? chosen[domainKey(domain)] : undefined;
  if (remembered) return { kind: 'matched', links: [remembered] };
  const companies = domain && remembered === undefined ? await find({ domain }) : [];
  return companies.length === 1
    ? { kind: 'matched', links: companies }
    : { kind: 'unsure', candidates: withoutDoubles(companies) };
}

function withoutDoubles(matches: readonly Match[]): Match[] {
  const seen = new Map(matches.map((match) => [`${match.kind}:${match.id}`, match]));
  return [...seen.values()].slice(0, MOST);
}
