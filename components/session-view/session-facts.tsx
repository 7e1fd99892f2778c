import type { ReactNode } from 'react';
import { useTexts } from '@/components/ui/texts';
import type { Playbook } from '@/lib/playbooks/playbook';
import { elapsedMinutes } from '@/lib/session/clock';
import type { Session } from '@/lib/session/session';
import { countFlags } from '@/lib/session/standing-flags';
import { FlagCounts } from './flag-counts';
import styles from './session-view.module.css';
import { When, WhenBetween } from './when';

/** Who, when and by which playbook. */
export function SessionFacts({ session, playbook }: { session: Session; playbook: Playbook | null }) {
  const t = useTexts();
  const { startedAt, finishedAt, plannedMinutes: planned } = session;
  const { version, id } = session.playbook;
  return (
    <dl className={styles.facts}>
      <Fact label={t('viewClient')}>
        {session.client.name}
        {session.client.domain ? <span className={styles.address}>{session.client.domain}</span> : null}
      </Fact>
      <Fact label={t('viewWhen')}>
        {finishedAt ? (
          <WhenBetween from={startedAt} to={finishedAt} />
        ) : (
          <>
            <When at={startedAt} /> · {t('viewNotFinished')}
          </>
        )}
      </Fact>
      <Fact label={t('viewLength')}>
        {finishedAt
          ? t('viewLengthOf', planned, { spent: t('clockMinutes', elapsedMinutes(session, finishedAt)) })
          : t('viewPlanned', planned)}
      </Fact>
      <Fact label={t('viewPlaybook')}>{t('viewPlaybookVersion', { title: playbook?.title ?? id, version })}</Fact>
      <Flags session={session} />
      <People session={session} side="client" label={t('viewClientSide')} />
      <People session={session} side="ours" label={t('viewOurSide')} />
    </dl>
  );
}

function Flags({ session }: { session: Session }) {
  const t = useTexts();
  const { standing, settled } = countFlags(session);
  return (
    <Fact label={t('viewFlags')}>
      <FlagCounts flags={standing} />
      {settled > 0 ? <span className={styles.settled}>{t('viewFlagsSettled', settled)}</span> : null}
    </Fact>
  );
}

function People({ session, side, label }: { session: Session; side: 'client' | 'ours'; label: string }) {
  const t = useTexts();
  const people = session.people.filter((person) => person.side === side);
  if (people.length === 0) return null;
  return (
    <Fact label={label}>
      {people.map(({ id, name, role, email }) => (
        <span key={id} className={styles.person}>
          {role ? t('viewPersonRole', { name, role }) : name}
          {email ? <span className={styles.address}>{email}</span> : null}
        </span>
      ))}
    </Fact>
  );
}

/** A name and what stands under it; for use in a `<dl>`. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
