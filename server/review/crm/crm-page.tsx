import { useQuery } from '@tanstack/react-query';
import { useSearch } from 'wouter';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import type { Member } from '../shell/members-only';
import { Page } from '../shell/page';
import { Read } from '../shell/query-state';
import { BackToTeam } from '../team/back-to-team';
import { ConnectForm } from './connect-form';
import { ConnectionCard } from './connection-card';
import styles from './crm.module.css';
import { connectionsQuery } from './queries';

/** The CRMs that the team's notes go to, and how each is. Admins connect them; leads see it. */
export function CrmPage({ me }: { me: Member }) {
  const t = useTexts();
  const search = new URLSearchParams(useSearch());
  const connections = useQuery({ ...connectionsQuery, enabled: me.team.role !== 'expert' });
  const isAdmin = me.team.role === 'admin';
  if (me.team.role === 'expert')
    return (
      <Page title={t('crmPageTitle')} lead={t('crmLeadsOnly')} me={me} back={<BackToTeam />}>
        {null}
      </Page>
    );
  return (
    <Page title={t('crmPageTitle')} lead={t('crmPageLead')} me={me} back={<BackToTeam />}>
      {search.has('problem') ? <Notice tone="problem">{t('crmConsentFailed')}</Notice> : null}
      {search.has('connected') ? <Notice>{t('crmConsentDone')}</Notice> : null}
      <Read query={connections}>
        {(list) => (
          <div className={styles.parts}>
            {list.length === 0 ? <p>{t('crmNothing')}</p> : null}
            {list.map((connection) => (
              <ConnectionCard key={connection.id} connection={connection} isAdmin={isAdmin} />
            ))}
          </div>
        )}
      </Read>
      {isAdmin ? <ConnectForm /> : null}
    </Page>
  );
}
