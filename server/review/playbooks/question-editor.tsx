import { Checkbox } from '@/components/ui/checkbox';
import { NEEDED } from '@/components/ui/field';
import { Select, TextArea } from '@/components/ui/text-field';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import { changeQuestion, type DraftQuestion, moveQuestion, removeQuestion } from '@/lib/playbooks/draft';
import { QuestionKind } from '@/lib/playbooks/playbook';
import { useEditing, useProblemAt } from './editing';
import { LinesField } from './lines-field';
import { OrderedPart } from './ordered-part';
import styles from './playbooks.module.css';

const KIND_WORDS: Record<QuestionKind, MessageKey> = {
  pure: 'playbooksKindPure',
  diagnostic: 'playbooksKindDiagnostic',
  option: 'playbooksKindOption',
  process: 'playbooksKindProcess',
};

/** Everything of one question. */
export function QuestionEditor({ question, at, of }: { question: DraftQuestion; at: number; of: number }) {
  const t = useTexts();
  const { draft, change, move, remove } = useEditing();
  const problemAt = useProblemAt();
  const { id } = question;
  const set = (part: Partial<DraftQuestion>) => change(changeQuestion(draft, id, part));
  const name = t('playbooksQuestion', { number: at + 1, text: question.text || t('playbooksNoText') });
  const wrong = ['text', 'why', 'listenFor', 'followUps'].map((field) => problemAt(id, field)).find(Boolean);
  return (
    <OrderedPart
      className={styles.question}
      summary={
        <>
          {name}
          {wrong ? <span className={styles.wrong}> · {wrong}</span> : null}
        </>
      }
      {...{ id, name, at, of }}
      onMove={(by, button) => move(moveQuestion(draft, id, by), button)}
      onRemove={(what) => remove(removeQuestion(draft, id), what)}
    >
      <TextArea
        label={t('playbooksText')}
        {...NEEDED}
        maxLength={400}
        value={question.text}
        problem={problemAt(id, 'text')}
        onChange={(text) => set({ text })}
      />
      <TextArea
        label={t('playbooksWhy')}
        maxLength={600}
        value={question.why}
        problem={problemAt(id, 'why')}
        onChange={(why) => set({ why })}
      />
      <LinesField
        label={t('playbooksListenFor')}
        lines={question.listenFor}
        problem={problemAt(id, 'listenFor')}
        onChange={(listenFor) => set({ listenFor })}
      />
      <LinesField
        label={t('playbooksFollowUps')}
        lines={question.followUps}
        problem={problemAt(id, 'followUps')}
        onChange={(followUps) => set({ followUps })}
      />
      <Select
        label={t('playbooksKind')}
        value={question.kind}
        onChange={(kind) => set({ kind: QuestionKind.parse(kind) })}
      >
        {QuestionKind.options.map((kind) => (
          <option key={kind} value={kind}>
            {t(KIND_WORDS[kind])}
          </option>
        ))}
      </Select>
      <Checkbox
        label={t('playbooksNeeded')}
        checked={question.neededForDecision}
        onChange={(neededForDecision) => set({ neededForDecision })}
      />
    </OrderedPart>
  );
}
