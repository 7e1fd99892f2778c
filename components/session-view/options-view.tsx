import { type MessageKey, useTexts } from '@/components/ui/texts';
import type { OptionKind, WeighedOption } from '@/lib/session/decision';
import styles from './decision-view.module.css';

const KIND: Record<OptionKind, MessageKey> = {
  leave: 'optionLeave',
  elsewhere: 'optionElsewhere',
  'with-us': 'optionWithUs',
  other: 'optionOther',
};

/** Every option with its good and its bad side, all of the same weight. */
export function OptionsView({ options }: { options: readonly WeighedOption[] }) {
  const t = useTexts();
  if (options.length === 0) return null;
  return (
    <section aria-labelledby="session-options">
      <h3 id="session-options" className={styles.heading}>
        {t('decideOptions')}
      </h3>
      <ul className={styles.options}>
        {options.map((option) => (
          <li key={option.id} className={styles.option}>
            <h4 className={styles.optionTitle}>{option.title || t(KIND[option.kind])}</h4>
            <dl className={styles.sides}>
              <OptionSide label={t('optionGood')} text={option.good} />
              <OptionSide label={t('optionBad')} text={option.bad} />
            </dl>
          </li>
        ))}
      </ul>
    </section>
  );
}

function OptionSide({ label, text }: { label: string; text: string }) {
  const t = useTexts();
  return (
    <div>
      <dt>{label}</dt>
      <dd className={text ? styles.written : styles.soft}>{text || t('viewNothingWritten')}</dd>
    </div>
  );
}
