import { InsightsQuery } from '@/lib/insights/insights';
import { Category } from '@/lib/pitch/flag';

/** What the page shows, as its address holds it; empty for what nobody chose. */
export type Chosen = { scope: string; from: string; to: string; playbook: string; category: string };

const NAMES = ['scope', 'from', 'to', 'playbook', 'category'] as const;

/** Reads an address; what it does not know or cannot be is left out. */
export function chosenOf(search: string): Chosen {
  const asked = new URLSearchParams(search);
  const known = (name: keyof InsightsQuery) => {
    const value = asked.get(name) ?? '';
    return InsightsQuery.safeParse({ [name]: value }).success ? value : '';
  };
  const category = asked.get('category') ?? '';
  return {
    scope: known('scope'),
    from: known('from'),
    to: known('to'),
    playbook: known('playbook'),
    category: Category.safeParse(category).success ? category : '',
  };
}

/** The address of what was chosen, without the empty ones. */
export function searchOf(chosen: Chosen): string {
  return new URLSearchParams(
    NAMES.filter((name) => chosen[name] !== '').map((name) => [name, chosen[name]]),
  ).toString();
}

/** What was chosen, as the API is asked for it: the category is chosen on the page. */
export function asQuery({ scope, from, to, playbook }: Chosen): InsightsQuery {
  return {
    ...(scope && { scope: scope as 'team' | 'mine' }),
    ...(from && { from }),
    ...(to && { to }),
    ...(playbook && { playbook }),
  };
}
