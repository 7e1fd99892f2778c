import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FlagsSection } from '@/components/options-page/flags-section';
import type { Sensitivity } from '@/lib/pitch/flag';
import { readSettings, writeSettings } from '@/lib/settings/settings';
import { readTeamFlags } from '@/lib/settings/team-flags';

/** How readily the panel flags, stored at once: every open panel hears of it. */
export function FlagsDesk() {
  const queries = useQueryClient();
  const settings = useQuery({ queryKey: ['settings'], queryFn: readSettings });
  const team = useQuery({ queryKey: ['team-flags'], queryFn: readTeamFlags });
  const save = useMutation({
    mutationFn: (sensitivity: Sensitivity) => writeSettings({ sensitivity }),
    onSuccess: (saved) => queries.setQueryData(['settings'], saved),
  });
  const value = settings.data?.sensitivity ?? team.data?.sensitivity ?? 'normal';
  return <FlagsSection value={value} onChange={(chosen) => save.mutate(chosen)} />;
}
