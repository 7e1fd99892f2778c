import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import { isRefusal } from '../api/answer';
import { invitationQuery, meQuery } from '../api/queries';
import { Page } from '../shell/page';
import { Read } from '../shell/query-state';
import { ROLE_NAME } from '../team/role-name';
import { JoinAs } from './join-as';
import { JoinNew } from './join-new';
import { JoinedPage } from './joined-page';

/** What an invitation leads to: which team, in which role, and joining it with an account, new or there already. */
export function JoinPage({ token }: { token: string }) {
  const t = useTexts();
  const [, go] = useLocation();
  const [joined, setJoined] = useState(false);
  const invitation = useQuery({ ...invitationQuery(token), enabled: !joined });
  const me = useQuery(meQuery);
  if (joined && me.data) return <JoinedPage me={me.data} />;
  const over = isRefusal(invitation.error, 'invitation-over') || isRefusal(invitation.error, 'not-found');
  if (over && !invitation.data) {
    return (
      <Page title={t('webJoin')} narrow>
        <Notice title={t('webInvitationOver')}>{t('webInvitationOverText')}</Notice>
      </Page>
    );
  }
  return (
    <Page title={invitation.data ? t('webJoinTeam', { team: invitation.data.team.name }) : t('webJoin')} narrow>
      <Read query={invitation}>
        {({ team, role }) => (
          <>
            <p>{t('webJoinRole', { team: team.name, role: t(ROLE_NAME[role]) })}</p>
            <Read query={me}>
              {(who) =>
                who ? (
                  <JoinAs me={who} token={token} onJoined={() => setJoined(true)} onMember={() => go('/sessions')} />
                ) : (
                  <JoinNew token={token} onJoined={() => setJoined(true)} />
                )
              }
            </Read>
          </>
        )}
      </Read>
    </Page>
  );
}
