import type { At } from './at';
import type { Decision } from './decision';

/** A decision with nothing written yet but the two options that every decision weighs, and ours beside them. */
export function emptyDecision({ newId }: Pick<At, 'newId'>): Decision {
  const option = (kind: 'leave' | 'elsewhere' | 'with-us') => ({ id: newId(), kind, title: '', good: '', bad: '' });
  return {
    outcome: null,
    to: '',
    reason: '',
    objectives: [],
    options: [option('leave'), option('elsewhere'), option('with-us')],
    playback: { text: '', confirmed: false },
    tookPart: [],
    dissent: '',
    nextSteps: [],
    missing: '',
    lookAgainOn: null,
    undecidedReason: '',
  };
}
