import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Playbook } from '@/lib/playbooks/playbook';
import { watchCredential } from '@/lib/settings/credential';
import { teamPlaybooksQuery } from './queries';

/** The team's own playbooks, read anew when somebody signs in or out while the panel is open. */
export function useTeamPlaybooks(): Playbook[] {
  const queries = useQueryClient();
  useEffect(
    () => watchCredential(() => void queries.resetQueries({ queryKey: teamPlaybooksQuery.queryKey })),
    [queries],
  );
  return useQuery(teamPlaybooksQuery).data ?? [];
}
