import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { TeamFlags } from '@/lib/pitch/team-rule';
import { readCredential } from '@/lib/settings/credential';
import { readTeamFlags, watchTeamFlags, writeTeamFlags } from '@/lib/settings/team-flags';
import { panelChecker } from './panel-checker';

/** As this device keeps it; the engine has it before the notes know. */
const teamFlagsQuery = queryOptions({
  queryKey: ['team-flags'],
  queryFn: async () => {
    const flags = await readTeamFlags();
    panelChecker.takeTeam(flags);
    return flags;
  },
  staleTime: Number.POSITIVE_INFINITY,
});

/** Asks the team's API anew and keeps what it says; without a network what was read last counts. */
const freshQuery = queryOptions({
  queryKey: ['team-flags', 'fresh'],
  queryFn: async () => {
    const credential = await readCredential();
    if (!credential?.teamId) return false;
    const { readTeamRules } = await import('@/lib/sync/read-api');
    const read = await readTeamRules(credential);
    if (read.kind === 'read') await writeTeamFlags(credential.teamId, read.value);
    return read.kind === 'read';
  },
});

/** What the team set for flags: null without a team. */
export function useTeamFlags(): TeamFlags | null {
  const queries = useQueryClient();
  useEffect(
    () => watchTeamFlags(() => void queries.invalidateQueries({ queryKey: teamFlagsQuery.queryKey, exact: true })),
    [queries],
  );
  useQuery(freshQuery);
  return useQuery(teamFlagsQuery).data ?? null;
}
