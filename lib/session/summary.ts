import type { Playbook } from '@/lib/playbooks/playbook';
import type { WeighedOption } from './decision';
import type { Session } from './session';
import { notesOf } from './summary-notes';
import { talkOf } from './summary-talk';
import { outcomeWords, type SummaryWords, sideWords } from './summary-words';

/** One piece of a summary, the same for every way of writing it. */
export type SummaryBlock =
  | { kind: 'title'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'subheading'; text: string }
  | { kind: 'fact'; label: string; text: string }
  | { kind: 'item'; text: string; note: string }
  /** Of the item before it. */
  | { kind: 'detail'; label: string; text: string }
  | { kind: 'text'; text: string };
export type Summary = SummaryBlock[];

export type SummaryOptions = {
  /** Whether what the expert noted is in it: notes, and why a question was skipped. Without them it can go to the client. Flags never are in it. */
  notes: boolean;
  /** BCP 47 language tag for dates. */
  locale: string;
  /** IANA name of the time zone the talk's day is told in; the reader's own when left out. */
  timeZone?: string;
};

/** What was decided and how one came to it, as blocks: the decision, what follows, what was weighed, the way of the talk, the notes. */
export function summary(
  playbook: Playbook | null,
  session: Session,
  t: SummaryWords,
  options: SummaryOptions,
): Summary {
  return [
    { kind: 'title', text: session.client.name || t('summaryNoClient') },
    ...facts(session, t, options),
    ...decision(session, t, options),
    ...talkOf(playbook, session, t, options),
    ...(options.notes ? notesOf(playbook, session, t) : []),
  ];
}

function facts(session: Session, t: SummaryWords, options: SummaryOptions): Summary {
  const people = session.people.map((one) => (one.role ? `${one.name} (${one.role})` : one.name)).join(', ');
  return [
    ...fact(t('summaryTopic'), session.title),
    ...fact(t('summaryDate'), dayOfTalk(session.startedAt, options)),
    ...fact(t('summaryPeople'), people),
  ];
}

function decision(session: Session, t: SummaryWords, { locale }: SummaryOptions): Summary {
  const d = session.decision;
  const tookPart = session.people.filter((one) => d.tookPart.includes(one.id)).map((one) => one.name);
  const steps = d.nextSteps.map(
    (step): SummaryBlock => ({
      kind: 'item',
      text: step.text,
      note: [
        step.owner.name,
        sideWords(step.owner.side, t),
        step.date ? dayOf(step.date, locale) : t('summaryNoDay'),
      ].join(', '),
    }),
  );
  return [
    { kind: 'heading', text: t('summaryDecision') },
    { kind: 'fact', label: t('summaryDecided'), text: outcomeWords(d.outcome, t) },
    ...(d.outcome === null ? fact(t('summaryWhyOpen'), d.undecidedReason) : []),
    ...fact(t('summaryTo'), d.to),
    ...fact(t('summaryReason'), d.reason),
    ...(d.outcome === 'not-yet' ? fact(t('summaryMissing'), d.missing) : []),
    ...(d.outcome === 'not-yet' && d.lookAgainOn ? fact(t('summaryLookAgain'), dayOf(d.lookAgainOn, locale)) : []),
    ...fact(
      t('summaryPlayback'),
      d.playback.text && `${d.playback.text}\n${t(d.playback.confirmed ? 'summaryConfirmed' : 'summaryUnconfirmed')}`,
    ),
    ...fact(t('summaryTookPart'), tookPart.join(', ')),
    ...fact(t('summaryDissent'), d.dissent),
    ...listed(t('summaryNextSteps'), steps),
    ...listed(
      t('summaryOptions'),
      d.options.filter(isWeighed).flatMap((option) => weighed(option, t)),
    ),
    ...listed(
      t('summaryObjectives'),
      d.objectives.map((text): SummaryBlock => ({ kind: 'item', text, note: '' })),
    ),
  ];
}

/** An option of ours or another one shows once anything is written; the two that every decision weighs show always. */
function isWeighed(option: WeighedOption): boolean {
  return (
    option.kind === 'leave' || option.kind === 'elsewhere' || `${option.title}${option.good}${option.bad}`.trim() !== ''
  );
}

function weighed(option: WeighedOption, t: SummaryWords): Summary {
  const titles = {
    leave: t('summaryLeave'),
    elsewhere: t('summaryElsewhere'),
    'with-us': t('summaryWithUs'),
    other: t('summaryOther'),
  };
  return [
    { kind: 'item', text: option.title || titles[option.kind], note: '' },
    ...fact(t('summaryGood'), option.good, 'detail'),
    ...fact(t('summaryBad'), option.bad, 'detail'),
  ];
}

function fact(label: string, text: string, kind: 'fact' | 'detail' = 'fact'): Summary {
  return text.trim() === '' ? [] : [{ kind, label, text: text.trim() }];
}

function listed(title: string, items: Summary): Summary {
  return items.length === 0 ? [] : [{ kind: 'heading', text: title }, ...items];
}

function dayOfTalk(startedAt: string, { locale, timeZone }: SummaryOptions): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', ...(timeZone ? { timeZone } : {}) }).format(
    new Date(startedAt),
  );
}

function dayOf(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
