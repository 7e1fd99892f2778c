import { queryOptions } from '@tanstack/react-query';
import { contentOf } from '../api/answer';
import { api } from '../api/api';

export const settingsQuery = queryOptions({
  queryKey: ['team-settings'],
  queryFn: () => contentOf(api.team.settings.$get()),
});
export type Settings = Awaited<ReturnType<NonNullable<typeof settingsQuery.queryFn>>>;
type Change = { requireTwoFactor?: boolean; retentionMonths?: number | null };

export const changeSettings = (json: Change) => contentOf(api.team.settings.$patch({ json }));

/** How many sessions are older than so many months now. */
export const dueQuery = (months: number) =>
  queryOptions({
    queryKey: ['retention', months],
    queryFn: () => contentOf(api.team.settings.retention.$get({ query: { months: String(months) } })),
  });

export const deletionQuery = queryOptions({
  queryKey: ['deletion'],
  queryFn: () => contentOf(api.team.deletion.$get()),
});
export const askDeletion = (json: { name: string; password?: string; code?: string }) =>
  contentOf(api.team.deletion.$post({ json }));
export const undoDeletion = () => contentOf(api.team.deletion.$delete());
