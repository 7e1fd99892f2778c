import type { SeedOptions } from './seed';

const PHASES = { sessions: 'sessions', index: 'making the index of words', statistics: 'counting for the planner' };

/** Says on the terminal how far it is: every few seconds a line. */
export function showProgress(now: () => number = Date.now, say = console.log): NonNullable<SeedOptions['onProgress']> {
  const begun = now();
  let said = 0;
  return (done, of, phase) => {
    const at = now();
    if (phase === 'sessions' && at - said < 5_000 && done < of) return;
    said = at;
    const seconds = (at - begun) / 1_000;
    const rate = Math.round(done / Math.max(seconds, 0.001));
    say(`${Math.round(seconds)} s  ${done} of ${of}  ${rate} a second  ${PHASES[phase]}`);
  };
}
