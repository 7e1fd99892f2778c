import { CATEGORY_NAME } from '@/components/session-view/category-name';
import { NEEDED } from '@/components/ui/field';
import { Select, TextArea, TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { Category } from '@/lib/pitch/flag';
import { type CheckedRule, type RuleDraft, type RuleField, triedExamples } from './rule-draft';
import styles from './rules.module.css';

/** Everything of a rule, with what is missing said beside it and the examples tried as one types. */
export function RuleFields({
  draft,
  problems,
  onChange,
}: {
  draft: RuleDraft;
  problems: CheckedRule['problems'];
  onChange: (draft: RuleDraft) => void;
}) {
  const t = useTexts();
  const field = (name: RuleField) => {
    const problem = problems[name];
    return {
      ...NEEDED,
      value: draft[name],
      onChange: (value: string) => onChange({ ...draft, [name]: value }),
      problem: problem ? t(problem.key, { most: problem.most }) : null,
    };
  };
  return (
    <div className={styles.fields}>
      <TextArea label={t('rulesPhrases')} hint={t('rulesPhrasesHint')} {...field('phrases')} />
      <Select label={t('rulesCategory')} {...field('category')}>
        {Category.options.map((one) => (
          <option key={one} value={one}>
            {t(CATEGORY_NAME[one])}
          </option>
        ))}
      </Select>
      <TextField label={t('rulesWhy')} hint={t('rulesWhyHint')} {...field('why')} />
      <TextField label={t('rulesAskField')} {...field('ask')} />
      <TextArea label={t('rulesFlags')} {...field('flags')} />
      <TextArea label={t('rulesAllows')} hint={t('rulesAllowsHint')} {...field('allows')} />
      <Examples draft={draft} />
    </div>
  );
}

function Examples({ draft }: { draft: RuleDraft }) {
  const t = useTexts();
  const tried = triedExamples(draft);
  if (tried.length === 0) return null;
  return (
    <section aria-label={t('rulesExamples')}>
      <h4 className={styles.small}>{t('rulesExamples')}</h4>
      <ul className={styles.examples}>
        {tried.map(({ list, text, flagged }, at) => {
          const holds = flagged === (list === 'flags');
          const words = flagged
            ? holds
              ? 'rulesIsFlagged'
              : 'rulesShouldNot'
            : holds
              ? 'rulesNotFlagged'
              : 'rulesShouldFlag';
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity of their own
            <li key={at}>
              <span>{text}</span>
              <span className={holds ? styles.holds : styles.fails}>{t(words)}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
