import { queryOptions } from '@tanstack/react-query';
import { ClientView } from '../../clients/wire';
import { contentOf } from '../api/answer';
import { api } from '../api/api';

/** One client by its exact name; parsed, because documents live longer than the app that shows them. */
export const clientQuery = (name: string) =>
  queryOptions({
    queryKey: ['client', name],
    queryFn: async () => ClientView.parse(await contentOf(api.clients.$get({ query: { name } }))),
  });
