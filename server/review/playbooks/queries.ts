import { queryOptions } from '@tanstack/react-query';
import type { PlaybookDraft } from '@/lib/playbooks/draft';
import type { Playbook } from '@/lib/playbooks/playbook';
import { contentOf, isRefusal } from '../api/answer';
import { api } from '../api/api';

export const headsQuery = queryOptions({
  queryKey: ['playbooks'],
  queryFn: () => contentOf(api.playbooks.$get()),
});
export type PlaybookHead = Awaited<ReturnType<NonNullable<typeof headsQuery.queryFn>>>['playbooks'][number];

export const usageQuery = queryOptions({
  queryKey: ['playbooks', 'usage'],
  queryFn: () => contentOf(api.playbooks.usage.$get()),
});

export const recurringQuery = queryOptions({
  queryKey: ['playbooks', 'recurring'],
  queryFn: () => contentOf(api.playbooks.recurring.$get()),
});

export const draftsQuery = queryOptions({
  queryKey: ['playbooks', 'drafts'],
  queryFn: () => contentOf(api.playbooks.drafts.$get()),
});

/** The draft of a playbook; null while there is none. */
export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['playbooks', 'drafts', id],
    queryFn: () =>
      contentOf(api.playbooks.drafts[':id'].$get({ param: { id } })).catch((error: unknown) => {
        if (isRefusal(error, 'not-found')) return null;
        throw error;
      }),
    // The editor holds it from then on.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });

export const saveDraft = (document: PlaybookDraft, revision: number) =>
  contentOf(api.playbooks.drafts[':id'].$put({ param: { id: document.id }, json: { document, revision } }));
export const dropDraft = (id: string, revision: number) =>
  contentOf(api.playbooks.drafts[':id'].$delete({ param: { id }, query: { revision: String(revision) } }));
export const publishPlaybook = (playbook: Playbook) =>
  contentOf(
    api.playbooks[':id'][':version'].$put({
      param: { id: playbook.id, version: String(playbook.version) },
      json: playbook,
    }),
  );
