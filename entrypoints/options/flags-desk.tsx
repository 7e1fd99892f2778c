import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { FlagsSection } from '@/components/options-page/flags-section';
import type { Sensitivity } from '@/lib/pitch/flag';
import { readSettings, writeSettings } from '@/lib/settings/settings';

/** How readily the panel flags, stored at once: every open panel hears of it. */
export function FlagsDesk() {
  const queries = useQueryClient();
  const settings = useQuery({ queryKey: ['settings'], queryFn: readSettings });
  const save = useMutation({
    mutationFn: (sensitivity: Sensitivity) => writeSettings({ sensitivity }),
    onSuccess: (saved) => queries.setQueryData(['settings'], saved),
  });
  return <FlagsSection value={settings.data?.sensitivity ?? 'normal'} onChange={(value) => save.mutate(value)} />;
}
