import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useTexts } from '@/components/ui/texts';
import { membersQuery } from '../api/queries';
import type { Member } from '../shell/members-only';
import { Page } from '../shell/page';
import { Read } from '../shell/query-state';
import { AnsweredFlags } from './answered-flags';
import { CalendarFeed } from './calendar-feed';
import { Invitations } from './invitations';
import { MemberDevices } from './member-devices';
import { MemberRow } from './member-row';
import { ROLE_NAME } from './role-name';
import styles from './team.module.css';

/** Who is in the team; leads and admins invite from here. */
export function TeamPage({ me }: { me: Member }) {
  const t = useTexts();
  const members = useQuery(membersQuery);
  const lead = t('webYourRole', { role: t(ROLE_NAME[me.team.role]) });
  return (
    <Page title={me.team.name} lead={lead} me={me}>
      <section aria-labelledby="members">
        <h2 id="members" className={styles.heading}>
          {t('webMembers')}
        </h2>
        <Read query={members}>
          {(list) => (
            <ul className={styles.list}>
              {list.members.map((member) => (
                <MemberRow key={member.id} member={member} me={me} />
              ))}
            </ul>
          )}
        </Read>
      </section>
      {me.team.role === 'expert' ? null : <Invitations me={me} />}
      {me.team.role === 'admin' ? <MemberDevices /> : null}
      <CalendarFeed />
      {me.team.role === 'expert' ? null : <AnsweredFlags />}
      <nav aria-label={t('teamMore')}>
        <ul>
          <li>
            <Link href="/account">{t('webAccount')}</Link>
          </li>
          {me.team.role === 'expert' ? null : (
            <li>
              <Link href="/team/crm">{t('crmPageTitle')}</Link>
            </li>
          )}
          {me.team.role === 'admin' ? (
            <>
              <li>
                <Link href="/team/security">{t('securityTitle')}</Link>
              </li>
              <li>
                <Link href="/team/audit">{t('auditTitle')}</Link>
              </li>
            </>
          ) : null}
        </ul>
      </nav>
    </Page>
  );
}
