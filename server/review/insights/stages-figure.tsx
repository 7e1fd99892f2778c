import { STAGE_NAME } from '@/components/options-page/stage-name';
import { useTexts } from '@/components/ui/texts';
import type { Insights } from '@/lib/insights/insights';
import { PartBars } from './charts';
import { Figure } from './figure';
import { LeftOut } from './left-out';

export function StagesFigure({ insights }: { insights: Insights }) {
  const t = useTexts();
  const rows = insights.stages.map(({ kind, counted }) => ({ label: t(STAGE_NAME[kind]), counted }));
  return (
    <Figure
      title={t('insightsStages')}
      text={t('insightsStagesText')}
      name="stages"
      table={{
        head: [t('insightsStage'), t('insightsPart'), t('insightsOf')],
        rows: rows.map(({ label, counted }) => [label, counted?.part ?? null, counted?.of ?? null]),
        unknown: t('insightsFew'),
      }}
      note={<LeftOut some={insights.stages.some(({ someLeftOut }) => someLeftOut)} />}
      chart={(width, label) => (
        <PartBars
          rows={rows}
          width={width}
          label={label}
          said={(part) => t('insightsPartOf', part)}
          few={t('insightsFew')}
        />
      )}
    />
  );
}
