import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { problemSentence, STATE_NAME } from '@/components/crm/crm-words';
import { When } from '@/components/session-view/when';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import { Read, sentenceOf } from '../shell/query-state';
import { refusedWords } from './connect-form';
import styles from './crm.module.css';
import { MappingForm } from './mapping-form';
import { type Connection, change, connectionsQuery, consentAt, deliveriesQuery, disconnect, retryAll } from './queries';

const STATE = {
  waiting: 'crmStateWaiting',
  on: 'crmStateOn',
  paused: 'crmStatePaused',
  attention: 'crmStateAttention',
} as const satisfies Record<Connection['state'], MessageKey>;

/** How one connection is, and what can be done about it. */
export function ConnectionCard({ connection, isAdmin }: { connection: Connection; isAdmin: boolean }) {
  const t = useTexts();
  const queries = useQueryClient();
  const [leaving, setLeaving] = useState(false);
  const act = useMutation({
    mutationFn: (doing: () => Promise<unknown>) => doing(),
    onSettled: () => {
      for (const key of [connectionsQuery.queryKey, ['crm-deliveries', connection.id]])
        void queries.invalidateQueries({ queryKey: key });
    },
  });
  const { id, counts, state } = connection;
  const heading =
    connection.name === connection.crmName ? connection.name : `${connection.name} (${connection.crmName})`;
  return (
    <section aria-labelledby={id} className={styles.card}>
      <h2 id={id}>{heading}</h2>
      <p>
        {t(STATE[state])}
        {connection.account ? ` ${t('crmAccount', { name: connection.account.name })}` : null}
      </p>
      {connection.problem ? <Notice tone="problem">{problemSentence(connection.problem, t)}</Notice> : null}
      {connection.account && connection.account.missing.length > 0 ? (
        <p>{t('crmMissingRights', { rights: connection.account.missing.join(', ') })}</p>
      ) : null}
      {connection.notBefore ? (
        <p className={styles.soft}>
          {t('crmRests')} <When at={connection.notBefore} />.
        </p>
      ) : null}
      <p>
        {[
          t('crmCountDone', counts.done),
          t('crmCountWaiting', counts.waiting),
          t('crmCountMatch', counts.needsMatch),
          t('crmCountPerson', counts.needsPerson),
        ].join(' · ')}
        {connection.lastDeliveredAt ? (
          <>
            {' '}
            {t('crmLast')} <When at={connection.lastDeliveredAt} />.
          </>
        ) : null}
      </p>
      <Deliveries id={id} />
      {isAdmin ? (
        <>
          <MappingForm connection={connection} />
          <div className={styles.row}>
            <Button disabled={act.isPending} onClick={() => act.mutate(() => retryAll(id))}>
              {t('crmRetry')}
            </Button>
            <Button
              disabled={act.isPending}
              onClick={() => act.mutate(() => change(id, { state: state === 'on' ? 'paused' : 'on' }))}
            >
              {t(state === 'on' ? 'crmPause' : 'crmResume')}
            </Button>
            {state === 'waiting' ? (
              <Button
                disabled={act.isPending}
                onClick={() => act.mutate(async () => location.assign(await consentAt(id)))}
              >
                {t('crmConsent')}
              </Button>
            ) : null}
            {leaving ? null : (
              <Button kind="quiet" disabled={act.isPending} onClick={() => setLeaving(true)}>
                {t('crmDisconnect')}
              </Button>
            )}
          </div>
          {leaving ? (
            <Notice
              title={t('crmDisconnectSure')}
              actions={
                <>
                  <Button disabled={act.isPending} onClick={() => act.mutate(() => disconnect(id))}>
                    {t('crmDisconnect')}
                  </Button>
                  <Button kind="quiet" onClick={() => setLeaving(false)}>
                    {t('uiCancel')}
                  </Button>
                </>
              }
            >
              {t('crmDisconnectText')}
            </Notice>
          ) : null}
        </>
      ) : null}
      {act.error ? <Notice tone="problem">{refusedWords(act.error, t)}</Notice> : null}
    </section>
  );
}

function Deliveries({ id }: { id: string }) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const deliveries = useQuery({ ...deliveriesQuery(id), enabled: open });
  return (
    <Disclosure summary={t('crmDeliveries')} open={open} onToggle={setOpen}>
      {open ? (
        <Read query={deliveries}>
          {(list) =>
            list.length === 0 ? (
              <p>{t('crmNoDeliveries')}</p>
            ) : (
              <ul className={styles.list}>
                {list.map((line) => (
                  <li key={`${line.sessionId} ${line.kind}`}>
                    <When at={line.changedAt} />:{' '}
                    {line.client ? <Link href={`/sessions/${line.sessionId}`}>{line.client}</Link> : t('crmNotShared')}{' '}
                    {t(line.kind === 'note' ? 'crmKindNote' : line.kind === 'fields' ? 'crmKindFields' : 'crmKindStep')}
                    , {t(STATE_NAME[line.state])}
                    {line.problem && line.state !== 'done' ? `: ${problemSentence(line.problem, t)}` : null}
                  </li>
                ))}
              </ul>
            )
          }
        </Read>
      ) : null}
      {deliveries.error ? <p>{sentenceOf(deliveries.error, t)}</p> : null}
    </Disclosure>
  );
}
