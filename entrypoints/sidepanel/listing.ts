import type { ListedSession } from '@/components/start-form/session-list';
import type { Listing } from '@/components/start-form/start-page';
import type { Texts } from '@/components/ui/texts';
import type { SyncState } from '@/lib/storage/outbox-entry';
import type { SessionHead } from '@/lib/storage/session-head';
import { StorageError, storageProblemKeys } from '@/lib/storage/storage-problem';
import type { HowFar } from './queries';

type Sessions = { heads: SessionHead[]; sync: Map<string, SyncState>; far: Map<string, HowFar | null> };

/** What the start page lists of what the device gave. */
export function listingOf({ data, error }: { data: Sessions | undefined; error: unknown }, t: Texts): Listing {
  if (!data)
    return error
      ? { kind: 'failed', sentence: t(storageProblemKeys[StorageError.from(error).problem]) }
      : { kind: 'loading' };
  const readable = data.heads.filter(({ unreadable }) => !unreadable);
  const listed = (head: SessionHead): ListedSession => ({
    id: head.id,
    client: head.client,
    title: head.title,
    at: head.finishedAt ?? head.startedAt,
    progress: data.far.get(head.id) ?? null,
    sync: head.finishedAt ? (data.sync.get(head.id) ?? { kind: 'on-device' }) : null,
  });
  return {
    kind: 'read',
    unfinished: readable.filter(({ finishedAt }) => finishedAt === null).map(listed),
    finished: readable.filter(({ finishedAt }) => finishedAt !== null).map(listed),
    unreadable: data.heads.filter(({ unreadable }) => unreadable).map(({ id, client }) => ({ id, client })),
    waiting: [...data.sync.values()].filter(({ kind }) => kind === 'waiting').length,
  };
}
