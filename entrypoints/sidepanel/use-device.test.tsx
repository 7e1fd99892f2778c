import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { writeSyncStatus } from '@/lib/sync/sync-status';
import { syncStatusQuery } from './queries';
import { useFollowStore } from './use-device';

afterEach(cleanup);

function Status() {
  useFollowStore();
  return <p>{useQuery(syncStatusQuery).data?.kind ?? 'none'}</p>;
}

it('hears that the expert is signed in again, though the store has no more news', async () => {
  const status = { kind: 'signed-out', waiting: 1, at: 1, nextAt: null } as const;
  await writeSyncStatus(status);
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { staleTime: 30_000 } } })}>
      <Status />
    </QueryClientProvider>,
  );
  expect(await screen.findByText('signed-out')).toBeTruthy();
  await writeSyncStatus({ ...status, kind: 'done', waiting: 0 });
  expect(await screen.findByText('done')).toBeTruthy();
});
