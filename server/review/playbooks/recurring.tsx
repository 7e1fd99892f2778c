import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Select } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { addQuestion, emptyQuestion } from '@/lib/playbooks/draft';
import { Read } from '../shell/query-state';
import { useEditing } from './editing';
import styles from './playbooks.module.css';
import { recurringQuery } from './queries';

type Recurring = { text: string; sessions: number; stageId: string };

/** Questions that the experts of the team keep adding; each can be taken up into a stage. */
export function RecurringQuestions() {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  return (
    <Disclosure summary={t('playbooksRecurring')} open={open} onToggle={setOpen}>
      {open ? <List /> : null}
    </Disclosure>
  );
}

function List() {
  const t = useTexts();
  const recurring = useQuery(recurringQuery);
  return (
    <Read query={recurring}>
      {({ questions }) =>
        questions.length === 0 ? (
          <p>{t('playbooksRecurringNone')}</p>
        ) : (
          <>
            <p className={styles.soft}>{t('playbooksRecurringText')}</p>
            <ul className={styles.list}>
              {questions.map((one) => (
                <Row key={one.text} question={one} />
              ))}
            </ul>
          </>
        )
      }
    </Read>
  );
}

function Row({ question: { text, sessions, stageId } }: { question: Recurring }) {
  const t = useTexts();
  const { draft, change, newId } = useEditing();
  const fitting = draft.stages.find(({ id }) => id === stageId) ?? draft.stages[0];
  const [stage, setStage] = useState(fitting?.id ?? '');
  const taken = draft.stages.some(({ questions }) => questions.some((one) => one.text === text));
  return (
    <li className={styles.row}>
      <div>
        <p className={styles.name}>{text}</p>
        <p className={styles.soft}>{t('playbooksRecurringBy', sessions)}</p>
      </div>
      <div className={styles.actions}>
        <Select label={t('playbooksAdoptStage', { text })} labelHidden value={stage} onChange={setStage}>
          {draft.stages.map(({ id, title }, at) => (
            <option key={id} value={id}>
              {at + 1} · {title}
            </option>
          ))}
        </Select>
        <Button
          aria-label={t('playbooksAdoptNamed', { text })}
          aria-disabled={taken}
          onClick={() => (taken ? undefined : change(addQuestion(draft, stage, emptyQuestion(newId, text))))}
        >
          {t('playbooksAdopt')}
        </Button>
      </div>
      <span role="status" className={styles.soft}>
        {taken ? t('playbooksAdopted', { text }) : ''}
      </span>
    </li>
  );
}
