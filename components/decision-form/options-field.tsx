import { Button } from '@/components/ui/button';
import { NEEDED } from '@/components/ui/field';
import { TextArea, TextField } from '@/components/ui/text-field';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import type { OptionKind, WeighedOption } from '@/lib/session/decision';
import styles from './decision-form.module.css';
import { fieldId } from './field-id';

export const OPTION_TITLES: Record<OptionKind, MessageKey> = {
  leave: 'optionLeave',
  elsewhere: 'optionElsewhere',
  'with-us': 'optionWithUs',
  other: 'optionOther',
};

type ProblemOf = (field: string) => string | null;

/** The options weighed side by side: each with its good and its bad. The first two cannot be taken out. */
export function OptionsField({
  options,
  problemOf,
  newId,
  onChange,
}: {
  options: readonly WeighedOption[];
  problemOf: ProblemOf;
  newId: () => string;
  onChange: (options: WeighedOption[]) => void;
}) {
  const t = useTexts();
  const change = (id: string, patch: Partial<WeighedOption>) =>
    onChange(options.map((option) => (option.id === id ? { ...option, ...patch } : option)));
  const add = (kind: OptionKind) => onChange([...options, { id: newId(), kind, title: '', good: '', bad: '' }]);
  return (
    <>
      {options.map((option) => (
        <OptionFields
          key={option.id}
          option={option}
          problemOf={problemOf}
          onChange={(patch) => change(option.id, patch)}
          onRemove={() => onChange(options.filter(({ id }) => id !== option.id))}
        />
      ))}
      <div className={styles.actions}>
        {options.some(({ kind }) => kind === 'with-us') ? null : (
          <Button onClick={() => add('with-us')}>{t('optionAddWithUs')}</Button>
        )}
        <Button onClick={() => add('other')}>{t('optionAdd')}</Button>
      </div>
    </>
  );
}

function OptionFields({
  option,
  problemOf,
  onChange,
  onRemove,
}: {
  option: WeighedOption;
  problemOf: ProblemOf;
  onChange: (patch: Partial<WeighedOption>) => void;
  onRemove: () => void;
}) {
  const t = useTexts();
  const field = (side: 'good' | 'bad') => `options.${option.id}.${side}`;
  const needed = option.kind === 'leave' || option.kind === 'elsewhere' ? NEEDED : {};
  const named = option.kind === 'other';
  const title = option.title || t(OPTION_TITLES[option.kind]);
  return (
    <fieldset className={styles.option}>
      <legend className={styles.optionTitle}>{title}</legend>
      {named ? (
        <TextField
          label={t('optionTitle')}
          value={option.title}
          onChange={(value) => onChange({ title: value })}
          maxLength={500}
        />
      ) : null}
      <div className={styles.pair}>
        <TextArea
          id={fieldId(field('good'))}
          {...needed}
          label={t('optionGood')}
          problem={problemOf(field('good'))}
          value={option.good}
          onChange={(value) => onChange({ good: value })}
          maxLength={10_000}
        />
        <TextArea
          id={fieldId(field('bad'))}
          {...needed}
          label={t('optionBad')}
          problem={problemOf(field('bad'))}
          value={option.bad}
          onChange={(value) => onChange({ bad: value })}
          maxLength={10_000}
        />
      </div>
      {named || option.kind === 'with-us' ? (
        <Button kind="quiet" className={styles.remove} onClick={onRemove} aria-label={t('optionRemove', { title })}>
          {t('uiRemove')}
        </Button>
      ) : null}
    </fieldset>
  );
}
