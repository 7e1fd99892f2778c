import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { When } from '@/components/session-view/when';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import { contentOf, isRefusal } from '../api/answer';
import { api } from '../api/api';
import { browserName } from '../devices/browser-name';
import { Read, sentenceOf } from '../shell/query-state';
import { type MemberDevice, memberDevicesQuery } from './queries';
import styles from './team.module.css';

/** The members' side panels, for admins: whose, and when it was used last; each can be signed out. */
export function MemberDevices() {
  const t = useTexts();
  const devices = useQuery(memberDevicesQuery);
  return (
    <section aria-labelledby="member-devices">
      <h2 id="member-devices" className={styles.heading}>
        {t('teamDevices')}
      </h2>
      <p className={styles.soft}>{t('teamDevicesText')}</p>
      <Read query={devices}>
        {(list) =>
          list.devices.length === 0 ? (
            <p>{t('webNoDevices')}</p>
          ) : (
            <ul className={styles.list}>
              {list.devices.map((device) => (
                <Device key={device.id} device={device} />
              ))}
            </ul>
          )
        }
      </Read>
    </section>
  );
}

function Device({ device }: { device: MemberDevice }) {
  const t = useTexts();
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => contentOf(api.team.devices[':id'].$delete({ param: { id: device.id } })),
    onSettled: () => queries.invalidateQueries(memberDevicesQuery),
  });
  const name = `${device.member.name}, ${browserName(device.userAgent, t)}`;
  const error = isRefusal(revoke.error, 'not-found') ? null : revoke.error;
  return (
    <li className={styles.row}>
      <div className={styles.person}>
        <p className={styles.name}>{name}</p>
        <p className={styles.soft}>
          {device.lastUsedAt ? (
            <>
              {t('teamDeviceUsed')} <When at={device.lastUsedAt} />
            </>
          ) : (
            t('teamDeviceUnused')
          )}
        </p>
        {error ? <Notice tone="problem">{sentenceOf(error, t)}</Notice> : null}
      </div>
      <Button
        disabled={revoke.isPending}
        aria-label={t('webDeviceRevokeNamed', { name })}
        onClick={() => revoke.mutate()}
      >
        {t('webDeviceRevoke')}
      </Button>
    </li>
  );
}
