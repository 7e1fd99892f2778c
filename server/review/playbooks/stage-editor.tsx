import { STAGE_NAME } from '@/components/options-page/stage-name';
import { Button } from '@/components/ui/button';
import { NEEDED } from '@/components/ui/field';
import { Select, TextArea, TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import {
  addQuestion,
  changeStage,
  type DraftStage,
  emptyQuestion,
  moveStage,
  removeStage,
} from '@/lib/playbooks/draft';
import { StageKind } from '@/lib/playbooks/playbook';
import { useEditing, useProblemAt } from './editing';
import { OrderedPart } from './ordered-part';
import styles from './playbooks.module.css';
import { QuestionEditor } from './question-editor';

/** One stage with its questions. */
export function StageEditor({ stage, at, of }: { stage: DraftStage; at: number; of: number }) {
  const t = useTexts();
  const { draft, change, move, remove, newId } = useEditing();
  const problemAt = useProblemAt();
  const { id } = stage;
  const set = (part: Partial<DraftStage>) => change(changeStage(draft, id, part));
  const name = t('playbooksStage', { number: at + 1, title: stage.title || t('playbooksNoText') });
  return (
    <OrderedPart
      className={styles.stage}
      summary={<span className={styles.stageName}>{name}</span>}
      {...{ id, name, at, of }}
      onMove={(by, button) => move(moveStage(draft, id, by), button)}
      onRemove={(what) => remove(removeStage(draft, id), what)}
    >
      <div className={styles.facts}>
        <TextField
          label={t('playbooksStageTitle')}
          {...NEEDED}
          maxLength={80}
          value={stage.title}
          problem={problemAt(id, 'title')}
          onChange={(title) => set({ title })}
        />
        <Select
          label={t('playbooksStageKind')}
          value={stage.kind}
          onChange={(kind) => set({ kind: StageKind.parse(kind) })}
        >
          {StageKind.options.map((kind) => (
            <option key={kind} value={kind}>
              {t(STAGE_NAME[kind])}
            </option>
          ))}
        </Select>
        <TextField
          label={t('playbooksMinutes')}
          hint={t('playbooksMinutesHint')}
          type="number"
          min={0}
          max={240}
          value={String(stage.minutes)}
          problem={problemAt(id, 'minutes')}
          onChange={(minutes) => set({ minutes: Math.min(240, Math.max(0, Math.round(Number(minutes) || 0))) })}
        />
      </div>
      <TextArea
        label={t('playbooksAim')}
        maxLength={300}
        value={stage.aim}
        problem={problemAt(id, 'aim')}
        onChange={(aim) => set({ aim })}
      />
      <ol className={styles.questions}>
        {stage.questions.map((question, index) => (
          <QuestionEditor key={question.id} question={question} at={index} of={stage.questions.length} />
        ))}
      </ol>
      {problemAt(id, 'questions') ? <p className={styles.wrong}>{problemAt(id, 'questions')}</p> : null}
      <div>
        <Button
          disabled={stage.questions.length >= 40}
          aria-label={`${t('playbooksQuestionAdd')}: ${name}`}
          onClick={() => change(addQuestion(draft, id, emptyQuestion(newId)))}
        >
          {t('playbooksQuestionAdd')}
        </Button>
      </div>
    </OrderedPart>
  );
}
