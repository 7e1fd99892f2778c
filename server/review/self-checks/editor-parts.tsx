import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { NEEDED } from '@/components/ui/field';
import { TextArea, TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { emptyQuestion } from '@/lib/self-check/draft';
import playbooks from '../playbooks/playbooks.module.css';
import { ClosingFields } from './closing-fields';
import { CLOSINGS } from './closing-words';
import { Criteria } from './criteria';
import { useEditing, useProblems } from './editing';
import { QuestionFields } from './question-fields';
import styles from './self-checks.module.css';
import { Translations } from './translations';
import { newCheckId } from './use-own-check';

/** Longest list of questions that a draft holds. */
const MOST = 20;

/** The parts of a self-check, in the order in which a client meets them. */
export function EditorParts() {
  const t = useTexts();
  const { draft, change } = useEditing();
  const problems = useProblems();
  const { questions } = draft;
  const wrong = problems.of('questions');
  return (
    <>
      <TextField
        label={t('playbooksTitleField')}
        {...NEEDED}
        maxLength={120}
        value={draft.title}
        problem={problems.of('title')}
        onChange={(title) => change({ ...draft, title })}
      />
      <TextArea
        label={t('selfCheckIntro')}
        {...NEEDED}
        hint={t('selfCheckIntroHint')}
        maxLength={2_000}
        value={draft.intro}
        problem={problems.of('intro')}
        onChange={(intro) => change({ ...draft, intro })}
      />
      <TextField
        label={t('selfCheckLanguage')}
        {...NEEDED}
        maxLength={40}
        value={draft.language}
        problem={problems.of('language')}
        onChange={(language) => change({ ...draft, language: language.trim() })}
      />
      <Part id="check-questions" title={t('selfCheckQuestions')}>
        <ol className={playbooks.stages}>
          {questions.map((question, at) => (
            <QuestionFields key={question.id} question={question} at={at} of={questions.length} />
          ))}
        </ol>
        {wrong ? <p className={playbooks.wrong}>{wrong}</p> : null}
        <div>
          <Button
            disabled={questions.length >= MOST}
            onClick={() => change({ ...draft, questions: [...questions, emptyQuestion(newCheckId)] })}
          >
            {t('playbooksQuestionAdd')}
          </Button>
        </div>
      </Part>
      <Part id="check-closings" title={t('selfCheckClosings')}>
        <p className={playbooks.soft}>{t('selfCheckClosingsText')}</p>
        <ul className={playbooks.stages}>
          {CLOSINGS.map((id) => (
            <ClosingFields key={id} id={id} />
          ))}
        </ul>
      </Part>
      <Part id="check-criteria" title={t('selfCheckCriteria')}>
        <p className={playbooks.soft}>{t('selfCheckCriteriaText')}</p>
        <Criteria />
      </Part>
      <Part id="check-languages" title={t('selfCheckLanguages')}>
        <Translations />
      </Part>
    </>
  );
}

function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className={styles.part}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
