import { QueryClient } from '@tanstack/react-query';

/** All of it works without a network: what is read and deleted here is on this device. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { networkMode: 'always', retry: 1 }, mutations: { networkMode: 'always' } },
  });
}
