import type { Playbook } from '@/lib/playbooks/playbook';
import type { WeighedOption } from './decision';
import { noteOf } from './notes';
import { questionState } from './questions';
import { questionsOf } from './sequence';
import type { Session } from './session';
import { outcomeWords, type SummaryWords, sideWords } from './summary-words';

/** One piece of a summary, the same for every way of writing it. */
export type SummaryBlock =
  | { kind: 'title'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'subheading'; text: string }
  | { kind: 'fact'; label: string; text: string }
  | { kind: 'item'; text: string; note: string }
  | { kind: 'text'; text: string };
export type Summary = SummaryBlock[];

export type SummaryOptions = {
  /** Whether what was noted under the questions is in it. Flags never are. */
  notes: boolean;
  /** BCP 47 language tag for dates. */
  locale: string;
};

/** What was decided and how one came to it, as blocks: first the decision, then the talk. */
export function summary(
  playbook: Playbook | null,
  session: Session,
  t: SummaryWords,
  options: SummaryOptions,
): Summary {
  return [
    { kind: 'title', text: session.client.name || t('summaryNoClient') },
    ...facts(playbook, session, t, options),
    ...decision(session, t, options),
    ...talk(playbook, session, t, options),
  ];
}

function facts(playbook: Playbook | null, session: Session, t: SummaryWords, { locale }: SummaryOptions): Summary {
  const people = session.people.map((one) => (one.role ? `${one.name} (${one.role})` : one.name)).join(', ');
  return [
    ...fact(t('summaryTopic'), session.title),
    ...fact(t('summaryDate'), dayOf(session.startedAt.slice(0, 10), locale)),
    ...fact(t('summaryPeople'), people),
    ...fact(t('summaryPlaybook'), `${playbook?.title ?? session.playbook.id} (${session.playbook.version})`),
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
    ...listed(
      t('summaryObjectives'),
      d.objectives.map((text): SummaryBlock => ({ kind: 'item', text, note: '' })),
    ),
    ...listed(
      t('summaryOptions'),
      d.options.filter(isWeighed).flatMap((option) => weighed(option, t)),
    ),
    ...fact(
      t('summaryPlayback'),
      d.playback.text && `${d.playback.text}\n${t(d.playback.confirmed ? 'summaryConfirmed' : 'summaryUnconfirmed')}`,
    ),
    ...fact(t('summaryTookPart'), tookPart.join(', ')),
    ...fact(t('summaryDissent'), d.dissent),
    ...listed(t('summaryNextSteps'), steps),
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
    ...fact(t('summaryGood'), option.good),
    ...fact(t('summaryBad'), option.bad),
  ];
}

/** The talk, stage by stage: only what was asked, skipped or put aside, each called what it was. What was not asked is only counted. */
function talk(playbook: Playbook | null, session: Session, t: SummaryWords, options: SummaryOptions): Summary {
  const stages = (playbook?.stages ?? []).flatMap((stage): Summary => {
    const questions = playbook ? questionsOf(playbook, session, stage.id) : [];
    const open = questions.filter((question) => questionState(session, question.id).state === 'open');
    const noted = (id: string) => (options.notes ? (noteOf(session, id)?.text.trim() ?? '') : '');
    const told = questions.flatMap((question): Summary => {
      const { state, reason } = questionState(session, question.id);
      const note = noted(question.id);
      if (state === 'open' && note === '') return [];
      const words = {
        asked: t('summaryAsked'),
        skipped: t('summarySkipped', { reason }),
        'not-relevant': t('summaryNotRelevant'),
        open: t('summaryNotAsked'),
      };
      return [
        { kind: 'item', text: question.text, note: words[state] },
        ...(note ? [{ kind: 'text' as const, text: note }] : []),
      ];
    });
    if (told.length === 0) return [];
    return [
      { kind: 'subheading', text: stage.title },
      ...told,
      ...(open.length > 0 ? [{ kind: 'text' as const, text: t('summaryOpenCount', open.length) }] : []),
    ];
  });
  // Without the words of the playbook no note is left out: those of its questions follow as free notes.
  const loose = session.notes.filter((note) => note.questionId === null || !playbook);
  const free = options.notes
    ? loose
        .map((note) => note.text.trim())
        .filter(Boolean)
        .join('\n\n')
    : '';
  const freeNotes: Summary = free
    ? [
        { kind: 'subheading', text: t('summaryFreeNotes') },
        { kind: 'text', text: free },
      ]
    : [];
  return stages.length + freeNotes.length > 0
    ? [{ kind: 'heading', text: t('summaryTalk') }, ...stages, ...freeNotes]
    : [];
}

function fact(label: string, text: string): Summary {
  return text.trim() === '' ? [] : [{ kind: 'fact', label, text: text.trim() }];
}

function listed(title: string, items: Summary): Summary {
  return items.length === 0 ? [] : [{ kind: 'subheading', text: title }, ...items];
}

function dayOf(day: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
}
