import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import styles from './options-page.module.css';

export type TeamMember = { name: string; email: string; teamName: string; role: 'expert' | 'lead' | 'admin' };

/** Who is signed in, and the finished sessions that still wait for a word: nothing is sent without it. */
export function TeamSignedIn({
  member,
  held,
  outgoing,
  onSignOut,
  onSendHeld,
}: {
  member: TeamMember;
  held: number;
  /** What has not reached the team yet. */
  outgoing: ReactNode;
  onSignOut: () => void;
  onSendHeld: () => void;
}) {
  const t = useTexts();
  const roles = { expert: t('roleExpert'), lead: t('roleLead'), admin: t('roleAdmin') };
  return (
    <div className={styles.form}>
      <p role="status">
        {t('optionsSignedIn', { name: member.name, team: member.teamName, role: roles[member.role] })}
      </p>
      <p className={styles.soft}>{member.email}</p>
      {held > 0 ? (
        <Notice
          title={t('optionsHeld', held)}
          actions={<Button onClick={onSendHeld}>{t('optionsHeldSend', { team: member.teamName })}</Button>}
        >
          {t('optionsHeldText', held)}
        </Notice>
      ) : null}
      {outgoing}
      <div>
        <Button onClick={onSignOut}>{t('optionsSignOut')}</Button>
      </div>
      <p className={styles.soft}>{t('optionsSignOutText')}</p>
    </div>
  );
}
