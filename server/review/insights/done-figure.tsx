import { useTexts } from '@/components/ui/texts';
import type { Insights } from '@/lib/insights/insights';
import { PartBars } from './charts';
import { Figure } from './figure';
import { LeftOut } from './left-out';

/** Decisions reached with a reason, "not yet" looked at again, disputes agreed with. A yes and a no count alike. */
export function DoneFigure({ insights }: { insights: Insights }) {
  const t = useTexts();
  const { reasoned, lookedAgain, disputes } = insights;
  const rows = [
    { label: t('insightsReasoned'), of: t('insightsReasonedOf'), ...reasoned },
    { label: t('insightsLooked'), of: t('insightsLookedOf'), ...lookedAgain },
    { label: t('insightsDisputes'), of: t('insightsDisputesOf'), ...disputes },
  ];
  return (
    <Figure
      title={t('insightsDone')}
      text={rows.map(({ label, of }) => `${label}: ${of}.`).join(' ')}
      name="decisions-and-disputes"
      table={{
        head: [t('insightsWhat'), t('insightsPart'), t('insightsOf')],
        rows: rows.map(({ label, of, counted }) => [`${label} (${of})`, counted?.part ?? null, counted?.of ?? null]),
        unknown: t('insightsFew'),
      }}
      note={<LeftOut some={rows.some(({ someLeftOut }) => someLeftOut)} />}
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
