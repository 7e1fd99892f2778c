import { type ReactNode, Suspense, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { useTexts } from '@/components/ui/texts';
import { csvOf } from '@/lib/insights/csv';
import { DataTable, type TableOf } from './data-table';
import styles from './insights.module.css';
import { saveFile } from './save-file';
import { svgFile } from './svg-file';
import { useWidth } from './use-width';

/** A chart with the table of its numbers behind it: one of them is seen, a screen reader has the table always. Both can be saved. */
export function Figure({
  title,
  text,
  name,
  table,
  note,
  above,
  chart,
}: {
  title: string;
  text: string;
  /** Of the files, without their ending. */
  name: string;
  table: TableOf;
  note?: ReactNode;
  above?: ReactNode;
  chart: (width: number, label: string) => ReactNode;
}) {
  const t = useTexts();
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const saveDrawing = () => {
    const drawing = place.current?.querySelector('svg');
    if (drawing) saveFile(`${name}.svg`, 'image/svg+xml', svgFile(drawing));
  };
  const saveTable = () => saveFile(`${name}.csv`, 'text/csv;charset=utf-8', csvOf([table.head, ...table.rows]));
  const named = (what: string) => t('insightsSaveOf', { what, title });
  return (
    <section aria-labelledby={id} className={styles.figure}>
      <h2 id={id} className={styles.title}>
        {title}
      </h2>
      <p className={styles.text}>{text}</p>
      {above}
      <div ref={place} className={styles.chart} hidden={asTable}>
        <Suspense fallback={<Skeleton label={t('webLoading')} lines={4} />}>
          {chart(width, t('insightsChartOf', { title }))}
        </Suspense>
      </div>
      <div className={asTable ? styles.table : 'visually-hidden'}>
        <DataTable caption={title} table={table} />
      </div>
      {note}
      <div className={styles.actions}>
        <Button
          kind="quiet"
          aria-label={named(t(asTable ? 'insightsChart' : 'insightsTable'))}
          onClick={() => setAsTable(!asTable)}
        >
          {t(asTable ? 'insightsChart' : 'insightsTable')}
        </Button>
        <Button kind="quiet" aria-label={named(t('insightsSvg'))} disabled={asTable} onClick={saveDrawing}>
          {t('insightsSvg')}
        </Button>
        <Button kind="quiet" aria-label={named(t('insightsCsv'))} onClick={saveTable}>
          {t('insightsCsv')}
        </Button>
      </div>
    </section>
  );
}
