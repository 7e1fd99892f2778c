import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { forPublishing, type SelfCheckDraft } from '@/lib/self-check/draft';
import { inLanguage, languagesOf } from '@/lib/self-check/in-language';
import { pathOf, questionAfter, questionBefore } from '@/lib/self-check/path';
import type { Answer, Answers, SelfCheck } from '@/lib/self-check/self-check';
import playbooks from '../playbooks/playbooks.module.css';
import { languageName } from './language-name';
import { PreviewClosing } from './preview-closing';
import { PreviewQuestion } from './preview-question';
import styles from './self-checks.module.css';

/** Where one is: before the questions, at one (by its id), at the end, or gone. */
type Step = { at: 'intro' | 'end' | 'left' } | { at: 'question'; id: string };

/** Walks a self-check as its client does, by the same path. What is answered here is stored nowhere. */
export function CheckPreview({ check: draft }: { check: SelfCheckDraft }) {
  const t = useTexts();
  // Its form may still be wrong; the way through it needs only that ids and conditions are there.
  const check = forPublishing(draft) as SelfCheck;
  const languages = languagesOf(check);
  const [chosen, setLanguage] = useState(check.language);
  const [answers, setAnswers] = useState<Answers>({});
  const [step, setStep] = useState<Step>({ at: 'intro' });
  const heading = useRef<HTMLHeadingElement>(null);
  const walked = useRef(false);
  useEffect(() => {
    if (walked.current) heading.current?.focus();
    walked.current = false;
  });
  const language = languages.includes(chosen) ? chosen : check.language;
  const texts = inLanguage(check, language);
  const path = pathOf(check, answers);
  const go = (next: Step) => {
    walked.current = true;
    setStep(next);
  };
  const toQuestion = (question: { id: string } | null, otherwise: Step['at'] & ('intro' | 'end')) =>
    go(question ? { at: 'question', id: question.id } : { at: otherwise });
  const at = step.at === 'question' ? path.asked.findIndex(({ id }) => id === step.id) : -1;
  const question = texts.questions.find(({ id }) => id === path.asked[at]?.id);
  const end = <Button onClick={() => go({ at: 'left' })}>{t('selfCheckWalkEnd')}</Button>;
  /** The heading of a step; `lang` where its words are the self-check's and not ours. */
  const name = (words: string, lang?: string) => (
    <h3 ref={heading} tabIndex={-1} lang={lang}>
      {words}
    </h3>
  );
  return (
    <section aria-label={t('selfCheckPreview')} className={`${playbooks.preview} ${styles.beside}`}>
      <h2 className={playbooks.heading}>{t('selfCheckPreview')}</h2>
      {languages.length > 1 ? (
        <Select label={t('selfCheckWalkLanguage')} value={language} onChange={setLanguage}>
          {languages.map((one) => (
            <option key={one} value={one}>
              {languageName(one)}
            </option>
          ))}
        </Select>
      ) : null}
      <div className={styles.walk} dir={texts.direction}>
        {question ? (
          <>
            {name(t('selfCheckWalkStep', { at: at + 1, of: path.asked.length }))}
            <div lang={texts.language}>
              <PreviewQuestion
                key={question.id}
                question={question}
                answer={answers[question.id] ?? { text: '', choices: [] }}
                onAnswer={(answer: Answer) => setAnswers({ ...answers, [question.id]: answer })}
              />
            </div>
            <div className={playbooks.actions}>
              <Button onClick={() => toQuestion(questionBefore(path, question.id), 'intro')}>
                {t('selfCheckWalkBack')}
              </Button>
              <Button onClick={() => toQuestion(questionAfter(path, question.id), 'end')}>
                {t('selfCheckWalkNext')}
              </Button>
              {end}
            </div>
          </>
        ) : step.at === 'end' || step.at === 'left' ? (
          <>
            {step.at === 'end' ? (
              <PreviewClosing heading={name} closing={texts.closings[path.closing]} lang={texts.language} />
            ) : (
              <>
                {name(t('selfCheckWalkLeft'))}
                <p className={playbooks.soft}>{t('selfCheckWalkLeftText')}</p>
              </>
            )}
            <div className={playbooks.actions}>
              <Button onClick={() => toQuestion(questionBefore(path, null), 'intro')}>{t('selfCheckWalkBack')}</Button>
              <Button
                onClick={() => {
                  setAnswers({});
                  go({ at: 'intro' });
                }}
              >
                {t('selfCheckWalkAgain')}
              </Button>
            </div>
          </>
        ) : (
          <>
            {name(texts.title || t('selfCheckUntitled'), texts.language)}
            <p className={styles.said} lang={texts.language}>
              {texts.intro}
            </p>
            <div className={playbooks.actions}>
              <Button onClick={() => toQuestion(path.asked[0] ?? null, 'end')}>{t('selfCheckWalkBegin')}</Button>
              {end}
            </div>
          </>
        )}
      </div>
    </section>
  );
}
