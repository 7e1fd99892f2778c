import { type FormEvent, useLayoutEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import styles from './flag-card.module.css';

const WORDS = {
  kept: { label: 'flagKeepReason', save: 'flagKeepSave' },
  disputed: { label: 'flagDisputeReason', save: 'flagDisputeSave' },
} as const;

/** Asks for the few words that go with an answer. */
export function ReasonForm({
  kind,
  onSave,
  onCancel,
}: {
  kind: keyof typeof WORDS;
  onSave: (reason: string) => void;
  onCancel: () => void;
}) {
  const t = useTexts();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const toField = () => form.current?.querySelector('textarea')?.focus();
  // Before the next key: what is typed at once belongs to the reason.
  useLayoutEffect(toField, []);

  function save(event: FormEvent) {
    event.preventDefault();
    if (reason.trim() !== '') return onSave(reason.trim());
    setMissing(true);
    toField();
  }

  return (
    <form ref={form} className={styles.form} onSubmit={save} noValidate>
      <TextArea
        label={t(WORDS[kind].label)}
        hint={t('flagReasonHint')}
        problem={missing && reason.trim() === '' ? t('flagReasonMissing') : null}
        value={reason}
        onChange={setReason}
        maxLength={500}
      />
      <div className={styles.actions}>
        <Button type="submit">{t(WORDS[kind].save)}</Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('uiCancel')}
        </Button>
      </div>
    </form>
  );
}
