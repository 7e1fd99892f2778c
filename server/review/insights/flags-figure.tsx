import { CATEGORY_NAME } from '@/components/session-view/category-name';
import { Select } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import type { FlagsOfMonth, Insights } from '@/lib/insights/insights';
import { uChart } from '@/lib/insights/u-chart';
import { Category } from '@/lib/pitch/flag';
import { FlagsLine } from './charts';
import { Figure } from './figure';
import styles from './insights.module.css';

/** Flags per 1,000 words month by month, of one category or of all, on the band of normal variation. */
export function FlagsFigure({ insights, category, onCategory }: FlagsFigureProps) {
  const t = useTexts();
  const counted = insights.flags.map((month) => countOf(month, category));
  const { mean, points } = uChart(counted);
  const months = insights.flags.map(({ month }, at) => ({ month, point: points[at] ?? null }));
  const named = category === '' ? t('insightsAllCategories') : t(CATEGORY_NAME[category as Category]);
  return (
    <Figure
      title={t('insightsFlags')}
      text={t('insightsFlagsText')}
      name={`flags-${category || 'all'}`}
      above={
        <div className={styles.choice}>
          <Select label={t('insightsCategory')} value={category} onChange={onCategory}>
            <option value="">{t('insightsAllCategories')}</option>
            {Category.options.map((one) => (
              <option key={one} value={one}>
                {t(CATEGORY_NAME[one])}
              </option>
            ))}
          </Select>
        </div>
      }
      table={{
        head: ['Month', 'Category', 'FlagsFound', 'Words', 'Rate', 'Mean', 'Low', 'High'].map((name) =>
          t(`insights${name}` as 'insightsMonth'),
        ),
        rows: months.map(({ month, point }, at) => [
          month,
          named,
          counted[at]?.count ?? null,
          counted[at]?.words ?? null,
          ...[point?.rate, point ? mean : null, point?.low, point?.high].map((value) => rounded(value ?? null)),
        ]),
        unknown: t('insightsFew'),
      }}
      chart={(width, label) => <FlagsLine months={months} mean={mean} width={width} label={label} />}
    />
  );
}

function countOf({ counted }: FlagsOfMonth, category: string): { count: number; words: number } | null {
  if (!counted) return null;
  const { words, flags } = counted;
  const all = Object.values(flags).reduce((sum: number, count) => sum + (count ?? 0), 0);
  return { words, count: category === '' ? all : (flags[category as Category] ?? 0) };
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100;
}

type FlagsFigureProps = { insights: Insights; category: string; onCategory: (category: string) => void };
