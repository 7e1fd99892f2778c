import { useTexts } from '@/components/ui/texts';
import { HIGHEST_STEP, TALK_QUESTIONS, type TalkInsights } from '@/lib/talk/talk';
import { PartBars } from './charts';
import { Figure } from './figure';
import styles from './insights.module.css';

/** Groups of months that the chart has room for. */
const NEWEST = 3;
const NAME = {
  understood: 'insightsTalksUnderstood',
  heard: 'insightsTalksHeard',
  shaped: 'insightsTalksShaped',
} as const;

/** The mean step of each question by groups of months, the newest first. No number is of fewer than 5 answers. */
export function TalksFigure({ groups, together }: { groups: TalkInsights['groups']; together: Together }) {
  const t = useTexts();
  const newest = groups.toReversed();
  const named = newest.map(({ from, to, ...means }) => ({ months: from === to ? from : `${from} – ${to}`, ...means }));
  const bars = named.slice(0, NEWEST).flatMap(({ months, ...means }) =>
    TALK_QUESTIONS.map((question) => ({
      label: `${months}: ${t(NAME[question])}`,
      counted: { part: means[question].mean, of: HIGHEST_STEP },
    })),
  );
  const all = [...named, { months: t('insightsTalksTogether'), ...together }];
  return (
    <Figure
      title={t('insightsTalks')}
      text={t('insightsTalksText')}
      name="talks"
      table={{
        head: [
          t('insightsTalksMonths'),
          ...TALK_QUESTIONS.map((question) => t(NAME[question])),
          t('insightsTalksAnswers'),
        ],
        rows: all.map(({ months, ...means }) => [
          months,
          ...TALK_QUESTIONS.map((question) => means[question].mean),
          t('insightsTalksAtLeast', {
            number: Math.min(...TALK_QUESTIONS.map((question) => means[question].atLeast)),
          }),
        ]),
        unknown: t('insightsFew'),
      }}
      note={groups.length > NEWEST ? <p className={styles.note}>{t('insightsTalksNewest')}</p> : null}
      chart={(width, label) => (
        <PartBars
          rows={bars}
          width={width}
          label={label}
          said={(part) => t('insightsPartOf', part)}
          few={t('insightsFew')}
        />
      )}
    />
  );
}

type Together = NonNullable<TalkInsights['together']>;
