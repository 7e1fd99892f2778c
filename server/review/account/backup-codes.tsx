import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import styles from './account.module.css';

/** The backup codes, shown this once. */
export function BackupCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const t = useTexts();
  const [copied, setCopied] = useState<'yes' | 'failed' | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const copy = () =>
    navigator.clipboard.writeText(codes.join('\n')).then(
      () => setCopied('yes'),
      () => setCopied('failed'),
    );
  return (
    <div className={styles.codes}>
      <h3 ref={heading} tabIndex={-1} className={styles.subheading}>
        {t('accountCodes')}
      </h3>
      <p>{t('accountCodesText')}</p>
      <ul aria-label={t('accountCodes')}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={styles.actions}>
        <Button onClick={copy}>{t('accountCodesCopy')}</Button>
        <Button kind="primary" onClick={onDone}>
          {t('accountCodesKept')}
        </Button>
      </div>
      <div role="status">{copied === 'yes' ? t('uiCopied') : null}</div>
      {copied === 'failed' ? <Notice tone="problem">{t('accountCopyFailed')}</Notice> : null}
    </div>
  );
}
