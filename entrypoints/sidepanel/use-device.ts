import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { askToDrain } from '@/lib/sync/drain-message';
import { watchSyncStatus } from '@/lib/sync/sync-status';
import { theStore } from './device';
import { followStore, syncStatusQuery } from './queries';

/** Reads anew whatever another window or the background changes, while the screen is there. */
export function useFollowStore(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let stop = () => {};
    let gone = false;
    // The status is written after the last news of a drain, so it is heard by itself.
    const stopStatus = watchSyncStatus((status) => queries.setQueryData(syncStatusQuery.queryKey, status));
    theStore().then(
      (store) => {
        if (!gone) stop = followStore(queries, store);
      },
      // The screen's own queries say that the store cannot be opened.
      () => {},
    );
    return () => {
      gone = true;
      stop();
      stopStatus();
    };
  }, [queries]);
}

/** Whether there is no network; asks the background to send what waits as soon as there is one. */
export function useOffline(): boolean {
  return useSyncExternalStore(hearNetwork, () => !navigator.onLine);
}

function hearNetwork(listener: () => void): () => void {
  const back = () => {
    listener();
    void askToDrain(true);
  };
  addEventListener('online', back);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', back);
    removeEventListener('offline', listener);
  };
}
