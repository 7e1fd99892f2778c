import { queryOptions, useQuery } from '@tanstack/react-query';
import { EmptyState } from '@/components/ui/empty-state';
import { useTexts } from '@/components/ui/texts';
import { TalkInsights } from '@/lib/talk/talk';
import { contentOf } from '../api/answer';
import { api } from '../api/api';
import { Read } from '../shell/query-state';
import { TalksFigure } from './talks-figure';

const talksQuery = queryOptions({
  queryKey: ['insights', 'talk'],
  queryFn: async () => TalkInsights.parse(await contentOf(api.insights.talk.$get())),
  staleTime: 60_000,
});

/** How clients found their talks: for leads and admins, of the whole team, from five answers on. */
export function TalksSection() {
  const t = useTexts();
  const found = useQuery(talksQuery);
  return (
    <Read query={found}>
      {({ groups, together }) =>
        together ? (
          <TalksFigure groups={groups} together={together} />
        ) : (
          <EmptyState title={t('insightsTalks')}>{t('insightsTalksNone')}</EmptyState>
        )
      }
    </Read>
  );
}
