import type { Ref } from 'react';
import { CATEGORY_NAME } from '@/components/session-view/category-name';
import { useTexts } from '@/components/ui/texts';
import type { Flag } from '@/lib/pitch/flag';
import styles from './playground-section.module.css';

/** A flag with the words that it is about and the number of its line, from 1. */
export type Finding = { line: number; piece: string; flag: Flag };

/** One flag, with all that is known of it. */
export function PlaygroundFinding({
  finding: { line, piece, flag },
  headingRef,
}: {
  finding: Finding;
  headingRef?: Ref<HTMLHeadingElement>;
}) {
  const t = useTexts();
  return (
    <li className={styles.finding}>
      <h3 className={styles.title} ref={headingRef} tabIndex={-1}>
        {t(CATEGORY_NAME[flag.category])}
        <span className={styles.line}> {t('playgroundLine', { line })}</span>
      </h3>
      <blockquote className={styles.piece} dir="auto">
        {piece}
      </blockquote>
      <p>{flag.why}</p>
      <p className={styles.ask}>
        <span className={styles.label}>{t('flagAskInstead')}</span>
        {flag.ask}
      </p>
      <p className={styles.soft}>
        {t('playgroundSure', { number: ofHundred(flag.sureness) })}{' '}
        {t(flag.part.kind === 'rule' ? 'playgroundByRule' : 'playgroundByModel', { id: flag.part.id })}
      </p>
    </li>
  );
}

/** Never none and never all of them: the engine is an estimate. */
function ofHundred(sureness: number): number {
  return Math.min(99, Math.max(1, Math.round(sureness * 100)));
}
