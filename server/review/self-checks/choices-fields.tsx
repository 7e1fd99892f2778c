import { Button } from '@/components/ui/button';
import { NEEDED } from '@/components/ui/field';
import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { changeQuestion, type DraftQuestion, moved, removeChoice } from '@/lib/self-check/draft';
import { OrderButtons } from '../playbooks/order-buttons';
import playbooks from '../playbooks/playbooks.module.css';
import { useEditing, useProblems } from './editing';
import styles from './self-checks.module.css';
import { newCheckId } from './use-own-check';

const MOST = 12;

/** What the client can choose from, in its order. */
export function ChoicesFields({ question, place }: { question: DraftQuestion; place: string }) {
  const t = useTexts();
  const { draft, change, move, remove } = useEditing();
  const problems = useProblems();
  const { id, choices } = question;
  const wrong = problems.ofRest(place);
  const set = (next: DraftQuestion['choices']) => changeQuestion(draft, id, { choices: next });
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{t('selfCheckChoices')}</legend>
      <ol className={playbooks.list}>
        {choices.map((choice, at) => (
          <li key={choice.id} className={styles.line}>
            <TextField
              label={t('selfCheckChoice', { number: at + 1 })}
              {...NEEDED}
              maxLength={200}
              value={choice.text}
              problem={problems.of(`${place}.choices.${at}.text`)}
              onChange={(text) => change(set(choices.map((one) => (one.id === choice.id ? { ...one, text } : one))))}
            />
            <OrderButtons
              id={`${id}--${choice.id}`}
              name={`${t('selfCheckChoice', { number: at + 1 })}: ${choice.text || t('playbooksNoText')}`}
              at={at}
              of={choices.length}
              onMove={(by, button) => move(set(moved(choices, at, by)), button)}
              onRemove={(name) => remove(removeChoice(draft, id, choice.id), name)}
            />
          </li>
        ))}
      </ol>
      {wrong ? <p className={playbooks.wrong}>{wrong}</p> : null}
      <div>
        <Button
          disabled={choices.length >= MOST}
          aria-label={t('selfCheckChoiceAddNamed', { question: question.text || t('playbooksNoText') })}
          onClick={() => change(set([...choices, { id: `c-${newCheckId()}`, text: '' }]))}
        >
          {t('selfCheckChoiceAdd')}
        </Button>
      </div>
    </fieldset>
  );
}
