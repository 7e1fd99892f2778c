import { queryOptions } from '@tanstack/react-query';
import { contentOf } from '../api/answer';
import { api } from '../api/api';

/** One's saved views and those that other leads share. */
export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: () => contentOf(api.views.$get()),
  staleTime: 60_000,
});

export const addView = (view: { id: string; name: string; search: string; shared: boolean }) =>
  contentOf(api.views.$post({ json: view }));
export const renameView = (id: string, name: string) =>
  contentOf(api.views[':id'].$patch({ param: { id }, json: { name } }));
export const deleteView = (id: string) => contentOf(api.views[':id'].$delete({ param: { id } }));
