import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Checkbox } from '@/components/ui/checkbox';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import { isRefusal } from '../api/answer';
import { sentenceOf } from '../shell/query-state';
import { changeSettings, type Settings, settingsQuery } from './queries';
import styles from './security.module.css';

/** Whether every member needs a second factor. */
export function RequireFactor({ settings }: { settings: Settings }) {
  const t = useTexts();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (requireTwoFactor: boolean) => changeSettings({ requireTwoFactor }),
    onSuccess: (next) => queries.setQueryData(settingsQuery.queryKey, next),
  });
  return (
    <section aria-labelledby="factor">
      <h2 id="factor" className={styles.heading}>
        {t('accountFactor')}
      </h2>
      <Checkbox
        label={t('securityRequire')}
        checked={change.isPending ? change.variables : settings.requireTwoFactor}
        disabled={change.isPending}
        onChange={(on) => change.mutate(on)}
      />
      <p className={styles.words}>{t('securityRequireText')}</p>
      {change.error ? (
        <Notice tone="problem">
          {sentenceOf(change.error, t)}{' '}
          {isRefusal(change.error, 'second-factor-needed') ? <Link href="/account">{t('webAccount')}</Link> : null}
        </Notice>
      ) : null}
    </section>
  );
}
