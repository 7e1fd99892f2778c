import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Select } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import type { Me } from '../api/queries';
import { chooseTeam } from '../api/sign-in';
import styles from './header.module.css';

/** The team that one acts for; a choice where one is in several. */
export function TeamChoice({ me }: { me: Me }) {
  const t = useTexts();
  const queries = useQueryClient();
  const choose = useMutation({ mutationFn: chooseTeam, onSuccess: () => queries.resetQueries() });
  if (!me.team) return null;
  if (me.teams.length < 2) return <span className={styles.team}>{me.team.name}</span>;
  return (
    <Select label={t('webTeam')} labelHidden value={me.team.id} onChange={(id) => choose.mutate(id)}>
      {me.teams.map((team) => (
        <option key={team.id} value={team.id}>
          {team.name}
        </option>
      ))}
    </Select>
  );
}
