import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ShownLink } from '@/components/ui/shown-link';
import { Select, TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { contentOf } from '../api/answer';
import { api } from '../api/api';
import { invitationsQuery } from '../api/queries';
import { sentenceOf } from '../shell/query-state';
import { ROLE_NAME, type Role } from './role-name';
import styles from './team.module.css';

/** Makes a link for one new member, and has it mailed or shows it once, to be copied; says which of both. */
export function InviteForm({ roles, mail }: { roles: Role[]; mail: boolean }) {
  const t = useTexts();
  const queries = useQueryClient();
  const [role, setRole] = useState<Role>('expert');
  const [email, setEmail] = useState('');
  const to = email.trim();
  const make = useMutation({
    mutationFn: async () => {
      const made = await contentOf(api.invitations.$post({ json: { role, ...(to && { email: to }) } }));
      return { ...made, to };
    },
    onSuccess: () => {
      setEmail('');
      return queries.invalidateQueries(invitationsQuery);
    },
  });
  return (
    <div className={styles.invite}>
      <div className={styles.inviteRow}>
        {roles.length > 1 ? (
          <Select label={t('webInviteAs')} value={role} onChange={(value) => setRole(value as Role)}>
            {roles.map((one) => (
              <option key={one} value={one}>
                {t(ROLE_NAME[one])}
              </option>
            ))}
          </Select>
        ) : null}
        {mail ? (
          <TextField
            type="email"
            label={t('webInviteEmail')}
            hint={t('webInviteEmailHint')}
            value={email}
            onChange={setEmail}
          />
        ) : null}
        <Button kind="primary" disabled={make.isPending} onClick={() => make.mutate()}>
          {to ? t('webInviteSend') : t(roles.length > 1 ? 'webInviteButton' : 'webInviteExpert')}
        </Button>
      </div>
      {make.error ? <Notice tone="problem">{sentenceOf(make.error, t)}</Notice> : null}
      {make.data?.mailed ? (
        <Notice title={t('webInviteMailed', { email: make.data.to })}>{t('webInviteMailedText')}</Notice>
      ) : null}
      {make.data && !make.data.mailed ? (
        <ShownLink
          key={make.data.id}
          label={t('webInviteLink', { role: t(ROLE_NAME[make.data.role]) })}
          hint={t(make.data.to ? 'webInviteNotMailed' : 'webInviteLinkHint')}
          link={make.data.link}
        />
      ) : null}
    </div>
  );
}
