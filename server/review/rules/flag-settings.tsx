import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import type { Sensitivity } from '@/lib/pitch/flag';
import type { TeamFlags } from '@/lib/pitch/team-rule';
import { sentenceOf } from '../shell/query-state';
import { setFlags } from './queries';
import { linesIn } from './rule-draft';
import styles from './rules.module.css';

/** Words that are never an agenda here. */
export function NeverFlagged({ words }: { words: readonly string[] }) {
  const t = useTexts();
  const save = useSetFlags();
  const [text, setText] = useState(words.join('\n'));
  const typed = linesIn(text);
  const same = typed.join('\n') === words.join('\n');
  const problem = typed.length > 500 || typed.some((word) => word.length > 80) ? t('rulesTooLong', { most: 80 }) : null;
  return (
    <section aria-labelledby="never" className={styles.section}>
      <h2 id="never">{t('rulesNever')}</h2>
      <TextArea
        label={t('rulesNeverField')}
        hint={t('rulesNeverHint')}
        value={text}
        onChange={setText}
        problem={problem}
      />
      {save.error ? <Notice tone="problem">{sentenceOf(save.error, t)}</Notice> : null}
      <div className={styles.actions}>
        <Button
          disabled={same || problem !== null || save.isPending}
          onClick={() => save.mutate({ neverFlagged: typed })}
        >
          {t('rulesNeverSave')}
        </Button>
        <span role="status">{save.isPending ? t('rulesSaving') : save.isSuccess && same ? t('rulesSaved') : ''}</span>
      </div>
    </section>
  );
}

/** How readily panels flag until their expert chooses. */
export function SensitivityChoice({ value }: { value: TeamFlags['sensitivity'] }) {
  const t = useTexts();
  const save = useSetFlags();
  return (
    <section aria-labelledby="sensitivity" className={styles.section}>
      <h2 id="sensitivity">{t('rulesSensitivity')}</h2>
      <Choice
        legend={t('rulesSensitivity')}
        legendHidden
        hint={t('rulesSensitivityHint')}
        value={value ?? 'open'}
        onChange={(chosen) => save.mutate({ sensitivity: chosen === 'open' ? null : (chosen as Sensitivity) })}
        options={[
          { value: 'open', label: t('rulesSensitivityOpen') },
          { value: 'quiet', label: t('optionsQuiet'), hint: t('optionsQuietHint') },
          { value: 'normal', label: t('optionsNormal'), hint: t('optionsNormalHint') },
          { value: 'strict', label: t('optionsStrict'), hint: t('optionsStrictHint') },
        ]}
      />
      {save.error ? <Notice tone="problem">{sentenceOf(save.error, t)}</Notice> : null}
      <span role="status">{save.isPending ? t('rulesSaving') : save.isSuccess ? t('rulesSaved') : ''}</span>
    </section>
  );
}

function useSetFlags() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: setFlags,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['rules'] }),
  });
}
