import { Link } from 'wouter';
import { useTexts } from '@/components/ui/texts';
import type { Me } from '../api/queries';
import { Page } from '../shell/page';

/** After joining: what comes next. */
export function JoinedPage({ me }: { me: Me }) {
  const t = useTexts();
  return (
    <Page title={t('webJoined', { team: me.team?.name ?? '' })} lead={t('webJoinedText')} me={me} narrow focused>
      <p>
        <Link href="/sessions">{t('webToSessions')}</Link>
      </p>
    </Page>
  );
}
