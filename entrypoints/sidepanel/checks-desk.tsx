import { useQuery, useQueryClient } from '@tanstack/react-query';
import styles from '@/components/self-check/self-check.module.css';
import { SentChecks } from '@/components/self-check/sent-checks';
import { useTexts } from '@/components/ui/texts';
import type { SentCheck } from '@/lib/self-check/sent';
import type { Credential } from '@/lib/settings/credential';
import type { Read } from '@/lib/sync/read-api';
import { bringSentCheckBack, putSentCheckAway } from '@/lib/sync/sent-checks';
import { contentOf, sentChecksQuery } from './review-queries';
import { useSignedIn } from './use-signed-in';

/** Self-checks that clients sent, on the first page; nothing while there are none or nobody is signed in. */
export function ChecksDesk({ onStart }: { onStart: (one: SentCheck, team: string) => void }) {
  const queries = useQueryClient();
  const who = useSignedIn();
  const t = useTexts();
  const { data: sent, error } = useQuery(sentChecksQuery(who));
  const asked = async (ask: (me: Credential) => Promise<Read<unknown>>) => {
    contentOf(await ask(who as Credential));
    await queries.invalidateQueries({ queryKey: ['sent-checks'] });
  };
  if (!sent) return error ? <p className={styles.soft}>{t('checksOffline')}</p> : null;
  return (
    <SentChecks
      sent={sent}
      onStart={(one) => onStart(one, who?.teamId ?? '')}
      onAway={(id) => asked((me) => putSentCheckAway(me, id))}
      onBack={(id) => asked((me) => bringSentCheckBack(me, { id, sessionId: null }))}
    />
  );
}
