import { useQuery } from '@tanstack/react-query';
import { ButtonLink } from '@/components/ui/button';
import { useTexts } from '@/components/ui/texts';
import type { Member } from '../shell/members-only';
import { Page } from '../shell/page';
import { Read } from '../shell/query-state';
import { BackToTeam } from '../team/back-to-team';
import { DeleteTeam } from './delete-team';
import { settingsQuery } from './queries';
import { RequireFactor } from './require-factor';
import { Retention } from './retention';
import styles from './security.module.css';

/** How the team is guarded, how long it keeps sessions, its data to take along, and its end. For admins. */
export function SecurityPage({ me }: { me: Member }) {
  const t = useTexts();
  const settings = useQuery(settingsQuery);
  if (me.team.role !== 'admin')
    return (
      <Page title={t('securityTitle')} lead={t('teamAdminsOnly')} me={me} back={<BackToTeam />}>
        {null}
      </Page>
    );
  return (
    <Page title={t('securityTitle')} me={me} back={<BackToTeam />}>
      <Read query={settings}>
        {(set) => (
          <div className={styles.parts}>
            <RequireFactor settings={set} />
            <Retention settings={set} />
          </div>
        )}
      </Read>
      <section aria-labelledby="export">
        <h2 id="export" className={styles.heading}>
          {t('securityExport')}
        </h2>
        <p className={styles.words}>{t('securityExportText')}</p>
        <p>
          <ButtonLink href="/api/team/export" download="eitherway-team.ndjson">
            {t('securityExportButton')}
          </ButtonLink>
        </p>
      </section>
      <DeleteTeam me={me} />
    </Page>
  );
}
