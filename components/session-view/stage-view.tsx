import { Disclosure } from '@/components/ui/disclosure';
import { useTexts } from '@/components/ui/texts';
import { QuestionEntry } from './question-entry';
import styles from './session-view.module.css';
import type { ViewStage } from './view-stages';

/** One stage: what was asked and what was set aside, then, folded away, what was not asked and has no note. */
export function StageView({ stage }: { stage: ViewStage }) {
  const t = useTexts();
  const silent = stage.questions.filter((one) => one.state === 'open' && one.note === null);
  const order = ['asked', 'open', 'skipped', 'not-relevant'];
  const told = stage.questions
    .filter((one) => !silent.includes(one))
    .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  return (
    <section className={styles.stage} aria-labelledby={`stage-${stage.id}`}>
      <h3 id={`stage-${stage.id}`} className={styles.stageTitle}>
        {stage.title ?? t('viewOtherQuestions')}
      </h3>
      {told.length > 0 ? (
        <ol className={styles.questions}>
          {told.map((question) => (
            <QuestionEntry key={question.id} question={question} />
          ))}
        </ol>
      ) : null}
      {silent.length > 0 ? (
        <Disclosure summary={<span className={styles.silent}>{t('viewNotAskedCount', silent.length)}</span>}>
          <ul className={styles.questions}>
            {silent.map((question) => (
              <QuestionEntry key={question.id} question={question} />
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </section>
  );
}
