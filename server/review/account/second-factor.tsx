import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import { meQuery } from '../api/queries';
import styles from './account.module.css';
import { BackupCodes } from './backup-codes';
import { PasswordAsked } from './password-asked';
import { accountQuery, type Begun, beginSecondFactor, endSecondFactor, newBackupCodes } from './queries';
import { ScanSecret } from './scan-secret';

type Doing = 'turn-on' | 'turn-off' | 'new-codes' | null;

/** Turns the second factor on and off, and shows its backup codes, once. */
export function SecondFactor({ on }: { on: boolean }) {
  const t = useTexts();
  const queries = useQueryClient();
  const [doing, setDoing] = useState<Doing>(null);
  const [begun, setBegun] = useState<Begun | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const again = async () => {
    await queries.invalidateQueries(accountQuery);
    await queries.fetchQuery({ ...meQuery, staleTime: 0 });
  };
  const act = useMutation({
    mutationFn: async (password: string) => {
      if (doing === 'turn-on') setBegun(await beginSecondFactor(password));
      if (doing === 'turn-off') await endSecondFactor(password);
      if (doing === 'new-codes') setCodes((await newBackupCodes(password)).backupCodes);
    },
    onSuccess: async () => {
      if (doing !== 'turn-on') await again();
      setDoing(null);
    },
  });
  const confirmed = async () => {
    setCodes(begun?.backupCodes ?? null);
    setBegun(null);
    await again();
  };
  const ask = (what: Doing) => {
    act.reset();
    setDoing(what);
  };
  if (begun) return <ScanSecret uri={begun.totpURI} onConfirmed={confirmed} onCancel={() => setBegun(null)} />;
  return (
    <div className={styles.part}>
      <p>{t(on ? 'accountFactorOn' : 'accountFactorOff')}</p>
      {codes ? <BackupCodes codes={codes} onDone={() => setCodes(null)} /> : null}
      {doing ? (
        <PasswordAsked
          button={t(LABEL[doing])}
          error={act.error}
          busy={act.isPending}
          onPassword={(password) => act.mutate(password)}
          onCancel={() => setDoing(null)}
        />
      ) : on ? (
        <div className={styles.actions}>
          <Button onClick={() => ask('new-codes')}>{t('accountNewCodes')}</Button>
          <Button onClick={() => ask('turn-off')}>{t('accountTurnOff')}</Button>
        </div>
      ) : (
        <div className={styles.actions}>
          <Button kind="primary" onClick={() => ask('turn-on')}>
            {t('accountTurnOn')}
          </Button>
        </div>
      )}
      {on && doing === 'new-codes' ? <Notice>{t('accountNewCodesText')}</Notice> : null}
    </div>
  );
}

const LABEL = {
  'turn-on': 'accountTurnOn',
  'turn-off': 'accountTurnOff',
  'new-codes': 'accountNewCodes',
} as const;
