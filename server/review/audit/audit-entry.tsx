import { Link } from 'wouter';
import { When } from '@/components/session-view/when';
import { useTexts } from '@/components/ui/texts';
import { actionName } from './action-name';
import styles from './audit.module.css';
import type { AuditLine } from './queries';

/** One line of the log: when, who, what, and to what. */
export function AuditEntry({ entry }: { entry: AuditLine }) {
  const t = useTexts();
  const facts = Object.entries(entry.details).map(([name, value]) => `${name}: ${value}`);
  const isSession = /^(session|comment|flag)-/.test(entry.action) && entry.action !== 'session-deleted';
  return (
    <li className={styles.entry}>
      <p>
        <strong>{entry.actor.name}</strong> · {t(actionName(entry.action))}
        {entry.targetName && entry.targetName !== entry.actor.name ? ` · ${entry.targetName}` : null}
        {isSession && entry.target ? (
          <>
            {' · '}
            <Link href={`/sessions/${entry.target}`}>{t('webSession')}</Link>
          </>
        ) : null}
      </p>
      <p className={styles.soft}>
        <When at={entry.at} />
        {facts.length > 0 ? ` · ${facts.join(', ')}` : null}
      </p>
    </li>
  );
}
