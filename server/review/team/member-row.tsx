import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { contentOf } from '../api/answer';
import { api } from '../api/api';
import { membersQuery } from '../api/queries';
import type { Member } from '../shell/members-only';
import { sentenceOf } from '../shell/query-state';
import { RemoveMember } from './remove-member';
import { ROLE_NAME, type Role } from './role-name';
import styles from './team.module.css';

export type TeamMember = Awaited<ReturnType<NonNullable<typeof membersQuery.queryFn>>>['members'][number];

/** One member. An admin can change the role of everyone else and take them out of the team. */
export function MemberRow({ member, me }: { member: TeamMember; me: Member }) {
  const t = useTexts();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (role: Role) =>
      contentOf(api.team.members[':memberId'].$patch({ param: { memberId: member.memberId }, json: { role } })),
    onSettled: () => queries.invalidateQueries(membersQuery),
  });
  const isMe = member.id === me.user.id;
  return (
    <li className={styles.row}>
      <div className={styles.person}>
        <p className={styles.name}>{isMe ? t('webYou', { name: member.name }) : member.name}</p>
        <p className={styles.soft}>{member.email}</p>
        {change.error ? <Notice tone="problem">{sentenceOf(change.error, t)}</Notice> : null}
      </div>
      {me.team.role === 'admin' && !isMe ? (
        <div className={styles.actions}>
          <Select
            label={t('webRoleOf', { name: member.name })}
            labelHidden
            disabled={change.isPending}
            value={change.isPending ? change.variables : member.role}
            onChange={(role) => change.mutate(role as Role)}
          >
            {(Object.keys(ROLE_NAME) as Role[]).map((role) => (
              <option key={role} value={role}>
                {t(ROLE_NAME[role])}
              </option>
            ))}
          </Select>
          <RemoveMember member={member} />
        </div>
      ) : (
        <div className={styles.actions}>
          <span className={styles.role}>{t(ROLE_NAME[member.role])}</span>
          {isMe ? <RemoveMember member={member} self /> : null}
        </div>
      )}
    </li>
  );
}
