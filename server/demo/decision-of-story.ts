import type { Decision, OptionKind } from '@/lib/session/decision';
import type { Session } from '@/lib/session/session';
import type { Story } from './story';

/** The decision of a story. `dayOf` gives the calendar day so many days after the call. */
export function decisionOfStory(
  { decision }: Story,
  session: Session,
  newId: () => string,
  dayOf: (days: number) => string,
): Decision {
  const { outcome, options, playback = '', tookPart = [], nextSteps = [], lookAgainInDays } = decision;
  const sides: Partial<Record<OptionKind, [string, string]>> = options;
  return {
    outcome,
    to: decision.to ?? '',
    reason: decision.reason ?? '',
    objectives: decision.objectives ?? [],
    options: session.decision.options.map((option) => {
      const [good, bad] = sides[option.kind] ?? ['', ''];
      return { ...option, good, bad };
    }),
    playback: { text: playback, confirmed: playback !== '' },
    tookPart: session.people.filter(({ name }) => tookPart.includes(name)).map(({ id }) => id),
    dissent: decision.dissent ?? '',
    nextSteps: nextSteps.map(({ text, side, name, inDays }) => ({
      id: newId(),
      text,
      owner: { side, name },
      date: dayOf(inDays),
    })),
    missing: decision.missing ?? '',
    lookAgainOn: lookAgainInDays === undefined ? null : dayOf(lookAgainInDays),
    undecidedReason: decision.undecidedReason ?? '',
  };
}
