import { useMutation, useQueryClient } from '@tanstack/react-query';
import { v7 } from 'uuid';
import { useLocation } from 'wouter';
import { useTexts } from '@/components/ui/texts';
import { playbookIdOf } from '@/lib/playbooks/playbook-file';
import { copyOf, emptyDraft, type SelfCheckDraft } from '@/lib/self-check/draft';
import type { SelfCheckRef } from '@/lib/self-check/self-check';
import { keepDraft } from './kept-checks';
import { selfCheckQuery } from './queries';

type From = 'nothing' | SelfCheckRef | { draft: SelfCheckDraft };

/** Random, and short enough to be read in a file. */
export const newCheckId = () => v7().slice(-12);

/** Makes drafts of the team's own, under ids that are not taken, and opens them. */
export function useOwnCheck(teamId: string, taken: readonly string[]) {
  const t = useTexts();
  const queries = useQueryClient();
  const [, go] = useLocation();
  return useMutation({
    mutationFn: async (from: From) => {
      const draft = await made(from);
      keepDraft(teamId, draft.id, draft);
      return draft.id;
    },
    onSuccess: (id) => go(`/self-checks/${id}`),
  });

  async function made(from: From): Promise<SelfCheckDraft> {
    if (from === 'nothing') {
      const language = globalThis.navigator?.language || 'en';
      return emptyDraft(playbookIdOf('self-check', taken), language, newCheckId);
    }
    if ('draft' in from) {
      const { id, title } = from.draft;
      return { ...from.draft, id: taken.includes(id) ? playbookIdOf(title || id, taken) : id, version: 1 };
    }
    const check = await queries.fetchQuery(selfCheckQuery(from));
    const title = t('playbooksCopyTitle', { title: check.title });
    return copyOf(check, playbookIdOf(title, taken), title);
  }
}
