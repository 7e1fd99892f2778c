import type { MessageKey } from '@/components/ui/texts';

/** How sure the engine is, in words; `sureness` is a probability, 0 to 1. */
export function surenessWords(sureness: number): MessageKey {
  if (sureness >= 0.85) return 'flagSureHigh';
  return sureness >= 0.6 ? 'flagSureMiddle' : 'flagSureLow';
}
