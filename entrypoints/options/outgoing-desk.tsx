import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Outgoing, type OutgoingSessions } from '@/components/options-page/outgoing';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import { listOutbox, sendAgain, sendNow } from '@/lib/storage/outbox';
import { listSessions } from '@/lib/storage/sessions';
import { askToDrain } from '@/lib/sync/drain-message';
import type { SyncStatus } from '@/lib/sync/sync-status';
import { theStore } from '../sidepanel/device';

/** What has not reached this team yet; tried again when the network comes back or the expert asks. */
export function OutgoingDesk({ teamId }: { teamId: string }) {
  const t = useTexts();
  const queries = useQueryClient();
  const left = useQuery({ queryKey: ['kept', 'outgoing', teamId], queryFn: () => readOutgoing(teamId) });
  const sending = useMutation({
    mutationFn: async (sessionId: string | null): Promise<MessageKey> => {
      const store = await theStore();
      if (sessionId === null) await sendNow(store, teamId);
      else await sendAgain(store, sessionId);
      return sentenceOf(await askToDrain(true), await readOutgoing(teamId));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['kept'] }),
  });
  useEffect(() => {
    const back = () => void askToDrain(true);
    addEventListener('online', back);
    return () => removeEventListener('online', back);
  }, []);
  if (!left.data) return null;
  return (
    <Outgoing
      sessions={left.data}
      said={sending.isError ? t('dataFailed') : sending.data ? t(sending.data) : null}
      busy={sending.isPending}
      onSendNow={() => sending.isPending || sending.mutate(null)}
      onSendAgain={(sessionId) => sending.isPending || sending.mutate(sessionId)}
    />
  );
}

async function readOutgoing(teamId: string): Promise<OutgoingSessions> {
  const store = await theStore();
  const [outbox, heads] = await Promise.all([listOutbox(store), listSessions(store)]);
  const mine = outbox.filter((entry) => entry.teamId === teamId && entry.kind === 'put');
  return {
    waiting: mine.filter(({ refusal }) => refusal === null).length,
    refused: mine.flatMap(({ sessionId, refusal }) =>
      refusal
        ? [{ sessionId, client: heads.find(({ id }) => id === sessionId)?.client ?? '', sentence: refusal.sentence }]
        : [],
    ),
  };
}

function sentenceOf(status: SyncStatus | null, { waiting, refused }: OutgoingSessions): MessageKey {
  const kind = status?.kind ?? 'offline';
  switch (kind) {
    case 'signed-out':
      return 'syncSentSignedOut';
    case 'no-team':
      return 'optionsSignInNoTeam';
    case 'paused':
      return 'syncSentPaused';
    case 'storage':
      return 'dataFailed';
    case 'offline':
      return 'syncSentOffline';
    case 'done':
      return refused.length > 0 ? 'syncSentRefused' : waiting > 0 ? 'syncSentPaused' : 'syncSentAll';
    default:
      throw new Error(`unhandled ${kind satisfies never}`);
  }
}
