import { useQuery, useQueryClient } from '@tanstack/react-query';
import { SentChecks } from '@/components/self-check/sent-checks';
import type { SentCheck } from '@/lib/self-check/sent';
import type { Credential } from '@/lib/settings/credential';
import { putSentCheckAway } from '@/lib/sync/sent-checks';
import { contentOf, sentChecksQuery } from './review-queries';
import { useSignedIn } from './use-signed-in';

/** Self-checks that clients sent, on the first page; nothing while there are none, nobody is signed in or the network is away. */
export function ChecksDesk({ onStart }: { onStart: (one: SentCheck, team: string) => void }) {
  const queries = useQueryClient();
  const who = useSignedIn();
  const { data: sent = [] } = useQuery(sentChecksQuery(who));
  const away = async (id: string) => {
    contentOf(await putSentCheckAway(who as Credential, id));
    await queries.invalidateQueries({ queryKey: ['sent-checks'] });
  };
  return <SentChecks sent={sent} onStart={(one) => onStart(one, who?.teamId ?? '')} onAway={away} />;
}
