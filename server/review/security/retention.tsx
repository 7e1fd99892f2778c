import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { When } from '@/components/session-view/when';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { sentenceOf } from '../shell/query-state';
import { changeSettings, dueQuery, type Settings, settingsQuery } from './queries';
import styles from './security.module.css';

const MONTHS = [3, 6, 12, 18, 24, 36, 60, 120];

/** After how many months sessions are deleted, with what that means now, before it is set. */
export function Retention({ settings }: { settings: Settings }) {
  const t = useTexts();
  const queries = useQueryClient();
  const kept = settings.retentionMonths;
  const [chosen, setChosen] = useState<number | null>(kept);
  const change = useMutation({
    mutationFn: () => changeSettings({ retentionMonths: chosen }),
    onSuccess: (next) => queries.setQueryData(settingsQuery.queryKey, next),
  });
  const months = [...new Set([...MONTHS, ...(kept ? [kept] : [])])].sort((a, b) => a - b);
  return (
    <section aria-labelledby="retention">
      <h2 id="retention" className={styles.heading}>
        {t('securityRetention')}
      </h2>
      <p className={styles.words}>{t('securityRetentionText')}</p>
      <div className={styles.row}>
        <Select
          label={t('securityRetentionAfter')}
          value={chosen === null ? '' : String(chosen)}
          onChange={(value) => setChosen(value === '' ? null : Number(value))}
        >
          <option value="">{t('securityRetentionNever')}</option>
          {months.map((one) => (
            <option key={one} value={one}>
              {t('securityMonths', one)}
            </option>
          ))}
        </Select>
        <Button kind="primary" disabled={chosen === kept || change.isPending} onClick={() => change.mutate()}>
          {t('securitySave')}
        </Button>
      </div>
      <div role="status">
        {chosen === null ? null : <Due months={chosen} from={chosen === kept ? settings.retentionFrom : null} />}
      </div>
      {change.error ? <Notice tone="problem">{sentenceOf(change.error, t)}</Notice> : null}
    </section>
  );
}

/** What would be deleted, and from when on. */
function Due({ months, from }: { months: number; from: string | null }) {
  const t = useTexts();
  const due = useQuery(dueQuery(months));
  if (!due.data) return null;
  return (
    <p>
      {t('securityDue', due.data.sessions)} <When at={due.data.before} />.{' '}
      {from ? (
        <>
          {t('securityDueFrom')} <When at={from} />.
        </>
      ) : (
        t('securityDueLater')
      )}
    </p>
  );
}
