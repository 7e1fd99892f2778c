import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { EmptyState } from '@/components/ui/empty-state';
import { useTexts } from '@/components/ui/texts';
import styles from '../playbooks/playbooks.module.css';
import type { Member } from '../shell/members-only';
import { Read } from '../shell/query-state';
import { sentQuery } from './queries';
import { SentRow } from './sent-row';

/** What clients let the team know at the end of a self-check, the newest first. */
export function SentList({ me }: { me: Member }) {
  const t = useTexts();
  const [all, setAll] = useState(false);
  const query = useQuery(sentQuery(all ? 'all' : 'open'));
  return (
    <section aria-labelledby="sent" className={styles.section}>
      <h2 id="sent" className={styles.heading}>
        {t('selfCheckSent')}
      </h2>
      <Checkbox label={t('selfCheckSentAll')} checked={all} onChange={setAll} />
      <Read query={query}>
        {({ sent }) =>
          sent.length === 0 ? (
            <EmptyState title={t('selfCheckSentNone')}>{t('selfCheckSentNoneText')}</EmptyState>
          ) : (
            <ul className={styles.list}>
              {sent.map((one) => (
                <SentRow key={one.id} sent={one} mayDelete={me.team.role !== 'expert'} />
              ))}
            </ul>
          )
        }
      </Read>
    </section>
  );
}
