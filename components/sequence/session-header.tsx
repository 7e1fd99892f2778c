import type { ReactNode, Ref } from 'react';
import { Button } from '@/components/ui/button';
import { useTexts } from '@/components/ui/texts';
import styles from './session-header.module.css';

export type SessionPart = 'sequence' | 'decide';

/** Whose session this is, the way back, and its two parts. `aside` holds the clock and what is stored. */
export function SessionHeader({
  client,
  title,
  part,
  headingRef,
  aside,
  onBack,
  onPart,
  onEdit,
  onShortcuts,
}: {
  client: string;
  title: string;
  /** Null when the session is finished: there are no parts to choose from then. */
  part: SessionPart | null;
  headingRef?: Ref<HTMLHeadingElement>;
  aside: ReactNode;
  onBack: () => void;
  onPart: (part: SessionPart) => void;
  /** Changes client, title and people; null when the session is finished. */
  onEdit: (() => void) | null;
  onShortcuts: () => void;
}) {
  const t = useTexts();
  const tab = (one: SessionPart, words: string) => (
    <button
      type="button"
      className={styles.part}
      onClick={() => onPart(one)}
      {...(one === part ? { 'aria-current': 'page' as const } : {})}
    >
      {words}
    </button>
  );
  return (
    <header className={styles.header}>
      <div className={styles.row}>
        <Button
          kind="quiet"
          className={styles.back}
          onClick={onBack}
          aria-label={t('sessionBack')}
          title={t('sessionBack')}
        >
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M10 3 5 8l5 5" />
          </svg>
        </Button>
        <h1 className={styles.client} ref={headingRef} tabIndex={-1}>
          {client || t('startNoClient')}
          {title ? <span className={styles.title}> {title}</span> : null}
        </h1>
        {onEdit ? (
          <Button
            kind="quiet"
            className={styles.keys}
            onClick={onEdit}
            aria-label={t('factsEdit')}
            title={t('factsEdit')}
          >
            <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
              <path d="M3 13v-2.6L10.6 2.8l2.6 2.6L5.6 13zM9 4.4 11.6 7" />
            </svg>
          </Button>
        ) : null}
        <Button
          kind="quiet"
          className={styles.keys}
          onClick={onShortcuts}
          aria-label={t('shortcutsTitle')}
          title={t('shortcutsTitle')}
        >
          ?
        </Button>
      </div>
      <div className={styles.aside}>{aside}</div>
      {part ? (
        <nav className={styles.parts} aria-label={t('viewNav')}>
          {tab('sequence', t('viewQuestions'))}
          {tab('decide', t('viewDecide'))}
        </nav>
      ) : null}
    </header>
  );
}
