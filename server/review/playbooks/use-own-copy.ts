import { useMutation, useQueryClient } from '@tanstack/react-query';
import { v7 } from 'uuid';
import { useLocation } from 'wouter';
import { useTexts } from '@/components/ui/texts';
import { copyOf, emptyDraft, type PlaybookDraft } from '@/lib/playbooks/draft';
import { playbookIdOf } from '@/lib/playbooks/playbook-file';
import { playbookQuery } from '../api/queries';
import { saveDraft } from './queries';

/** Makes drafts of the team's own, under ids that are not taken, and opens them. */
export function useOwnCopy(taken: readonly string[]) {
  const t = useTexts();
  const queries = useQueryClient();
  const [, go] = useLocation();
  return useMutation({
    mutationFn: async (from: 'nothing' | { id: string; version: number } | { draft: PlaybookDraft }) => {
      const draft = await made(from);
      await saveDraft(draft, 0);
      return draft.id;
    },
    onSuccess: async (id) => {
      await queries.invalidateQueries({ queryKey: ['playbooks', 'drafts'] });
      go(`/playbooks/${id}`);
    },
  });

  async function made(from: 'nothing' | { id: string; version: number } | { draft: PlaybookDraft }) {
    if (from === 'nothing') return emptyDraft(playbookIdOf('playbook', taken), v7);
    if ('draft' in from) {
      const id = taken.includes(from.draft.id) ? playbookIdOf(from.draft.title, taken) : from.draft.id;
      return { ...from.draft, id, version: 1 };
    }
    const playbook = await queries.fetchQuery(playbookQuery(from));
    if (!playbook) throw new Error('the playbook is gone');
    const title = t('playbooksCopyTitle', { title: playbook.title });
    return copyOf(playbook, playbookIdOf(title, taken), title);
  }
}
