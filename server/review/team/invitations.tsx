import { useQuery } from '@tanstack/react-query';
import { When } from '@/components/session-view/when';
import { useTexts } from '@/components/ui/texts';
import { invitationsQuery } from '../api/queries';
import type { Member } from '../shell/members-only';
import { Read } from '../shell/query-state';
import { InviteForm } from './invite-form';
import { RevokeInvitation } from './revoke-invitation';
import { ROLE_NAME } from './role-name';
import styles from './team.module.css';

const MAIL_STATE = {
  waiting: 'webMailWaiting',
  sent: 'webMailSent',
  refused: 'webMailRefused',
  'given-up': 'webMailGivenUp',
} as const;

/** Invites by a link for one person, and lists the links that are still open. */
export function Invitations({ me }: { me: Member }) {
  const t = useTexts();
  const open = useQuery(invitationsQuery);
  return (
    <section aria-labelledby="invitations">
      <h2 id="invitations" className={styles.heading}>
        {t('webInvite')}
      </h2>
      <p className={styles.soft}>{t(me.mail ? 'webInviteTextMail' : 'webInviteText')}</p>
      <InviteForm mail={me.mail} roles={me.team.role === 'admin' ? ['expert', 'lead', 'admin'] : ['expert']} />
      <Read query={open}>
        {({ invitations }) =>
          invitations.length === 0 ? null : (
            <>
              <h3 className={styles.subheading}>{t('webOpenInvitations')}</h3>
              <ul className={styles.list}>
                {invitations.map((one) => (
                  <li key={one.id} className={styles.row}>
                    <div className={styles.person}>
                      <p className={styles.name}>{t(ROLE_NAME[one.role])}</p>
                      <p id={`invitation-${one.id}`} className={styles.soft}>
                        {t('webInvitedOn')} <When at={one.createdAt} /> · {t('webInvitationUntil')}{' '}
                        <When at={one.expiresAt} />
                        {one.mail ? ` · ${t(MAIL_STATE[one.mail])}` : null}
                      </p>
                    </div>
                    <RevokeInvitation id={one.id} />
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </Read>
    </section>
  );
}
