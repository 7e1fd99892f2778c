import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type RecordActions, RecordSection } from '@/components/record/record-section';
import { useTexts } from '@/components/ui/texts';
import { RecordAnswer } from '@/lib/record/wire';
import { contentOf } from '../api/answer';
import { api } from '../api/api';
import { sentenceOf, Trouble } from '../shell/query-state';

/** The decision record of a session, for who may read it. */
export function RecordPart({ id, isOwn }: { id: string; isOwn: boolean }) {
  const t = useTexts();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['record', id],
    queryFn: async () => RecordAnswer.parse(await contentOf(api.sessions[':id'].record.$get({ param: { id } }))),
  });
  const actions = useMemo<RecordActions>(() => {
    const at = api.sessions[':id'].record;
    const after = async <T,>(asked: Promise<T>): Promise<T> => {
      const done = await asked;
      await queries.invalidateQueries({ queryKey: ['record', id] });
      return done;
    };
    return {
      share: () => after(contentOf(at.$post({ param: { id } }))),
      renew: () => after(contentOf(at.address.$post({ param: { id } }))),
      mail: (to) => after(contentOf(at.mail.$post({ param: { id }, json: { to } }))),
      revoke: () => after(contentOf(at.address.$delete({ param: { id } }))),
      answer: (responseId, json) =>
        after(contentOf(at.responses[':responseId'].$put({ param: { id, responseId }, json }))),
      sentence: (error) => (error instanceof Error ? sentenceOf(error, t) : t('recordNotDone')),
    };
  }, [id, queries, t]);
  return (
    <>
      {error ? <Trouble error={error} kept={data !== undefined} onAgain={() => refetch()} /> : null}
      {data ? <RecordSection record={data.record} isOwn={isOwn} actions={actions} /> : null}
    </>
  );
}
