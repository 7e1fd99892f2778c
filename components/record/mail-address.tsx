import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { isEmailAddress } from '@/lib/session/email-address';
import styles from './record.module.css';

/** Sends the record's address to one person; the one that they had ends. */
export function MailAddress({ busy, onMail }: { busy: boolean; onMail: (to: string) => void }) {
  const t = useTexts();
  const [to, setTo] = useState('');
  const [tried, setTried] = useState(false);
  const isWrong = tried && !isEmailAddress(to.trim());
  const send = (event: React.FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isEmailAddress(to.trim())) onMail(to.trim());
  };
  return (
    <Disclosure summary={t('recordMail')}>
      <form className={styles.address} onSubmit={send} noValidate>
        <TextField
          label={t('recordMailTo')}
          hint={t('recordMailHint')}
          problem={isWrong ? t('recordMailWrong') : null}
          inputMode="email"
          maxLength={254}
          value={to}
          onChange={setTo}
        />
        <div>
          <Button type="submit" disabled={busy}>
            {t('recordMailSend')}
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}
