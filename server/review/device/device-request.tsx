import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import { UserCode } from '@/components/user-code/user-code';
import { Refusal } from '../api/answer';
import type { Me } from '../api/queries';
import { approveDevice, denyDevice, lookUpDevice } from '../api/sign-in';
import { Read, sentenceOf } from '../shell/query-state';
import styles from './device.module.css';

/** One request to connect: looked up by its code, then approved or refused. */
export function DeviceRequest({ code, me }: { code: string; me: Me }) {
  const t = useTexts();
  const request = useQuery({
    queryKey: ['device', code],
    queryFn: () => lookUpDevice(code),
    refetchOnWindowFocus: false,
  });
  if (request.error instanceof Refusal && request.error.kind === 'refused' && request.error.code !== 'rate-limited') {
    return (
      <Notice title={t('webDeviceUnknown')}>
        {t('webDeviceUnknownText')} <Link href="/device">{t('webDeviceOther')}</Link>
      </Notice>
    );
  }
  return (
    <Read query={request}>
      {({ status }) =>
        status === 'pending' ? (
          <Answer code={code} me={me} />
        ) : (
          <Notice>{t(status === 'approved' ? 'webDeviceApproved' : 'webDeviceRefused')}</Notice>
        )
      }
    </Read>
  );
}

function Answer({ code, me }: { code: string; me: Me }) {
  const t = useTexts();
  const approve = useMutation({ mutationFn: () => approveDevice(code) });
  const deny = useMutation({ mutationFn: () => denyDevice(code) });
  const error = approve.error ?? deny.error;
  if (approve.isSuccess) return <Notice title={t('webDeviceApproved')}>{t('webDeviceApprovedText')}</Notice>;
  if (deny.isSuccess) return <Notice title={t('webDeviceRefused')}>{t('webDeviceRefusedText')}</Notice>;
  return (
    <div className={styles.request}>
      <p>{t('webDeviceAsks')}</p>
      <UserCode code={code} />
      <p>{t('webDeviceCompare')}</p>
      <p className={styles.who}>
        {me.team
          ? t('webDeviceFor', { name: me.user.name, email: me.user.email, team: me.team.name })
          : t('webDeviceForNobody', { name: me.user.name, email: me.user.email })}
      </p>
      {error ? <Notice tone="problem">{sentenceOf(error, t)}</Notice> : null}
      <div className={styles.actions}>
        <Button kind="primary" disabled={approve.isPending} onClick={() => approve.mutate()}>
          {t('webDeviceApprove')}
        </Button>
        <Button disabled={deny.isPending} onClick={() => deny.mutate()}>
          {t('webDeviceRefuse')}
        </Button>
      </div>
    </div>
  );
}
