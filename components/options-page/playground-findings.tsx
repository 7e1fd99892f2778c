import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useTexts } from '@/components/ui/texts';
import { type Finding, PlaygroundFinding } from './playground-finding';
import styles from './playground-section.module.css';

/** How many flags are shown at first, and how many more at a time. */
const STEP = 50;

/** The flags in the order of the lines; of many the first ones, the others when asked for. */
export function PlaygroundFindings({ findings, busy }: { findings: readonly Finding[]; busy: boolean }) {
  const t = useTexts();
  const [shown, setShown] = useState(STEP);
  const firstNew = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (shown > STEP) firstNew.current?.focus();
  }, [shown]);
  const more = Math.min(STEP, findings.length - shown);
  return (
    <>
      <ul className={styles.findings} aria-busy={busy}>
        {findings.slice(0, shown).map((finding, index) => (
          <PlaygroundFinding
            key={`${finding.line}:${finding.flag.from}`}
            finding={finding}
            {...(index === shown - STEP ? { headingRef: firstNew } : {})}
          />
        ))}
      </ul>
      {more > 0 ? (
        <div>
          <Button onClick={() => setShown(shown + STEP)}>{t('playgroundMore', more)}</Button>
        </div>
      ) : null}
    </>
  );
}
