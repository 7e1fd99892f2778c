import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import { changesOf, type PlaybookChange } from '@/lib/playbooks/changes';
import type { PlaybookDraft } from '@/lib/playbooks/draft';
import type { DraftProblem } from '@/lib/playbooks/draft-problems';
import type { Playbook } from '@/lib/playbooks/playbook';
import { Refusal } from '../api/answer';
import { sentenceOf } from '../shell/query-state';
import type { DraftWriter } from './draft-writer';
import styles from './playbooks.module.css';
import { dropDraft, publishPlaybook } from './queries';

const CHANGE_WORDS: Record<PlaybookChange['kind'], MessageKey> = {
  title: 'playbooksChangeTitle',
  order: 'playbooksChangeOrder',
  'stage-added': 'playbooksChangeStageAdded',
  'stage-removed': 'playbooksChangeStageRemoved',
  'stage-changed': 'playbooksChangeStageChanged',
  'question-added': 'playbooksChangeQuestionAdded',
  'question-removed': 'playbooksChangeQuestionRemoved',
  'question-changed': 'playbooksChangeQuestionChanged',
};

/** Makes a version of the draft, after saying what changes against the last one. */
export function Publish({
  draft,
  last,
  problems,
  writer,
  onPublished,
}: {
  draft: PlaybookDraft;
  last: Playbook | null;
  problems: readonly DraftProblem[];
  writer: DraftWriter;
  onPublished: (version: number) => void;
}) {
  const t = useTexts();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const changes = changesOf(last, draft);
  const publish = useMutation({
    mutationFn: async () => {
      await writer.flush();
      const { state } = writer.held();
      if (state === 'offline') throw new Refusal('offline', '', '');
      if (state !== 'saved')
        throw new Refusal('refused', state, t(state === 'conflict' ? 'playbooksConflict' : 'playbooksSaveFailed'));
      await publishPlaybook(draft);
      // What is left of a draft that could not be dropped is the version itself.
      await dropDraft(draft.id, writer.revision()).catch(() => {});
      await queries.invalidateQueries({ queryKey: ['playbooks'] });
    },
    onSuccess: () => onPublished(draft.version),
  });
  return (
    <>
      <Button kind="primary" onClick={() => setAsking(true)} disabled={problems.length > 0}>
        {t('playbooksPublish')}
      </Button>
      <Dialog
        open={asking}
        title={t('playbooksPublishTitle', { version: draft.version })}
        onClose={() => setAsking(false)}
        actions={
          <Button kind="primary" disabled={publish.isPending} onClick={() => publish.mutate()}>
            {t('playbooksPublishDo')}
          </Button>
        }
      >
        <p>{t('playbooksPublishText')}</p>
        {last === null ? (
          <p>{t('playbooksPublishFirst')}</p>
        ) : changes.length === 0 ? (
          <p>{t('playbooksPublishSame')}</p>
        ) : (
          <>
            <p>{t('playbooksChanges', { version: last.version })}</p>
            <ul className={styles.changes}>
              {changes.map(({ kind, what }) => (
                <li key={`${kind} ${what}`}>{t(CHANGE_WORDS[kind], { what })}</li>
              ))}
            </ul>
          </>
        )}
        {publish.error ? <Notice tone="problem">{sentenceOf(publish.error, t)}</Notice> : null}
      </Dialog>
    </>
  );
}
