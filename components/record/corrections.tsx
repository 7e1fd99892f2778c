import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { partsOf } from '@/lib/record/parts';
import type { RecordResponse } from '@/lib/record/record';
import type { ResponseAnswer, SharedRecord } from '@/lib/record/wire';
import styles from './record.module.css';
import { PART_NAME } from './record-words';

type Props = {
  record: SharedRecord;
  mayAnswer: boolean;
  busy: boolean;
  onAnswer: (responseId: string, answer: ResponseAnswer) => void;
};

/** Wordings that the client suggests and nobody answered yet, beside what reads there now; and what they see otherwise. */
export function Corrections({ record, ...props }: Props) {
  const t = useTexts();
  const open = record.responses.filter(({ kind, answer }) => kind === 'correct' && answer === null);
  const dissents = record.responses.filter(({ kind }) => kind === 'dissent');
  return (
    <>
      {open.length > 0 ? (
        <ul className={styles.corrections}>
          {open.map((one) => (
            <Correction key={one.id} said={one} record={record} {...props} />
          ))}
        </ul>
      ) : null}
      {dissents.length > 0 ? (
        <>
          <h3 className={styles.name}>{t('recordDissents')}</h3>
          {dissents.map(({ id, text, name }) => (
            <blockquote key={id} className={styles.said}>
              {text}
              {name ? <footer className={styles.soft}>{name}</footer> : null}
            </blockquote>
          ))}
        </>
      ) : null}
    </>
  );
}

function Correction({ said, record, mayAnswer, busy, onAnswer }: Props & { said: RecordResponse }) {
  const t = useTexts();
  const [text, setText] = useState('');
  const part = partsOf(record.document).find(({ id }) => id === said.part);
  return (
    <li className={styles.correction}>
      <h3 className={styles.name}>{part ? t(PART_NAME[part.kind]) : t('recordPartReason')}</h3>
      <p className={styles.soft}>{t('recordNow')}</p>
      <blockquote className={styles.said}>{part?.text ?? ''}</blockquote>
      <p className={styles.soft}>
        {said.name ? t('recordSuggested', { name: said.name }) : t('recordSuggestedNoName')}
      </p>
      <blockquote className={styles.said}>{said.text}</blockquote>
      {mayAnswer ? (
        <>
          <div>
            <Button disabled={busy} onClick={() => onAnswer(said.id, { answer: 'accepted', text: '' })}>
              {t('recordAccept')}
            </Button>
          </div>
          <TextArea
            label={t('recordAnswer')}
            hint={t('recordAnswerHint')}
            value={text}
            onChange={setText}
            maxLength={2_000}
          />
          <div>
            <Button
              disabled={busy || text.trim() === ''}
              onClick={() => onAnswer(said.id, { answer: 'answered', text: text.trim() })}
            >
              {t('recordAnswerSend')}
            </Button>
          </div>
        </>
      ) : null}
    </li>
  );
}
