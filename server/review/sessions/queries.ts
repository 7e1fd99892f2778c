import { queryOptions } from '@tanstack/react-query';
import { contentOf } from '../api/answer';
import { api } from '../api/api';

export const playbookHeadsQuery = queryOptions({
  queryKey: ['playbooks'],
  queryFn: () => contentOf(api.playbooks.$get()),
  staleTime: 60_000,
});
