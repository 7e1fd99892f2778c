import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { type Texts, useTexts } from '@/components/ui/texts';
import { Refusal } from '../api/answer';

/** What a query brought: the content, or that it is on its way, or what went wrong; content that is there stays there. */
export function Read<Data>({
  query,
  children,
}: {
  query: Pick<UseQueryResult<Data>, 'data' | 'error' | 'refetch'>;
  children: (data: Data) => ReactNode;
}) {
  const { data, error, refetch } = query;
  return (
    <>
      {error ? <Trouble error={error} kept={data !== undefined} onAgain={() => refetch()} /> : null}
      {data === undefined ? error ? null : <Waiting /> : children(data)}
    </>
  );
}

export function Waiting() {
  const t = useTexts();
  return <Skeleton label={t('webLoading')} lines={5} />;
}

/** What went wrong, in a sentence, and a way to try again. `kept` when what was read before is still shown. */
export function Trouble({ error, kept = false, onAgain }: { error: Error; kept?: boolean; onAgain: () => void }) {
  const t = useTexts();
  const offline = error instanceof Refusal && error.kind === 'offline';
  return (
    <Notice
      tone={offline ? 'calm' : 'problem'}
      title={t(offline ? 'webOffline' : 'webFailed')}
      actions={<Button onClick={onAgain}>{t('uiTryAgain')}</Button>}
    >
      {offline ? t(kept ? 'webOfflineKept' : 'webOfflineText') : sentenceOf(error, t)}
    </Notice>
  );
}

/** The API's own sentence, or one of ours where it had none. */
export function sentenceOf(error: Error, t: Texts): string {
  if (!(error instanceof Refusal)) return t('webUnexpected');
  if (error.kind === 'offline') return t('webOfflineText');
  return error.message || t('webUnexpected');
}
