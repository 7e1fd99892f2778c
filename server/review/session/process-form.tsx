import { useState } from 'react';
import { useDoing } from '@/components/review/use-doing';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { Select, TextArea } from '@/components/ui/text-field';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import type { ProcessAnswers } from '@/lib/review/review';
import type { Review } from '../../reviews/wire';
import styles from './reviewed-session.module.css';
import type { ReviewActions } from './use-review-actions';

type Question = Exclude<keyof ProcessAnswers, 'remark'>;

const QUESTIONS: readonly [Question, MessageKey][] = [
  ['choiceNamed', 'reviewProcessChoice'],
  ['asTeam', 'reviewProcessTeam'],
  ['optionsWeighed', 'reviewProcessOptions'],
  ['concernsAsked', 'reviewProcessAsked'],
  ['concernsWorkedIn', 'reviewProcessWorkedIn'],
];
const EFFORTS: readonly MessageKey[] = [
  'reviewProcess0',
  'reviewProcess1',
  'reviewProcess2',
  'reviewProcess3',
  'reviewProcess4',
];
const EMPTY: ProcessAnswers = {
  choiceNamed: null,
  asTeam: null,
  optionsWeighed: null,
  concernsAsked: null,
  concernsWorkedIn: null,
  remark: '',
};

/** How the deciding was led, as each one saw it; in words, never summed up. */
export function ProcessForm({
  forms,
  reader,
  actions,
}: {
  forms: Review['forms'];
  reader: string;
  actions: ReviewActions;
}) {
  const t = useTexts();
  const own = forms.find(({ by }) => by.id === reader);
  const [answers, setAnswers] = useState(own?.answers ?? EMPTY);
  const [saved, setSaved] = useState(false);
  const { busy, problem, run } = useDoing(actions);
  const change = (next: Partial<ProcessAnswers>) => {
    setSaved(false);
    setAnswers({ ...answers, ...next });
  };
  return (
    <Disclosure summary={t('reviewProcess')}>
      {forms
        .filter(({ by }) => by.id !== reader)
        .map((form) => (
          <Given key={form.by.id} form={form} />
        ))}
      <form
        className={styles.form}
        aria-label={t('reviewProcess')}
        onSubmit={(event) => {
          event.preventDefault();
          void run(() => actions.writeForm(answers)).then(setSaved);
        }}
      >
        <p className={styles.soft}>{t('reviewProcessHint')}</p>
        {QUESTIONS.map(([name, words]) => (
          <Select
            key={name}
            label={t(words)}
            value={String(answers[name] ?? '')}
            onChange={(value) => change({ [name]: value === '' ? null : Number(value) })}
          >
            <option value="">{t('reviewProcessSkip')}</option>
            {EFFORTS.map((effort, at) => (
              <option key={effort} value={at}>
                {t(effort)}
              </option>
            ))}
          </Select>
        ))}
        <TextArea
          label={t('reviewProcessRemark')}
          maxLength={2_000}
          value={answers.remark}
          onChange={(remark) => change({ remark })}
        />
        {problem ? <Notice tone="problem">{problem}</Notice> : null}
        <div className={styles.buttons}>
          <Button type="submit" aria-disabled={busy}>
            {t('reviewProcessSave')}
          </Button>
          {own ? (
            <Button
              kind="quiet"
              disabled={busy}
              onClick={() =>
                void run(actions.deleteForm).then((done) => {
                  if (done) change(EMPTY);
                })
              }
            >
              {t('reviewProcessDelete')}
            </Button>
          ) : null}
          <span role="status" className={styles.soft}>
            {saved ? t('reviewProcessSaved') : null}
          </span>
        </div>
      </form>
    </Disclosure>
  );
}

function Given({ form: { by, answers } }: { form: Review['forms'][number] }) {
  const t = useTexts();
  return (
    <section aria-label={t('reviewProcessOf', { name: by.name })}>
      <h3>{t('reviewProcessOf', { name: by.name })}</h3>
      <dl className={styles.given}>
        {QUESTIONS.map(([name, words]) => (
          <div key={name}>
            <dt>{t(words)}</dt>
            <dd>{t(EFFORTS[answers[name] ?? -1] ?? 'reviewProcessSkip')}</dd>
          </div>
        ))}
        {answers.remark ? (
          <div>
            <dt>{t('reviewProcessRemark')}</dt>
            <dd>{answers.remark}</dd>
          </div>
        ) : null}
      </dl>
    </section>
  );
}
