import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import styles from './options-page.module.css';
import { StillSignedIn } from './still-signed-in';

export type Kept = { sessions: number; waiting: number; megabytes: number | null; persistent: boolean | null };

const PLACES: readonly [MessageKey, MessageKey][] = [
  ['dataNotes', 'dataNotesWhere'],
  ['dataFinished', 'dataFinishedWhere'],
  ['dataFlags', 'dataFlagsWhere'],
  ['dataSettings', 'dataSettingsWhere'],
  ['dataCall', 'dataCallWhere'],
];

/** What is stored where, all of it as a file, and all of it deleted. */
export function DataSection({
  kept,
  outcome,
  stillSignedIn = null,
  onExport,
  onDelete,
}: {
  kept: Kept | null;
  /** What the last export or deletion came to. */
  outcome: 'exported' | 'deleted' | 'failed' | null;
  /** The team's page on which to end the sign-in, when its server could not be told. */
  stillSignedIn?: string | null;
  onExport: () => void;
  onDelete: () => void;
}) {
  const t = useTexts();
  const [asking, setAsking] = useState(false);
  return (
    <section className={styles.section} aria-labelledby="data">
      <h2 id="data">{t('optionsData')}</h2>
      <dl className={styles.places}>
        {PLACES.map(([what, where]) => (
          <div key={what}>
            <dt>{t(what)}</dt>
            <dd>{t(where)}</dd>
          </div>
        ))}
      </dl>
      {kept ? <KeptNow kept={kept} /> : null}
      <div className={styles.actions}>
        <Button onClick={onExport}>{t('dataExport')}</Button>
        <Button onClick={() => setAsking(true)}>{t('dataDelete')}</Button>
      </div>
      <div role="status">
        {outcome === 'exported' ? t('dataExported') : null}
        {outcome === 'deleted' ? t('dataDeleted') : null}
      </div>
      {stillSignedIn ? <StillSignedIn page={stillSignedIn} /> : null}
      {outcome === 'failed' ? <Notice tone="problem" title={t('dataFailed')} /> : null}
      <Dialog
        open={asking}
        title={t('dataDeleteTitle')}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={onExport}>{t('dataExportFirst')}</Button>
            <Button
              kind="primary"
              onClick={() => {
                setAsking(false);
                onDelete();
              }}
            >
              {t('dataDeleteNow')}
            </Button>
          </>
        }
      >
        <p>{t('dataDeleteText')}</p>
        {kept && kept.waiting > 0 ? <p>{t('dataDeleteWaiting', kept.waiting)}</p> : null}
      </Dialog>
    </section>
  );
}

function KeptNow({ kept }: { kept: Kept }) {
  const t = useTexts();
  return (
    <p className={styles.soft}>
      {t('dataKept', kept.sessions)}
      {kept.megabytes === null ? null : ` ${t('dataSize', { megabytes: kept.megabytes.toFixed(1) })}`}
      {kept.persistent === null ? null : ` ${t(kept.persistent ? 'dataPersistent' : 'dataNotPersistent')}`}
    </p>
  );
}
