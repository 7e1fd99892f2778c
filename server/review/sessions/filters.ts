import { Category } from '@/lib/pitch/flag';
import type { SessionFilters } from '../api/queries';

/** What the list is narrowed to, as the address holds it. Days are calendar days of the reader, both included. */
export type Filters = { expert: string; client: string; category: string; decided: string; from: string; to: string };

export const FILTER_NAMES = ['expert', 'client', 'category', 'decided', 'from', 'to'] as const;
export const NO_FILTERS: Filters = { expert: '', client: '', category: '', decided: '', from: '', to: '' };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Reads an address; what it does not know or cannot be is left out. */
export function filtersOf(search: string): Filters {
  const asked = new URLSearchParams(search);
  const text = (name: keyof Filters) => (asked.get(name) ?? '').trim().slice(0, 200);
  const day = (name: keyof Filters) => (isDay(text(name)) ? text(name) : '');
  return {
    expert: text('expert').slice(0, 64),
    client: text('client'),
    category: Category.safeParse(text('category')).success ? text('category') : '',
    decided: ['true', 'false'].includes(text('decided')) ? text('decided') : '',
    from: day('from'),
    to: day('to'),
  };
}

/** The address of filters, without the empty ones. */
export function searchOf(filters: Filters): string {
  const set = FILTER_NAMES.filter((name) => filters[name].trim() !== '').map((name) => [name, filters[name].trim()]);
  return new URLSearchParams(set).toString();
}

/** Filters as the API asks for them: moments in place of days, the end not included. */
export function asQuery(filters: Filters): SessionFilters {
  const { expert, client, category, decided, from, to } = filters;
  return {
    ...(expert && { expert }),
    ...(client && { client }),
    ...(category && { category: category as Category }),
    ...(decided && { decided: decided as 'true' | 'false' }),
    ...(from && { from: startOfDay(from, 0) }),
    ...(to && { to: startOfDay(to, 1) }),
  };
}

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00`));
}

/** When a day begins where the reader is, `later` days on. */
function startOfDay(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}
