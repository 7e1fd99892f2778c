import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { contentOf } from '../api/answer';
import { api } from '../api/api';
import { invitationsQuery } from '../api/queries';
import { sentenceOf } from '../shell/query-state';
import { ROLE_NAME, type Role } from './role-name';
import { ShownLink } from './shown-link';
import styles from './team.module.css';

/** Makes a link for one new member and shows it once, to be copied. */
export function InviteForm({ roles }: { roles: Role[] }) {
  const t = useTexts();
  const queries = useQueryClient();
  const [role, setRole] = useState<Role>('expert');
  const make = useMutation({
    mutationFn: () => contentOf(api.invitations.$post({ json: { role } })),
    onSuccess: () => queries.invalidateQueries(invitationsQuery),
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
        <Button kind="primary" disabled={make.isPending} onClick={() => make.mutate()}>
          {t(roles.length > 1 ? 'webInviteButton' : 'webInviteExpert')}
        </Button>
      </div>
      {make.error ? <Notice tone="problem">{sentenceOf(make.error, t)}</Notice> : null}
      {make.data ? (
        <ShownLink
          key={make.data.id}
          label={t('webInviteLink', { role: t(ROLE_NAME[make.data.role]) })}
          hint={t('webInviteLinkHint')}
          link={make.data.link}
        />
      ) : null}
    </div>
  );
}
