import { QueryCache, QueryClient } from '@tanstack/react-query';
import { isRefusal, Refusal } from './answer';
import { meQuery } from './queries';

/** How this app reads: once more when the network failed, never when the API said no. Asks who is signed in when that ended. */
export function createQueries(): QueryClient {
  const queries = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (isRefusal(error, 'signed-out')) queries.setQueryData(meQuery.queryKey, null);
      },
    }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 15_000,
        retry: (times, error) => times < 1 && error instanceof Refusal && error.kind === 'offline',
        retryDelay: 1_000,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
  return queries;
}
