import { queryOptions } from '@tanstack/react-query';
import { Insights, type InsightsQuery } from '@/lib/insights/insights';
import { contentOf } from '../api/answer';
import { api } from '../api/api';

export const insightsQuery = (query: InsightsQuery) =>
  queryOptions({
    queryKey: ['insights', query],
    queryFn: async () => Insights.parse(await contentOf(api.insights.$get({ query }))),
    staleTime: 60_000,
  });
