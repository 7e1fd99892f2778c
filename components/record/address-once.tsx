import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import styles from './record.module.css';

/** An address that is told once, to be copied. */
export function AddressOnce({ address }: { address: string }) {
  const t = useTexts();
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(address).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  return (
    <div className={styles.address}>
      <TextField
        label={t('recordAddress')}
        hint={t('recordAddressOnce')}
        value={address}
        readOnly
        onChange={() => {}}
        onFocus={(event) => event.target.select()}
      />
      <div className={styles.buttons}>
        <Button onClick={() => void copy()}>{t('recordCopy')}</Button>
        <span role="status">{copied === null ? '' : t(copied ? 'recordCopied' : 'recordNotCopied')}</span>
      </div>
    </div>
  );
}
