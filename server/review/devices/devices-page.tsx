import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { When } from '@/components/session-view/when';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import { contentOf } from '../api/answer';
import { api } from '../api/api';
import { devicesQuery } from '../api/queries';
import type { Member } from '../shell/members-only';
import { Page } from '../shell/page';
import { Read, sentenceOf } from '../shell/query-state';
import { browserName } from './browser-name';
import styles from './devices.module.css';

type Device = Awaited<ReturnType<NonNullable<typeof devicesQuery.queryFn>>>['devices'][number];

/** One's own connected side panels, each of which can be signed out at once. */
export function DevicesPage({ me }: { me: Member }) {
  const t = useTexts();
  const devices = useQuery(devicesQuery);
  return (
    <Page title={t('webDevices')} lead={t('webDevicesLead')} me={me}>
      <Read query={devices}>
        {(list) =>
          list.devices.length === 0 ? (
            <EmptyState title={t('webNoDevices')}>{t('webNoDevicesText')}</EmptyState>
          ) : (
            <ul className={styles.list}>
              {list.devices.map((device) => (
                <DeviceRow key={device.id} device={device} team={teamName(device, me)} />
              ))}
            </ul>
          )
        }
      </Read>
      <p>
        <Link href="/device">{t('webDeviceConnect')}</Link>
      </p>
    </Page>
  );
}

function teamName({ teamId }: Device, { teams }: Member): string {
  return teams.find((team) => team.id === teamId)?.name ?? '';
}

function DeviceRow({ device, team }: { device: Device; team: string }) {
  const t = useTexts();
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => contentOf(api.devices[':id'].$delete({ param: { id: device.id } })),
    onSettled: () => queries.invalidateQueries(devicesQuery),
  });
  const name = browserName(device.userAgent, t);
  return (
    <li className={styles.device}>
      <div>
        <p className={styles.name}>{name}</p>
        <p className={styles.soft}>
          {team ? `${team} · ` : null}
          {t('webDeviceSince')} <When at={device.connectedAt} /> · {t('webDeviceUntil')} <When at={device.expiresAt} />
        </p>
        {revoke.error ? <Notice tone="problem">{sentenceOf(revoke.error, t)}</Notice> : null}
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
