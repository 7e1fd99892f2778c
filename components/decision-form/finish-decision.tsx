import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import styles from './decision-form.module.css';
import { fieldId } from './field-id';

/** Ends the session: with the decision as written, or without one and with the reason. Says one sentence for each thing missing. */
export function FinishDecision({
  problems,
  tries,
  undecidedReason,
  undecidedProblem,
  onUndecidedReason,
  onFinish,
  onFinishUndecided,
}: {
  problems: readonly { field: string; sentence: string }[];
  /** How often "Finish" was pressed in vain: each time the list of problems gets the focus. */
  tries: number;
  undecidedReason: string;
  undecidedProblem: string | null;
  onUndecidedReason: (reason: string) => void;
  onFinish: () => void;
  onFinishUndecided: () => void;
}) {
  const t = useTexts();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (tries > 0) list.current?.focus();
  }, [tries]);
  return (
    <div className={styles.finish}>
      {problems.length > 0 ? (
        <div ref={list} tabIndex={-1}>
          <Notice tone="problem" title={t('finishMissing', problems.length)}>
            <ul className={styles.problems}>
              {problems.map(({ field, sentence }) => (
                <li key={`${field} ${sentence}`}>
                  <a href={`#${fieldId(field)}`} onClick={(event) => lead(event, field)}>
                    {sentence}
                  </a>
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
      <div className={styles.actions}>
        <Button kind="primary" onClick={onFinish}>
          {t('finishSession')}
        </Button>
      </div>
      <Disclosure summary={t('finishWithout')}>
        <div className={styles.section}>
          <p className={styles.lead}>{t('finishWithoutLead')}</p>
          <TextArea
            id={fieldId('undecidedReason')}
            label={t('finishWithoutReason')}
            problem={undecidedProblem}
            value={undecidedReason}
            onChange={onUndecidedReason}
            maxLength={10_000}
          />
          <div className={styles.actions}>
            <Button onClick={onFinishUndecided}>{t('finishWithoutButton')}</Button>
          </div>
        </div>
      </Disclosure>
    </div>
  );
}

/** Leads to the field without touching the address, which the panel uses for where it stands. */
function lead(event: React.MouseEvent, field: string) {
  event.preventDefault();
  const target = document.getElementById(fieldId(field));
  target?.closest('details')?.setAttribute('open', '');
  target?.focus();
}
