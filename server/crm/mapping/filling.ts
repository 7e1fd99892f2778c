import type { WeighedOption } from '@/lib/session/decision';
import type { Session } from '@/lib/session/session';
import type { Value } from '../connector';
import type { FieldSource } from './mapping';
import type { Filling } from './template';

/** What of a session is written outside, beside the session itself. */
export type Written = { session: Session; expert: string; url: string };

const OPTION_TITLES: Record<WeighedOption['kind'], string> = {
  leave: 'Leave it as it is',
  elsewhere: 'Do it ourselves, or with someone else',
  'with-us': 'With us',
  other: 'Another way',
};
const OUTCOMES = { yes: 'Yes', no: 'No', 'not-yet': 'Not yet' } as const;

/** The words of a session for the places of a template. `outcome` false leaves out what tells which way it went. Flags and reviews are never in it. */
export function fillingOf({ session, expert, url }: Written, outcome: boolean): Filling {
  const d = session.decision;
  const notYet = outcome && d.outcome === 'not-yet';
  return {
    client: session.client.name,
    title: session.title || session.client.name,
    date: session.startedAt.slice(0, 10),
    people: session.people.map(({ name, role }) => (role ? `${name} (${role})` : name)).join(', '),
    expert,
    decisionReached: d.outcome === null ? 'No decision was reached.' : 'A decision was reached.',
    to: d.to,
    reason: d.outcome === null ? d.undecidedReason : d.reason,
    objectives: d.objectives,
    options: d.options.flatMap(weighed),
    playback: d.playback.text,
    dissent: d.dissent,
    nextSteps: d.nextSteps.map(
      ({ text, owner, date }) => `${text} (${[owner.name || sideOf(owner.side), date].filter(Boolean).join(', ')})`,
    ),
    notes: session.notes.flatMap(({ text }) => text.split('\n')).filter((line) => line.trim() !== ''),
    outcome: outcome && d.outcome ? OUTCOMES[d.outcome] : '',
    missing: notYet ? d.missing : '',
    lookAgainOn: notYet ? (d.lookAgainOn ?? '') : '',
    link: url,
  };
}

function weighed({ kind, title, good, bad }: WeighedOption): string[] {
  const sides = [good && `good: ${oneLine(good)}`, bad && `bad: ${oneLine(bad)}`].filter(Boolean).join('; ');
  return title || sides ? [`${title || OPTION_TITLES[kind]}${sides && ` (${sides})`}`] : [];
}

function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ', ');
}

function sideOf(side: 'client' | 'ours'): string {
  return side === 'client' ? 'the client' : 'us';
}

/** What is written into a field of its own; null leaves the field as it is. */
export function fieldValue(source: FieldSource, { session, url }: Written): Value {
  const d = session.decision;
  const soonest = d.nextSteps.toSorted((a, b) => (a.date ?? '9999').localeCompare(b.date ?? '9999'))[0];
  switch (source) {
    case 'decisionReached':
      return d.outcome !== null;
    case 'decidedOn':
      return d.outcome === null ? null : (session.finishedAt ?? session.startedAt).slice(0, 10);
    case 'to':
      return d.to || null;
    case 'reason':
      return d.reason || null;
    case 'objectives':
      return d.objectives.join('\n') || null;
    case 'nextStep':
      return soonest?.text || null;
    case 'nextStepOn':
      return soonest?.date ?? null;
    case 'link':
      return url;
    case 'outcome':
      return d.outcome === null ? null : OUTCOMES[d.outcome];
    default:
      throw new Error(`unhandled ${source satisfies never}`);
  }
}
