import { useEffect, useRef } from 'react';
import { useTexts } from '@/components/ui/texts';

/** How long the number of flags stands still before it is said, in ms. */
const PAUSE = 1_000;

/** Says the number of flags when it has changed and then stood still, so that it never speaks into the typing. */
export function useCountOnPause(flags: number, say: (sentence: string) => void): void {
  const t = useTexts();
  const told = useRef(0);
  useEffect(() => {
    if (flags === told.current) return;
    const timer = setTimeout(() => {
      told.current = flags;
      say(flags === 0 ? t('noteFlagsNone') : t('noteFlagsCount', flags));
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [flags, say, t]);
}
