import { Category } from '@/lib/pitch/flag';
import { StageKind } from '@/lib/playbooks/playbook';
import { Need } from '@/lib/review/review';
import type { SessionFilters } from '../api/queries';

/** What the list is narrowed to, as the address holds it. Days are calendar days of the reader, both included. */
export const FILTER_NAMES = [
  'text',
  'expert',
  'client',
  'category',
  'stage',
  'playbook',
  'decided',
  'reviewed',
  'need',
  'from',
  'to',
] as const;
export type FilterName = (typeof FILTER_NAMES)[number];

/** With the order of the list: '' for the newest first, `need` for what needs a look first. */
export type Filters = Record<FilterName, string> & { order: string };

export const NO_FILTERS: Filters = {
  text: '',
  expert: '',
  client: '',
  category: '',
  stage: '',
  playbook: '',
  decided: '',
  reviewed: '',
  need: '',
  from: '',
  to: '',
  order: '',
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SLUG = /^[a-z0-9][a-z0-9-]{0,63}$/;
const YES_OR_NO = ['true', 'false'];

/** Reads an address; what it does not know or cannot be is left out. */
export function filtersOf(search: string): Filters {
  const asked = new URLSearchParams(search);
  const text = (name: keyof Filters) => (asked.get(name) ?? '').trim().slice(0, 200);
  const only = (name: keyof Filters, fits: (value: string) => boolean) => (fits(text(name)) ? text(name) : '');
  return {
    text: text('text'),
    expert: text('expert').slice(0, 64),
    client: text('client'),
    category: only('category', (value) => Category.safeParse(value).success),
    stage: only('stage', (value) => StageKind.safeParse(value).success),
    playbook: only('playbook', (value) => SLUG.test(value)),
    decided: only('decided', (value) => YES_OR_NO.includes(value)),
    reviewed: only('reviewed', (value) => YES_OR_NO.includes(value)),
    need: only('need', (value) => Need.safeParse(value).success),
    from: only('from', isDay),
    to: only('to', isDay),
    order: only('order', (value) => value === 'need'),
  };
}

/** The address of filters, without the empty ones. */
export function searchOf(filters: Filters): string {
  const set = [...FILTER_NAMES, 'order' as const]
    .filter((name) => filters[name].trim() !== '')
    .map((name) => [name, filters[name].trim()]);
  return new URLSearchParams(set).toString();
}

/** How many filters are set; the order is none. */
export function countOf(filters: Filters): number {
  return FILTER_NAMES.filter((name) => filters[name].trim() !== '').length;
}

/** Filters as the API asks for them: moments in place of days, the end not included. */
export function asQuery(filters: Filters): SessionFilters {
  const { from, to, ...rest } = filters;
  const set = Object.entries(rest).filter(([, value]) => value !== '');
  return {
    ...(Object.fromEntries(set) as SessionFilters),
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
