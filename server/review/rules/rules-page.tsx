import { useQuery } from '@tanstack/react-query';
import { v7 } from 'uuid';
import { CATEGORY_NAME } from '@/components/session-view/category-name';
import { EmptyState } from '@/components/ui/empty-state';
import { useTexts } from '@/components/ui/texts';
import type { TeamFlags } from '@/lib/pitch/team-rule';
import type { Member } from '../shell/members-only';
import { Page } from '../shell/page';
import { Read } from '../shell/query-state';
import { NeverFlagged, SensitivityChoice } from './flag-settings';
import { rulesQuery, teamFlagsQuery } from './queries';
import { RuleList } from './rule-list';
import styles from './rules.module.css';

/** What the team added to the flags: leads and admins change it, experts read it. */
export function RulesPage({ me }: { me: Member }) {
  const t = useTexts();
  const isLead = me.team.role !== 'expert';
  const counting = useQuery(teamFlagsQuery);
  return (
    <Page title={t('rulesPage')} lead={t(isLead ? 'rulesLead' : 'rulesReadLead')} me={me}>
      {isLead ? <Rules /> : null}
      <Read query={counting}>
        {(flags) =>
          isLead ? (
            <>
              <NeverFlagged words={flags.neverFlagged} />
              <SensitivityChoice value={flags.sensitivity} />
            </>
          ) : (
            <Counting flags={flags} />
          )
        }
      </Read>
    </Page>
  );
}

function Rules() {
  const rules = useQuery(rulesQuery);
  return <Read query={rules}>{(all) => <RuleList rules={all.rules} newId={v7} />}</Read>;
}

/** The same to read. */
function Counting({ flags }: { flags: TeamFlags }) {
  const t = useTexts();
  return (
    <>
      <section aria-labelledby="rules" className={styles.section}>
        <h2 id="rules">{t('rulesList')}</h2>
        {flags.rules.length === 0 ? <EmptyState title={t('rulesNone')} /> : null}
        <ul className={styles.list}>
          {flags.rules.map(({ id, phrases, category, why, ask }) => (
            <li key={id} className={styles.row}>
              <div>
                <p className={styles.name}>{phrases.join(' · ')}</p>
                <p className={styles.soft}>
                  {t(CATEGORY_NAME[category])} · {why}
                </p>
                <p className={styles.soft}>{t('rulesAsk', { ask })}</p>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="never" className={styles.section}>
        <h2 id="never">{t('rulesNever')}</h2>
        <p>{flags.neverFlagged.join(' · ') || t('rulesNeverNone')}</p>
      </section>
    </>
  );
}
