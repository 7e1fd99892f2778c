import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Select } from '@/components/ui/text-field';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import { Condition } from '@/lib/self-check/self-check';
import { useEditing } from './editing';
import styles from './self-checks.module.css';

const Is = Condition.shape.is;
const IS_WORDS: Record<Condition['is'], MessageKey> = {
  'any-of': 'selfCheckIsAnyOf',
  'none-of': 'selfCheckIsNoneOf',
  answered: 'selfCheckIsAnswered',
  unanswered: 'selfCheckIsUnanswered',
};
const looksAtChoices = (is: Condition['is']) => is === 'any-of' || is === 'none-of';

/** One condition: an earlier question, and what has to hold of its answer. */
export function ConditionFields({
  condition,
  number,
  before,
  onChange,
  onRemove,
}: {
  condition: Condition;
  number: number;
  before: number;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}) {
  const t = useTexts();
  const { questions } = useEditing().draft;
  const name = t('selfCheckCondition', { number });
  // What it looks at now is among them also when it may not be: nothing changes by itself.
  const offered = questions
    .map((question, at) => ({ ...question, at }))
    .filter(({ id, at }) => at < before || id === condition.question);
  const asked = offered.find(({ id }) => id === condition.question);
  const choices = asked && asked.kind !== 'text' ? asked.choices : [];
  const known = choices.map(({ id }) => id);
  const isOptions = Is.options.filter((is) => choices.length > 0 || !looksAtChoices(is) || is === condition.is);
  return (
    <fieldset className={styles.condition}>
      <legend className="visually-hidden">{name}</legend>
      <Select
        label={t('selfCheckConditionQuestion')}
        value={condition.question}
        onChange={(question) => onChange({ question, is: 'answered', choices: [] })}
      >
        {asked ? null : <option value={condition.question}>{condition.question}</option>}
        {offered.map(({ id, at, text }) => (
          <option key={id} value={id}>
            {at + 1} · {text || t('playbooksNoText')}
          </option>
        ))}
      </Select>
      <Select
        label={t('selfCheckConditionIs')}
        value={condition.is}
        onChange={(value) => {
          const is = Is.parse(value);
          onChange({ ...condition, is, choices: looksAtChoices(is) ? condition.choices : [] });
        }}
      >
        {isOptions.map((is) => (
          <option key={is} value={is}>
            {t(IS_WORDS[is])}
          </option>
        ))}
      </Select>
      {looksAtChoices(condition.is) ? (
        <fieldset className={styles.checks}>
          <legend className="visually-hidden">{t('selfCheckChoices')}</legend>
          {choices.map(({ id, text }) => (
            <Checkbox
              key={id}
              label={text || t('playbooksNoText')}
              checked={condition.choices.includes(id)}
              onChange={(isIn) => {
                const chosen = known.filter((one) => (one === id ? isIn : condition.choices.includes(one)));
                onChange({ ...condition, choices: chosen });
              }}
            />
          ))}
        </fieldset>
      ) : null}
      <div>
        <Button aria-label={t('playbooksRemoveNamed', { name })} onClick={onRemove}>
          {t('uiRemove')}
        </Button>
      </div>
    </fieldset>
  );
}
