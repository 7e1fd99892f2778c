import { infiniteQueryOptions } from '@tanstack/react-query';
import { contentOf } from '../api/answer';
import { api } from '../api/api';

export type AuditFilters = Partial<Record<'action' | 'person' | 'from' | 'to', string>>;

export const auditQuery = (filters: AuditFilters) =>
  infiniteQueryOptions({
    queryKey: ['audit', filters],
    queryFn: ({ pageParam }) =>
      contentOf(api.audit.$get({ query: { ...filters, ...(pageParam ? { cursor: pageParam } : {}) } as never })),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    staleTime: 0,
  });
export type AuditLine = Awaited<ReturnType<NonNullable<ReturnType<typeof auditQuery>['queryFn']>>>['entries'][number];
