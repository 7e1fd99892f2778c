import { type ReactNode, useEffect, useRef } from 'react';
import { useTexts } from '@/components/ui/texts';
import type { Me } from '../api/queries';
import { Header } from './header';
import styles from './page.module.css';

/** The address of the page that was shown last; null before the first. */
let shownAt: string | null = null;

/**
 * One page: title, landmarks, a link past the header, and the focus on its heading when one came here by a link
 * inside the app (a fresh load leaves the focus where the browser puts it), or when it took the place of a form
 * (`focused`). `narrow` is for forms.
 */
export function Page({
  title,
  lead,
  back,
  me = null,
  narrow = false,
  focused = false,
  children,
}: {
  title: string;
  lead?: ReactNode;
  /** A link that leads to where one comes from, above the heading. */
  back?: ReactNode;
  me?: Me | null;
  narrow?: boolean;
  focused?: boolean;
  children: ReactNode;
}) {
  const t = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = t('webTitle', { page: title });
  }, [t, title]);
  useEffect(() => {
    const address = globalThis.location.pathname + globalThis.location.search;
    if (focused || (shownAt !== null && shownAt !== address)) heading.current?.focus();
    shownAt = address;
  }, [focused]);
  return (
    <>
      <a className={styles.skip} href="#main">
        {t('webSkip')}
      </a>
      <Header me={me} />
      <main id="main" tabIndex={-1} className={narrow ? `${styles.main} ${styles.narrow}` : styles.main}>
        {back ? <p className={styles.back}>{back}</p> : null}
        <h1 ref={heading} tabIndex={-1} className={styles.title}>
          {title}
        </h1>
        {lead ? <p className={styles.lead}>{lead}</p> : null}
        {children}
      </main>
    </>
  );
}
