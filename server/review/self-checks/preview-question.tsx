import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { TextArea } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { type Answer, type CheckQuestion, LONGEST_ANSWER } from '@/lib/self-check/self-check';
import styles from './self-checks.module.css';

/** A question as its client answers it, or leaves it empty. */
export function PreviewQuestion({
  question: { kind, text, help, choices },
  answer,
  onAnswer,
}: {
  question: CheckQuestion;
  answer: Answer;
  onAnswer: (answer: Answer) => void;
}) {
  const t = useTexts();
  const words = text || t('playbooksNoText');
  if (kind === 'text')
    return (
      <TextArea
        label={words}
        hint={help}
        rows={4}
        maxLength={LONGEST_ANSWER}
        value={answer.text}
        onChange={(next) => onAnswer({ text: next, choices: [] })}
      />
    );
  if (kind === 'one')
    return (
      <Choice
        legend={words}
        hint={help}
        options={[
          ...choices.map(({ id, text: label }) => ({ value: id, label: label || t('playbooksNoText') })),
          { value: '', label: t('selfCheckWalkNoAnswer') },
        ]}
        value={answer.choices[0] ?? ''}
        onChange={(id) => onAnswer({ text: '', choices: id ? [id] : [] })}
      />
    );
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{words}</legend>
      {help ? <p className={styles.hint}>{help}</p> : null}
      {choices.map(({ id, text: label }) => (
        <Checkbox
          key={id}
          label={label || t('playbooksNoText')}
          checked={answer.choices.includes(id)}
          onChange={(isIn) => {
            const chosen = choices.filter((one) => (one.id === id ? isIn : answer.choices.includes(one.id)));
            onAnswer({ text: '', choices: chosen.map((one) => one.id) });
          }}
        />
      ))}
    </fieldset>
  );
}
