import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import { forPublishing, type SelfCheckDraft } from '@/lib/self-check/draft';
import { SelfCheck } from '@/lib/self-check/self-check';
import { isRefusal } from '../api/answer';
import { sentenceOf } from '../shell/query-state';
import { publishSelfCheck, selfChecksQuery } from './queries';

/** Makes a version of the draft, after saying what that means for the links that are out. */
export function Publish({
  draft,
  ready,
  onPublished,
}: {
  draft: SelfCheckDraft;
  ready: boolean;
  onPublished: (version: number) => void;
}) {
  const t = useTexts();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const publish = useMutation({
    mutationFn: () => publishSelfCheck(SelfCheck.parse(forPublishing(draft))),
    onSuccess: (head) => {
      // The list knows at once, so that one's own version never looks like somebody else's.
      queries.setQueryData(selfChecksQuery.queryKey, (known) => ({
        selfChecks: [...(known?.selfChecks.filter(({ id }) => id !== head.id) ?? []), head],
      }));
      onPublished(draft.version);
      void queries.invalidateQueries(selfChecksQuery);
    },
    // Somebody was quicker: the page then says which version is there.
    onError: (error) => isRefusal(error, 'already-there') && queries.invalidateQueries(selfChecksQuery),
  });
  return (
    <>
      <Button kind="primary" disabled={!ready} onClick={() => setAsking(true)}>
        {t('playbooksPublish')}
      </Button>
      <Dialog
        open={asking}
        title={t('playbooksPublishTitle', { version: draft.version })}
        onClose={() => {
          setAsking(false);
          publish.reset();
        }}
        actions={
          <Button kind="primary" disabled={publish.isPending} onClick={() => publish.mutate()}>
            {t('playbooksPublishDo')}
          </Button>
        }
      >
        <p>{t(draft.version === 1 ? 'playbooksPublishFirst' : 'selfCheckPublishNext')}</p>
        <p>{t('selfCheckPublishText')}</p>
        {publish.error ? <Notice tone="problem">{sentenceOf(publish.error, t)}</Notice> : null}
      </Dialog>
    </>
  );
}
