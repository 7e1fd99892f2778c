import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import { playbookFile } from '@/lib/playbooks/playbook-file';
import { playbookQuery } from '../api/queries';
import { sentenceOf } from '../shell/query-state';
import styles from './playbooks.module.css';
import type { PlaybookHead } from './queries';

export type Usage = { id: string; version: number; sessions: number };

/** One playbook of the list: its versions, and in how many sessions each is used. */
export function PlaybookRow({
  versions,
  usage,
  onCopy,
}: {
  /** Newest first. */
  versions: readonly [PlaybookHead, ...PlaybookHead[]];
  usage: readonly Usage[];
  /** Null for who may not. */
  onCopy: ((from: PlaybookHead) => void) | null;
}) {
  const t = useTexts();
  const queries = useQueryClient();
  const [newest, ...older] = versions;
  const usedIn = (version: number) => usage.find((one) => one.version === version)?.sessions ?? 0;
  const { title } = newest;
  const file = useMutation({
    mutationFn: async () => {
      const playbook = await queries.fetchQuery(playbookQuery(newest));
      if (playbook) download(playbookFile(playbook));
    },
  });
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.name}>
          <Link href={`/playbooks/${newest.id}`}>{title}</Link>
        </p>
        <p className={styles.soft}>
          {t(newest.from === 'team' ? 'playbooksOwn' : 'playbooksShipped')}
          {newest.summary ? ` · ${newest.summary}` : ''}
        </p>
        <ul aria-label={t('playbooksVersions')} className={styles.list}>
          {versions.map(({ version }) => (
            <li key={version} className={styles.soft}>
              {t('playbooksVersion', { version })} ·{' '}
              {usedIn(version) > 0 ? t('playbooksUse', usedIn(version)) : t('playbooksUnused')}
            </li>
          ))}
        </ul>
        {older.some(({ version }) => usedIn(version) > 0) ? <p className={styles.soft}>{t('playbooksOld')}</p> : null}
        {file.error ? <Notice tone="problem">{sentenceOf(file.error, t)}</Notice> : null}
      </div>
      <div className={styles.actions}>
        {onCopy ? (
          <Button aria-label={t('playbooksCopyNamed', { title })} onClick={() => onCopy(newest)}>
            {t('playbooksCopy')}
          </Button>
        ) : null}
        <Button aria-label={t('playbooksExportNamed', { title })} onClick={() => file.mutate()}>
          {t('playbooksExport')}
        </Button>
      </div>
    </li>
  );
}

function download({ name, text }: { name: string; text: string }): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
