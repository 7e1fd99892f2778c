import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { verifySecondFactor } from '../api/sign-in';
import { Form } from '../sign-in/form';
import { signInProblem } from '../sign-in/sign-in-problem';
import styles from './account.module.css';
import { QrCode } from './qr-code';

/** The secret for an authenticator app, to scan, to open or to type; then the first code that proves that it arrived. */
export function ScanSecret({
  uri,
  onConfirmed,
  onCancel,
}: {
  uri: string;
  onConfirmed: () => Promise<void>;
  onCancel: () => void;
}) {
  const t = useTexts();
  const [code, setCode] = useState('');
  const send = useMutation({ mutationFn: () => verifySecondFactor(code.replaceAll(' ', '')), onSuccess: onConfirmed });
  const secret = new URL(uri).searchParams.get('secret') ?? '';
  return (
    <div className={styles.part}>
      <p>{t('accountScan')}</p>
      <QrCode text={uri} label={t('accountQr')} />
      <p>
        <a href={uri}>{t('accountOpenApp')}</a>
      </p>
      <p>
        {t('accountSecret')} <code className={styles.secret}>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <Form
        label={t('accountFactor')}
        button={t('accountConfirm')}
        busy={send.isPending}
        problem={signInProblem(send.error, t)}
        onSubmit={() => send.mutate()}
        onCancel={onCancel}
      >
        <TextField
          label={t('webSecondFactor')}
          hint={t('webSecondFactorHint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={setCode}
        />
      </Form>
    </div>
  );
}
