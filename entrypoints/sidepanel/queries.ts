import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { browser } from 'wxt/browser';
import { readCall } from '@/lib/call/call-memory';
import { loadShippedPlaybooks } from '@/lib/playbooks/load-shipped';
import type { Playbook, PlaybookRef } from '@/lib/playbooks/playbook';
import { progress } from '@/lib/session/sequence';
import { readCredential } from '@/lib/settings/credential';
import { readSettings } from '@/lib/settings/settings';
import type { Store } from '@/lib/storage/open-store';
import { listSyncStates, readSyncState } from '@/lib/storage/outbox';
import { recallPlaybook } from '@/lib/storage/playbooks';
import type { SessionHead } from '@/lib/storage/session-head';
import { listSessions, readSession } from '@/lib/storage/sessions';
import { readSyncStatus } from '@/lib/sync/sync-status';
import { theStore } from './device';

export type HowFar = { done: number; of: number };

/** Every session on this device, where each one is, and how far the unfinished ones are. */
export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async () => {
    const store = await theStore();
    const [heads, sync] = await Promise.all([listSessions(store), listSyncStates(store)]);
    const unfinished = heads.filter(({ finishedAt, unreadable }) => finishedAt === null && !unreadable);
    const far = await Promise.all(unfinished.map(async (head) => [head.id, await howFar(store, head)] as const));
    return { heads, sync, far: new Map(far) };
  },
});

async function howFar(store: Store, { id, playbook: ref }: SessionHead): Promise<HowFar | null> {
  const [read, playbook] = await Promise.all([readSession(store, id), ref ? playbookOf(store, ref) : null]);
  if (read.kind !== 'found' || !playbook) return null;
  const stages = progress(playbook, read.session);
  const of = stages.reduce(
    (sum, { asked, skipped, notRelevant, open }) => sum + asked + skipped + notRelevant + open,
    0,
  );
  return { of, done: of - stages.reduce((sum, { open }) => sum + open, 0) };
}

export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: ['session', id],
    queryFn: async () => readSession(await theStore(), id),
    // Read once for the writer, which follows every change from then on.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export const syncQuery = (id: string) =>
  queryOptions({ queryKey: ['sync', id], queryFn: async () => readSyncState(await theStore(), id) });

let shipped: Promise<Playbook[]> | null = null;
const theShipped = () => {
  shipped ??= loadShippedPlaybooks();
  return shipped;
};

export const shippedQuery = queryOptions({
  queryKey: ['playbooks', 'shipped'],
  queryFn: theShipped,
  staleTime: Number.POSITIVE_INFINITY,
});

/** The team's own playbooks, each in its newest version; none without a team or a network. */
export const teamPlaybooksQuery = queryOptions({
  queryKey: ['playbooks', 'team'],
  queryFn: async (): Promise<Playbook[]> => {
    const credential = await readCredential();
    if (!credential?.teamId) return [];
    const { listTeamPlaybooks, readTeamPlaybook } = await import('@/lib/sync/read-api');
    const heads = await listTeamPlaybooks(credential);
    if (heads.kind !== 'read') return [];
    const own = newestOf(heads.value.filter(({ from }) => from === 'team'));
    const read = await Promise.all(own.map((ref) => readTeamPlaybook(credential, ref)));
    return read.flatMap((one) => (one.kind === 'read' ? [one.value] : []));
  },
});

function newestOf<Head extends PlaybookRef>(heads: readonly Head[]): Head[] {
  return heads.filter(({ id, version }) => !heads.some((other) => other.id === id && other.version > version));
}

/** The very version a session began with: as kept with it, else one that ships; null when neither is here. */
export const playbookQuery = (ref: PlaybookRef) =>
  queryOptions({
    queryKey: ['playbook', ref.id, ref.version],
    queryFn: async () => playbookOf(await theStore(), ref),
    staleTime: Number.POSITIVE_INFINITY,
  });

async function playbookOf(store: Store, ref: PlaybookRef): Promise<Playbook | null> {
  const isIt = ({ id, version }: PlaybookRef) => id === ref.id && version === ref.version;
  return (await recallPlaybook(store, ref)) ?? (await theShipped()).find(isIt) ?? null;
}

export const windowQuery = queryOptions({
  queryKey: ['window'],
  queryFn: async () => (await browser.windows.getCurrent()).id ?? -1,
  staleTime: Number.POSITIVE_INFINITY,
});

export const callQuery = (windowId: number | undefined) =>
  queryOptions({
    queryKey: ['call', windowId],
    queryFn: () => readCall(windowId as number),
    enabled: windowId !== undefined,
  });

export const settingsQuery = queryOptions({ queryKey: ['settings'], queryFn: readSettings });

/** Reads anew what other windows or the background changed. */
export function followStore(queries: QueryClient, store: Store): () => void {
  return store.listen((news) => {
    void queries.invalidateQueries({ queryKey: ['sessions'] });
    if (news.kind !== 'saved') void queries.invalidateQueries({ queryKey: ['sync'] });
  });
}

export const syncStatusQuery = queryOptions({ queryKey: ['sync', 'status'], queryFn: readSyncStatus });
