import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { askToDrain } from '@/lib/sync/drain-message';
import { theStore } from './device';
import { followStore } from './queries';

/** Reads anew whatever another window or the background changes, while the screen is there. */
export function useFollowStore(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let stop = () => {};
    let gone = false;
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
