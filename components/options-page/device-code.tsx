import { useEffect, useRef, useState } from 'react';
import { Button, ButtonLink } from '@/components/ui/button';
import { useTexts } from '@/components/ui/texts';
import { plainCode, readableCode } from '@/components/user-code/plain-code';
import { UserCode } from '@/components/user-code/user-code';
import styles from './options-page.module.css';

/** The code to compare and confirm on the team's page. Opened by a click, so that nothing opens by itself. */
export function DeviceCode({ userCode, page, onCancel }: { userCode: string; page: string; onCancel: () => void }) {
  const t = useTexts();
  const title = useRef<HTMLParagraphElement>(null);
  const [copied, setCopied] = useState(false);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className={styles.form}>
      <p ref={title} tabIndex={-1}>
        {t('optionsCodeLead')}
      </p>
      <UserCode code={userCode} />
      <div className={styles.actions}>
        <ButtonLink kind="primary" href={page} target="_blank" rel="noreferrer">
          {t('optionsCodeOpen')}
        </ButtonLink>
        <Button
          onClick={() =>
            void navigator.clipboard.writeText(readableCode(plainCode(userCode))).then(() => setCopied(true))
          }
        >
          {t('optionsCodeCopy')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('uiCancel')}
        </Button>
      </div>
      <p role="status">{t(copied ? 'optionsCodeCopied' : 'optionsCodeWaiting')}</p>
    </div>
  );
}
