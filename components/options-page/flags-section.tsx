import { Choice } from '@/components/ui/choice';
import { useTexts } from '@/components/ui/texts';
import type { Sensitivity } from '@/lib/pitch/flag';
import styles from './options-page.module.css';

/** How readily the panel flags: three points, each said in words. */
export function FlagsSection({ value, onChange }: { value: Sensitivity; onChange: (value: Sensitivity) => void }) {
  const t = useTexts();
  return (
    <section className={styles.section} aria-labelledby="flags">
      <h2 id="flags">{t('optionsFlags')}</h2>
      <p>{t('optionsFlagsLead')}</p>
      <Choice
        legend={t('optionsSensitivity')}
        value={value}
        onChange={onChange}
        options={[
          { value: 'quiet', label: t('optionsQuiet'), hint: t('optionsQuietHint') },
          { value: 'normal', label: t('optionsNormal'), hint: t('optionsNormalHint') },
          { value: 'strict', label: t('optionsStrict'), hint: t('optionsStrictHint') },
        ]}
      />
    </section>
  );
}
