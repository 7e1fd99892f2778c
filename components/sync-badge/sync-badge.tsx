import { Button } from '@/components/ui/button';
import { useTexts } from '@/components/ui/texts';
import type { SyncState } from '@/lib/storage/outbox-entry';
import styles from './sync-badge.module.css';

const SHAPES: Record<SyncState['kind'], string> = {
  'on-device': 'M3 3.5h10v7H3zM6 13h4',
  waiting: 'M8 2a6 6 0 1 0 6 6M8 5v3l2 1.5',
  refused: 'M8 2 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.2',
  'with-team': 'm3 8.5 3.2 3.2L13 4.8',
};

/** "On this device", "waiting for the network (2)", "with your team", or refused with the reason, in words beside a shape. */
export function SyncBadge({
  state,
  waiting = 1,
  onSendNow,
}: {
  state: SyncState;
  /** How many sessions wait. */
  waiting?: number;
  /** Offers a try at once beside what waits; left out where the badge is part of something to press. */
  onSendNow?: () => void;
}) {
  const t = useTexts();
  const badge = <Badge state={state} waiting={waiting} />;
  if (state.kind !== 'waiting' || !onSendNow) return badge;
  return (
    <span className={styles.waiting}>
      {badge}
      <Button kind="quiet" onClick={onSendNow}>
        {t('syncSendNow')}
      </Button>
    </span>
  );
}

function Badge({ state, waiting }: { state: SyncState; waiting: number }) {
  return (
    <span className={styles.badge} data-sync={state.kind}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={SHAPES[state.kind]} />
      </svg>
      <SyncWords state={state} waiting={waiting} />
    </span>
  );
}

function SyncWords({ state, waiting }: { state: SyncState; waiting: number }) {
  const t = useTexts();
  switch (state.kind) {
    case 'on-device':
      return t('syncOnDevice');
    case 'waiting':
      return waiting > 1 ? t('syncWaitingMany', { count: waiting }) : t('syncWaiting');
    case 'refused':
      return t('syncRefused');
    case 'with-team':
      return t('syncWithTeam');
    default:
      throw new Error(`unhandled ${state satisfies never}`);
  }
}
