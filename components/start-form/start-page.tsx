import { type ReactNode, type Ref, useId } from 'react';
import { SyncBadge } from '@/components/sync-badge/sync-badge';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { useTexts } from '@/components/ui/texts';
import { type ListedSession, SessionList } from './session-list';
import styles from './start-page.module.css';

export type Listing =
  | { kind: 'loading' }
  /** `sentence` says why the device did not give the list. */
  | { kind: 'failed'; sentence: string }
  | {
      kind: 'read';
      unfinished: readonly ListedSession[];
      finished: readonly ListedSession[];
      /** Stored, but not to be opened by this version. */
      unreadable: readonly { id: string; client: string }[];
      /** How many wait for the network. */
      waiting: number;
    };

/** Where the panel begins: unfinished sessions first, then a new one, then what is finished. */
export function StartPage({
  listing,
  notices,
  form,
  headingRef,
  optionsAddress,
  onOpen,
  onDelete,
  onSendNow,
  onExport,
  onRetry,
}: {
  listing: Listing;
  notices: ReactNode;
  form: ReactNode;
  headingRef?: Ref<HTMLHeadingElement>;
  optionsAddress: string;
  onOpen: (id: string) => void;
  onDelete: (id: string) => void;
  onSendNow: () => void;
  onExport: (id: string) => void;
  onRetry: () => void;
}) {
  const t = useTexts();
  return (
    <div className={styles.page}>
      <header className={styles.header}>
        <img src="/icon/mark.svg" alt="" width="24" height="24" />
        <span className={styles.name}>{t('extensionName')}</span>
        {listing.kind === 'read' && listing.waiting > 0 ? (
          <SyncBadge state={{ kind: 'waiting', attempts: 0 }} waiting={listing.waiting} onSendNow={onSendNow} />
        ) : null}
        <ButtonLink kind="quiet" className={styles.options} href={optionsAddress} target="_blank">
          {t('startOptions')}
        </ButtonLink>
      </header>
      <main className={styles.main}>
        <h1 className="visually-hidden" ref={headingRef} tabIndex={-1}>
          {t('startHeading')}
        </h1>
        {notices}
        <Unfinished listing={listing} onOpen={onOpen} onDelete={onDelete} onRetry={onRetry} />
        <Section title={t('startNew')}>{form}</Section>
        <Finished listing={listing} onOpen={onOpen} onDelete={onDelete} onExport={onExport} />
      </main>
    </div>
  );
}

type ListProps = { listing: Listing; onOpen: (id: string) => void; onDelete: (id: string) => void };

function Unfinished({ listing, onOpen, onDelete, onRetry }: ListProps & { onRetry: () => void }) {
  const t = useTexts();
  switch (listing.kind) {
    case 'loading':
      return <Skeleton label={t('startLoading')} lines={2} />;
    case 'failed':
      return (
        <Notice
          tone="problem"
          title={t('startListFailed')}
          actions={<Button onClick={onRetry}>{t('uiTryAgain')}</Button>}
        >
          {listing.sentence}
        </Notice>
      );
    case 'read':
      return listing.unfinished.length === 0 ? null : (
        <Section title={t('startContinue')}>
          <SessionList sessions={listing.unfinished} onOpen={onOpen} onDelete={onDelete} />
        </Section>
      );
    default:
      throw new Error(`unhandled ${listing satisfies never}`);
  }
}

function Finished({ listing, onOpen, onDelete, onExport }: ListProps & { onExport: (id: string) => void }) {
  const t = useTexts();
  if (listing.kind !== 'read') return null;
  return (
    <Section title={t('startFinished')}>
      {listing.finished.length === 0 ? (
        <EmptyState title={t('startNoneFinished')}>{t('startNoneFinishedText')}</EmptyState>
      ) : (
        <SessionList sessions={listing.finished} onOpen={onOpen} onDelete={onDelete} />
      )}
      {listing.unreadable.map(({ id, client }) => (
        <Notice
          key={id}
          title={t('startUnreadable', { client: client || t('startNoClient') })}
          actions={<Button onClick={() => onExport(id)}>{t('noticeExport')}</Button>}
        >
          {t('startUnreadableText')}
        </Notice>
      ))}
    </Section>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      {children}
    </section>
  );
}
