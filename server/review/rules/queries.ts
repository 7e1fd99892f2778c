import { queryOptions } from '@tanstack/react-query';
import type { TeamRule } from '@/lib/pitch/team-rule';
import { contentOf } from '../api/answer';
import { api } from '../api/api';

/** What counts in the panels. */
export const teamFlagsQuery = queryOptions({
  queryKey: ['rules', 'counting'],
  // The browser answers a 304 from what it keeps, so a 200 with content comes here.
  queryFn: () =>
    contentOf(api.rules.$get() as Promise<Exclude<Awaited<ReturnType<typeof api.rules.$get>>, { status: 304 }>>),
});

export const rulesQuery = queryOptions({
  queryKey: ['rules', 'all'],
  queryFn: () => contentOf(api.rules.all.$get()),
});
export type RuleEntry = Awaited<ReturnType<NonNullable<typeof rulesQuery.queryFn>>>['rules'][number];

const param = (id: string) => ({ param: { id } });
export const saveRule = (id: string, rule: TeamRule, seen: string | null) =>
  contentOf(api.rules[':id'].$put({ ...param(id), json: { rule, seen } }));
export const dropRule = (id: string) => contentOf(api.rules[':id'].$delete(param(id)));
export const publishRule = (id: string) => contentOf(api.rules[':id'].publish.$post(param(id)));
export const retireRule = (id: string) => contentOf(api.rules[':id'].retire.$post(param(id)));
export const tryRule = (id: string, rule: TeamRule) =>
  contentOf(api.rules[':id'].try.$post({ ...param(id), json: { rule } }));
export const setFlags = (json: { neverFlagged: string[] } | { sensitivity: 'quiet' | 'normal' | 'strict' | null }) =>
  contentOf(api.team.settings.$patch({ json }));
