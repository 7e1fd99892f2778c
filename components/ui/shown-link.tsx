import { useState } from 'react';
import { Button } from './button';
import styles from './shown-link.module.css';
import { TextField } from './text-field';
import { useTexts } from './texts';

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
        <Button onClick={() => void copy()}>{t('uiCopyLink')}</Button>
        <span role="status">{copied ? t(copied === 'yes' ? 'uiCopied' : 'uiCopyFailed') : null}</span>
      </div>
    </div>
  );
}
