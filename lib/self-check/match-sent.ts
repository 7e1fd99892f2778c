import { isPublicMail } from '@/lib/session/public-mail';
import type { SentCheck } from './sent';

type Client = { name: string; emails: readonly string[]; domain: string | null };
type Sent = Pick<SentCheck, 'id' | 'email' | 'forName' | 'organisation'>;

/**
 * The self-check that belongs to a client: by an address of one of them, else by the host of their mail, unless anyone may
 * have it, else by the very name. Null when none fits, and when several do: then a person chooses.
 */
export function matchSent<One extends Sent>({ name, emails, domain }: Client, sent: readonly One[]): One | null {
  const known = emails.map((email) => email.toLowerCase());
  const named = plain(name);
  const fits: ((one: One) => boolean)[] = [
    ({ email }) => known.includes(email.toLowerCase()),
    ({ email }) => domain !== null && !isPublicMail(domain) && email.toLowerCase().endsWith(`@${domain.toLowerCase()}`),
    ({ organisation, forName }) => named !== '' && (plain(organisation) === named || plain(forName) === named),
  ];
  for (const fit of fits) {
    const found = sent.filter(fit);
    if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null;
  }
  return null;
}

function plain(name: string): string {
  return name.trim().toLowerCase();
}
