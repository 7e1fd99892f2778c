import { Button } from '@/components/ui/button';
import { useTexts } from '@/components/ui/texts';
import type { PlaybookDraft } from '@/lib/playbooks/draft';
import { useEditing } from './editing';
import styles from './playbooks.module.css';

/** Up, down and out, for one stage or question. */
export function OrderButtons({
  id,
  name,
  at,
  of,
  moved,
  removed,
}: {
  id: string;
  name: string;
  at: number;
  of: number;
  moved: (by: 1 | -1) => PlaybookDraft;
  removed: () => PlaybookDraft;
}) {
  const t = useTexts();
  const { move, remove } = useEditing();
  return (
    <div className={styles.actions}>
      <Button
        id={`up-${id}`}
        aria-label={t('playbooksUpNamed', { name })}
        aria-disabled={at === 0}
        onClick={() => move(moved(-1), `up-${id}`)}
      >
        {t('playbooksUp')}
      </Button>
      <Button
        id={`down-${id}`}
        aria-label={t('playbooksDownNamed', { name })}
        aria-disabled={at === of - 1}
        onClick={() => move(moved(1), `down-${id}`)}
      >
        {t('playbooksDown')}
      </Button>
      <Button aria-label={t('playbooksRemoveNamed', { name })} onClick={() => remove(removed(), name)}>
        {t('uiRemove')}
      </Button>
    </div>
  );
}
