import { useMutation } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Button } from '@/components/ui/button';
import { useTexts } from '@/components/ui/texts';
import type { TeamRule } from '@/lib/pitch/team-rule';
import { Trouble } from '../shell/query-state';
import { tryRule } from './queries';
import styles from './rules.module.css';

/** Tries a rule on the sessions of the team that one may read, before it is published. */
export function RuleTrial({ id, rule }: { id: string; rule: TeamRule | null }) {
  const t = useTexts();
  const trial = useMutation({ mutationFn: (tried: TeamRule) => tryRule(id, tried) });
  const tried = trial.data;
  return (
    <div className={styles.trial}>
      <Button disabled={!rule || trial.isPending} onClick={() => rule && trial.mutate(rule)}>
        {t('rulesTry')}
      </Button>
      <p role="status" className={styles.soft}>
        {trial.isPending
          ? t('rulesTrying')
          : tried
            ? tried.sessions === 0
              ? t('rulesTriedNone')
              : `${t('rulesTriedOf', tried.sessions)} ${t('rulesTriedFound', tried.found)}`
            : ''}
      </p>
      {trial.error ? <Trouble error={trial.error} onAgain={() => rule && trial.mutate(rule)} /> : null}
      {tried && tried.found > tried.lines.length ? <p>{t('rulesTriedShown', { count: tried.lines.length })}</p> : null}
      {tried && !trial.isPending && tried.lines.length > 0 ? (
        <ul className={styles.examples}>
          {tried.lines.map(({ sessionId, client, text, from, to }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same line may stand in a session twice
            <li key={at}>
              <span>
                {text.slice(0, from)}
                <mark className={styles.mark}>{text.slice(from, to)}</mark>
                {text.slice(to)}
              </span>
              <Link href={`/sessions/${sessionId}`}>{t('rulesSessionOf', { client })}</Link>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
