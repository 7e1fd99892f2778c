import { useId, useLayoutEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import styles from './question-card.module.css';

/** Asks why a question is skipped; a skip without a reason is not taken. */
export function SkipForm({ onSkip, onCancel }: { onSkip: (reason: string) => void; onCancel: () => void }) {
  const t = useTexts();
  const id = useId();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const toField = () => document.getElementById(id)?.focus();
  // Before the next key: what is typed at once belongs to the reason.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useLayoutEffect(toField, []);
  const missing = tried && reason.trim() === '';
  return (
    <form
      className={styles.skip}
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim() !== '') return onSkip(reason.trim());
        setTried(true);
        toField();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel();
      }}
    >
      <TextField
        id={id}
        label={t('questionSkipReason')}
        hint={t('questionSkipHint')}
        problem={missing ? t('questionSkipMissing') : null}
        value={reason}
        onChange={setReason}
        maxLength={500}
      />
      <div className={styles.actions}>
        <Button type="submit" kind="primary">
          {t('questionSkip')}
        </Button>
        <Button onClick={onCancel}>{t('uiCancel')}</Button>
      </div>
    </form>
  );
}
