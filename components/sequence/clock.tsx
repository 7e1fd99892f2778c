import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useTexts } from '@/components/ui/texts';
import styles from './clock.module.css';

/** Minutes gone and planned. Changes once a minute, never blinks, and can be put away. */
export function Clock({
  elapsed,
  planned,
  now = () => new Date(),
}: {
  /** Whole minutes at an instant (ISO). */
  elapsed: (now: string) => number;
  planned: number;
  now?: () => Date;
}) {
  const t = useTexts();
  const [shown, setShown] = useState(true);
  const [minutes, setMinutes] = useState(() => elapsed(now().toISOString()));
  useEffect(() => {
    if (!shown) return;
    const tick = () => setMinutes(elapsed(now().toISOString()));
    tick();
    const timer = setInterval(tick, 60_000);
    return () => clearInterval(timer);
  }, [shown, elapsed, now]);
  return (
    <span className={styles.clock}>
      {shown ? <span>{planned > 0 ? t('clockOf', { minutes, planned }) : t('clockMinutes', minutes)}</span> : null}
      <Button kind="quiet" className={styles.toggle} onClick={() => setShown(!shown)}>
        {t(shown ? 'clockHide' : 'clockShow')}
      </Button>
    </span>
  );
}
