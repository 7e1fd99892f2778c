import { STAGE_NAME } from '@/components/options-page/stage-name';
import { NEEDED } from '@/components/ui/field';
import { Select, TextArea } from '@/components/ui/text-field';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import { StageKind } from '@/lib/playbooks/playbook';
import { changeQuestion, type DraftQuestion, moveQuestion, removeQuestion } from '@/lib/self-check/draft';
import { CheckQuestion } from '@/lib/self-check/self-check';
import { OrderedPart } from '../playbooks/ordered-part';
import playbooks from '../playbooks/playbooks.module.css';
import { ChoicesFields } from './choices-fields';
import { Conditions } from './conditions';
import { useEditing, useProblems } from './editing';
import { FoldedName } from './folded';

const Kind = CheckQuestion.shape.kind;
const KIND_WORDS: Record<DraftQuestion['kind'], MessageKey> = {
  text: 'selfCheckKindText',
  one: 'selfCheckKindOne',
  several: 'selfCheckKindSeveral',
};

/** Everything of one question to the client. */
export function QuestionFields({ question, at, of }: { question: DraftQuestion; at: number; of: number }) {
  const t = useTexts();
  const { draft, change, move, remove } = useEditing();
  const problems = useProblems();
  const { id } = question;
  const place = `questions.${at}`;
  const set = (part: Partial<DraftQuestion>) => change(changeQuestion(draft, id, part));
  const name = t('playbooksQuestion', { number: at + 1, text: question.text || t('playbooksNoText') });
  return (
    <OrderedPart
      className={playbooks.stage}
      summary={<FoldedName name={name} wrong={problems.within(place)} />}
      {...{ id, name, at, of }}
      onMove={(by, button) => move(moveQuestion(draft, id, by), button)}
      onRemove={(what) => remove(removeQuestion(draft, id), what)}
    >
      <TextArea
        label={t('playbooksText')}
        {...NEEDED}
        maxLength={400}
        value={question.text}
        problem={problems.of(`${place}.text`)}
        onChange={(text) => set({ text })}
      />
      <TextArea
        label={t('selfCheckHelp')}
        maxLength={400}
        value={question.help}
        problem={problems.of(`${place}.help`)}
        onChange={(help) => set({ help })}
      />
      <div className={playbooks.facts}>
        <Select
          label={t('selfCheckKind')}
          value={question.kind}
          problem={question.kind === 'text' ? problems.ofRest(place) : null}
          onChange={(kind) => set({ kind: Kind.parse(kind) })}
        >
          {Kind.options.map((kind) => (
            <option key={kind} value={kind}>
              {t(KIND_WORDS[kind])}
            </option>
          ))}
        </Select>
        <Select
          label={t('selfCheckStage')}
          value={question.stage}
          onChange={(stage) => set({ stage: StageKind.parse(stage) })}
        >
          {StageKind.options.map((stage) => (
            <option key={stage} value={stage}>
              {t(STAGE_NAME[stage])}
            </option>
          ))}
        </Select>
      </div>
      {question.kind === 'text' ? null : <ChoicesFields question={question} place={place} />}
      <Conditions
        legend={t('selfCheckOnlyIf')}
        none={t('selfCheckAlwaysAsked')}
        name={name}
        conditions={question.askIf}
        before={at}
        problem={problems.ofConditions(place)}
        onChange={(askIf) => set({ askIf })}
      />
    </OrderedPart>
  );
}
