import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type CrmActions, CrmNotes } from '@/components/crm/crm-notes';
import { useTexts } from '@/components/ui/texts';
import { SessionCrm } from '@/lib/crm/session-crm';
import { contentOf } from '../api/answer';
import { api } from '../api/api';
import { sentenceOf } from '../shell/query-state';

/** Where the note of a session stands in the team's CRM. */
export function CrmSection({ id }: { id: string }) {
  const t = useTexts();
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ['crm', id],
    queryFn: async () => SessionCrm.parse(await contentOf(api.sessions[':id'].crm.$get({ param: { id } }))),
  });
  const actions = useMemo<CrmActions>(() => {
    const at = api.sessions[':id'].crm[':connectionId'];
    const after = async (done: Promise<unknown>) => {
      await done;
      await queries.invalidateQueries({ queryKey: ['crm', id] });
    };
    return {
      choose: (connectionId, json) => after(contentOf(at.match.$put({ param: { id, connectionId }, json }))),
      find: async (connectionId, json) =>
        (await contentOf(at.find.$post({ param: { id, connectionId }, json }))).matches,
      retry: (connectionId) => after(contentOf(at.retry.$post({ param: { id, connectionId } }))),
      sentence: (error) => (error instanceof Error ? sentenceOf(error, t) : t('webUnexpected')),
    };
  }, [id, queries, t]);
  return data ? <CrmNotes notes={data.notes} actions={actions} /> : null;
}
