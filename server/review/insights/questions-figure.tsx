import { useTexts } from '@/components/ui/texts';
import type { Insights } from '@/lib/insights/insights';
import { UseBars } from './charts';
import { Figure } from './figure';
import styles from './insights.module.css';
import { LeftOut } from './left-out';

/** How the questions of one playbook are used, in their order. */
export function QuestionsFigure({
  insights,
  playbook,
}: {
  insights: Insights;
  playbook: { id: string; title: string };
}) {
  const t = useTexts();
  const questions = insights.questions.filter((one) => one.playbook === playbook.id);
  if (questions.length === 0) return null;
  const states = [t('insightsAsked'), t('insightsSkipped'), t('insightsNotRelevant'), t('insightsOpen')];
  const rows = questions.map(({ id, text, counted }) => ({
    id,
    label: text,
    counts: counted ? [counted.asked, counted.skipped, counted.notRelevant, counted.open] : null,
  }));
  return (
    <div className={styles.wide}>
      <Figure
        title={`${t('insightsQuestions')}: ${playbook.title}`}
        text={t('insightsQuestionsText')}
        name={`questions-${playbook.id}`}
        table={{
          head: [t('insightsQuestion'), t('insightsStage'), ...states, t('insightsReworded')],
          rows: questions.map(({ text, stage, counted }, at) => [
            text,
            stage,
            ...(rows[at]?.counts ?? [null, null, null, null]),
            counted?.reworded ?? null,
          ]),
          unknown: t('insightsFew'),
        }}
        note={<LeftOut some={questions.some(({ someLeftOut }) => someLeftOut)} />}
        chart={(width, label) => (
          <UseBars rows={rows} states={states} width={width} label={label} few={t('insightsFew')} />
        )}
      />
    </div>
  );
}
