import { Button } from '@/components/ui/button';
import { useTexts } from '@/components/ui/texts';
import styles from './playbooks.module.css';

export type Order = {
  id: string;
  name: string;
  at: number;
  of: number;
  /** `buttonId`: the button that was pressed, so that the focus can stay on it. */
  onMove: (by: 1 | -1, buttonId: string) => void;
  onRemove: (name: string) => void;
};

/** Up, down and out, for one part among its like. */
export function OrderButtons({ id, name, at, of, onMove, onRemove }: Order) {
  const t = useTexts();
  return (
    <div className={styles.actions}>
      <Button
        id={`up-${id}`}
        aria-label={t('playbooksUpNamed', { name })}
        aria-disabled={at === 0}
        onClick={() => onMove(-1, `up-${id}`)}
      >
        {t('playbooksUp')}
      </Button>
      <Button
        id={`down-${id}`}
        aria-label={t('playbooksDownNamed', { name })}
        aria-disabled={at === of - 1}
        onClick={() => onMove(1, `down-${id}`)}
      >
        {t('playbooksDown')}
      </Button>
      <Button aria-label={t('playbooksRemoveNamed', { name })} onClick={() => onRemove(name)}>
        {t('uiRemove')}
      </Button>
    </div>
  );
}
