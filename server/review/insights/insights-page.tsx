import { useQuery } from '@tanstack/react-query';
import { useLocation, useSearch } from 'wouter';
import { EmptyState } from '@/components/ui/empty-state';
import { useTexts } from '@/components/ui/texts';
import type { Insights } from '@/lib/insights/insights';
import type { Member } from '../shell/members-only';
import { Page } from '../shell/page';
import { Read } from '../shell/query-state';
import { asQuery, type Chosen, chosenOf, searchOf } from './address';
import { DoneFigure } from './done-figure';
import { FlagsFigure } from './flags-figure';
import styles from './insights.module.css';
import { InsightsForm } from './insights-form';
import { insightsQuery } from './queries';
import { QuestionsFigure } from './questions-figure';
import { StagesFigure } from './stages-figure';
import { TalksSection } from './talks-section';

/** What the team, or oneself, can learn from sessions: what was done, never which way decisions went. */
export function InsightsPage({ me }: { me: Member }) {
  const t = useTexts();
  const [, go] = useLocation();
  const chosen = chosenOf(useSearch());
  const isLead = me.team.role !== 'expert';
  const found = useQuery(insightsOf(chosen));
  const isOfTeam = isLead && chosen.scope !== 'mine';
  const show = (next: Chosen) => go(searchOf(next) ? `/insights?${searchOf(next)}` : '/insights');
  return (
    <Page title={t('webInsights')} lead={t(isOfTeam ? 'insightsLeadTeam' : 'insightsLeadMine')} me={me}>
      <InsightsForm chosen={chosen} shown={found.data ?? null} scopes={isLead} onShow={show} />
      <Read query={found}>
        {(insights) => (
          <Figures
            insights={insights}
            category={chosen.category}
            onCategory={(category) => show({ ...chosen, category })}
          />
        )}
      </Read>
      {isOfTeam && <TalksSection />}
    </Page>
  );
}

const insightsOf = (chosen: Chosen) => insightsQuery(asQuery(chosen));

function Figures({ insights, category, onCategory }: FiguresProps) {
  const t = useTexts();
  const { reasoned, flags, questions } = insights;
  const isEmpty =
    !reasoned.counted && flags.every(({ counted }) => !counted) && questions.every(({ counted }) => !counted);
  if (isEmpty) return <EmptyState title={t('insightsNone')}>{t('insightsNoneText')}</EmptyState>;
  return (
    <div className={styles.figures}>
      <StagesFigure insights={insights} />
      <DoneFigure insights={insights} />
      <div className={styles.wide}>
        <FlagsFigure insights={insights} category={category} onCategory={onCategory} />
      </div>
      {insights.playbooks.map((playbook) => (
        <QuestionsFigure key={playbook.id} insights={insights} playbook={playbook} />
      ))}
    </div>
  );
}

type FiguresProps = { insights: Insights; category: string; onCategory: (category: string) => void };
