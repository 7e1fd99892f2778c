import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { type RecordActions, RecordSection } from '@/components/record/record-section';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import type { Session } from '@/lib/session/session';
import type { Credential } from '@/lib/settings/credential';
import type { Read } from '@/lib/sync/read-api';
import { answerResponse, mailRecord, readRecord, renewRecord, revokeRecord, shareRecord } from '@/lib/sync/record';
import { contentOf, Unread } from './review-queries';
import { useSignedIn } from './use-signed-in';

/** How often the client's answers are looked for, in ms. */
const EVERY = 15_000;

/** The decision record of one's session: what the client reads, corrects and confirms. */
export function RecordDesk({ session }: { session: Session }) {
  const t = useTexts();
  const queries = useQueryClient();
  const who = useSignedIn();
  const { id } = session;
  const {
    data: record,
    error,
    refetch,
  } = useQuery({
    queryKey: ['record', who?.userId, id],
    queryFn: async () => contentOf(await readRecord(who as Credential, id)),
    enabled: Boolean(who),
    refetchInterval: EVERY,
    retry: false,
  });
  const actions = useMemo<RecordActions>(() => {
    const asked = async <T,>(ask: (signedIn: Credential) => Promise<Read<T>>): Promise<T> => {
      if (!who) throw new Unread({ kind: 'signed-out' });
      const value = contentOf(await ask(who));
      await queries.invalidateQueries({ queryKey: ['record'] });
      return value;
    };
    return {
      share: () => asked((me) => shareRecord(me, id)),
      renew: () => asked((me) => renewRecord(me, id)),
      mail: (to) => asked((me) => mailRecord(me, id, to)),
      revoke: () => asked((me) => revokeRecord(me, id)),
      answer: (responseId, answer) => asked((me) => answerResponse(me, { id, responseId }, answer)),
      sentence: (error) => (error instanceof Unread && error.message) || t('recordNotDone'),
    };
  }, [who, id, queries, t]);
  return (
    <>
      {error ? (
        <Notice tone="calm" actions={<Button onClick={() => void refetch()}>{t('uiTryAgain')}</Button>}>
          {(error instanceof Unread && error.message) || t(record === undefined ? 'recordUnread' : 'recordUnreadKept')}
        </Notice>
      ) : null}
      {record === undefined ? null : <RecordSection record={record} isOwn actions={actions} />}
    </>
  );
}
