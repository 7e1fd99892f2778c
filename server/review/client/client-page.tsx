import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useSearch } from 'wouter/use-browser-location';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import type { ClientView } from '../../clients/wire';
import type { Member } from '../shell/members-only';
import { Page } from '../shell/page';
import { Read } from '../shell/query-state';
import { AgreedParts } from './agreed-parts';
import styles from './client.module.css';
import { ClientChecks } from './client-checks';
import { ClientSessions } from './client-sessions';
import { localDay } from './local-day';
import { clientQuery } from './queries';

/**
 * One client before the next call: what was agreed over all sessions, when to look again, and the sessions. `name` is in
 * the address, which is read as it stands: wouter's own reading decodes it twice.
 */
export function ClientPage({ me }: { me: Member }) {
  const t = useTexts();
  const name = new URLSearchParams(useSearch()).get('name') ?? '';
  const view = useQuery({ ...clientQuery(name), enabled: name !== '' });
  const title = name ? t('clientNextCall', { client: name }) : t('webNoClient');
  return (
    <Page title={title} lead={t('clientLead')} me={me} back={<Link href="/sessions">{t('webAllSessions')}</Link>}>
      {name ? (
        <Read query={view}>{(found) => <Found view={found} me={me} />}</Read>
      ) : (
        <Notice>{t('clientNameless')}</Notice>
      )}
    </Page>
  );
}

function Found({ view, me }: { view: ClientView; me: Member }) {
  const t = useTexts();
  if (view.sessions.length === 0 && view.checks.length === 0)
    return <EmptyState title={t('clientNoSessions')}>{t('clientNoSessionsText')}</EmptyState>;
  return (
    <div className={styles.parts}>
      <AgreedParts view={view} today={localDay(new Date())} />
      <ClientChecks checks={view.checks} />
      <ClientSessions view={view} showExpert={me.team.role !== 'expert'} />
    </div>
  );
}
