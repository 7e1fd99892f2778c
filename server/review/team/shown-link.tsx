import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import styles from './team.module.css';

/** An address that is shown this once, to be copied. */
export function ShownLink({ label, hint, link }: { label: string; hint: string; link: string }) {
  const t = useTexts();
  const [copied, setCopied] = useState<'yes' | 'failed' | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    );
  return (
    <div className={styles.link}>
      <TextField
        label={label}
        hint={hint}
        readOnly
        value={link}
        onChange={() => {}}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className={styles.actions}>
        <Button onClick={copy}>{t('webCopy')}</Button>
        <span role="status">{copied ? t(copied === 'yes' ? 'webCopied' : 'webCopyFailed') : null}</span>
      </div>
    </div>
  );
}
