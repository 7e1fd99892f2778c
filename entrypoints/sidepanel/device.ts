import { v7 } from 'uuid';
import type { At } from '@/lib/session/at';
import { keepStorage } from '@/lib/storage/keep-storage';
import { openStore, type Store } from '@/lib/storage/open-store';

let opening: Promise<Store> | null = null;

/** The store of this panel, opened once; after a failure the next call tries anew. */
export function theStore(): Promise<Store> {
  opening ??= openStore().then(
    (store) => {
      void keepStorage();
      return store;
    },
    (problem) => {
      opening = null;
      throw problem;
    },
  );
  return opening;
}

export const newId = v7;

/** This moment, and where ids come from. */
export function at(): At {
  return { now: new Date().toISOString(), newId };
}
