import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'wouter';
import { When } from '@/components/session-view/when';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import { jsonFile } from '@/lib/playbooks/json-file';
import type { SelfCheckHead } from '../../self-checks/wire';
import { saveFile } from '../insights/save-file';
import styles from '../playbooks/playbooks.module.css';
import { sentenceOf } from '../shell/query-state';
import { languageName } from './language-name';
import { selfCheckQuery } from './queries';

/** One self-check of the list, in its newest version. */
export function CheckRow({
  check,
  onCopy,
}: {
  check: SelfCheckHead;
  /** Null for who may not. */
  onCopy: (() => void) | null;
}) {
  const t = useTexts();
  const queries = useQueryClient();
  const { id, version, title, languages, from, publishedAt } = check;
  const file = useMutation({
    mutationFn: async () => {
      const { name, text } = jsonFile(await queries.fetchQuery(selfCheckQuery(check)));
      saveFile(name, 'application/json', text);
    },
  });
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.name}>
          <Link href={`/self-checks/${id}`}>{title}</Link>
        </p>
        <p className={styles.soft}>
          {t(from === 'team' ? 'playbooksOwn' : 'playbooksShipped')} · {t('playbooksVersion', { version })}
          {publishedAt ? (
            <>
              {' · '}
              <When at={publishedAt} />
            </>
          ) : null}
          {' · '}
          {languages.map(languageName).join(', ')}
        </p>
        {file.error ? <Notice tone="problem">{sentenceOf(file.error, t)}</Notice> : null}
      </div>
      <div className={styles.actions}>
        {onCopy ? (
          <Button aria-label={t('playbooksCopyNamed', { title })} onClick={onCopy}>
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
