import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { PlaybookRef } from '@/lib/playbooks/playbook';
import { type ListQuery, SessionPage, StoredSession } from '../../sessions/wire';
import { contentOf, isRefusal } from './answer';
import { api } from './api';

/** Who is signed in; null when nobody is. */
export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () =>
    contentOf(api.me.$get()).catch((error: unknown) => {
      if (isRefusal(error, 'signed-out')) return null;
      throw error;
    }),
  staleTime: 60_000,
});
export type Me = NonNullable<Awaited<ReturnType<NonNullable<typeof meQuery.queryFn>>>>;

export type SessionFilters = Omit<ListQuery, 'cursor' | 'limit'>;

export const sessionsQuery = (filters: SessionFilters) =>
  infiniteQueryOptions({
    queryKey: ['sessions', filters],
    queryFn: async ({ pageParam }) => {
      const query = { ...filters, ...(pageParam ? { cursor: pageParam } : {}) };
      return SessionPage.parse(await contentOf(api.sessions.$get({ query })));
    },
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  });

/** One session; parsed, because documents live longer than the app that shows them. */
export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: ['session', id],
    queryFn: async () => StoredSession.parse(await contentOf(api.sessions[':id'].$get({ param: { id } }))),
  });

/** A version of a playbook never changes; null when it is not there. */
export const playbookQuery = ({ id, version }: PlaybookRef) =>
  queryOptions({
    queryKey: ['playbook', id, version],
    queryFn: () =>
      contentOf(api.playbooks[':id'][':version'].$get({ param: { id, version: String(version) } })).catch(
        (error: unknown) => {
          if (isRefusal(error, 'not-found')) return null;
          throw error;
        },
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: () => contentOf(api.team.members.$get()),
});

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: () => contentOf(api.invitations.$get()),
});

export const invitationQuery = (token: string) =>
  queryOptions({
    queryKey: ['invitation', token],
    queryFn: () => contentOf(api.invitations[':token'].$get({ param: { token } })),
  });

export const devicesQuery = queryOptions({
  queryKey: ['devices'],
  queryFn: () => contentOf(api.devices.$get()),
});
