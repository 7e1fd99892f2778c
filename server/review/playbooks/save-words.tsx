import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import type { SaveState } from './draft-writer';
import styles from './playbooks.module.css';

const WORDS: Record<Exclude<SaveState, 'conflict'>, MessageKey> = {
  saved: 'playbooksSaved',
  unsaved: 'playbooksUnsaved',
  saving: 'playbooksSaving',
  offline: 'playbooksOfflineKept',
  failed: 'playbooksSaveFailed',
};

/** Whether what was typed is saved, in words, and what to do when it is not. */
export function SaveWords({
  state,
  onAgain,
  onMine,
  onTheirs,
}: {
  state: SaveState;
  onAgain: () => void;
  onMine: () => void;
  onTheirs: () => void;
}) {
  const t = useTexts();
  if (state === 'conflict')
    return (
      <Notice
        tone="problem"
        title={t('playbooksConflict')}
        actions={
          <>
            <Button onClick={onMine}>{t('playbooksMine')}</Button>
            <Button onClick={onTheirs}>{t('playbooksTheirs')}</Button>
          </>
        }
      >
        {t('playbooksConflictText')}
      </Notice>
    );
  const stuck = state === 'offline' || state === 'failed';
  return (
    <div className={styles.actions}>
      <p role="status" className={styles.soft}>
        {t(WORDS[state])}
      </p>
      {stuck ? <Button onClick={onAgain}>{t('uiTryAgain')}</Button> : null}
    </div>
  );
}
