import type { Playbook, Stage } from '@/lib/playbooks/playbook';
import { noteOf } from './notes';
import { questionState } from './questions';
import { questionsOf, type SequenceQuestion } from './sequence';
import type { Session } from './session';
import type { Summary, SummaryOptions } from './summary';
import type { SummaryWords } from './summary-words';

/** The talk, stage by stage: only what was asked, skipped or put aside, each called what it was. What was not asked is only counted. */
export function talkOf(
  playbook: Playbook | null,
  session: Session,
  t: SummaryWords,
  options: Pick<SummaryOptions, 'notes'>,
): Summary {
  const stages = (playbook?.stages ?? []).map((stage) => ({
    stage,
    questions: playbook ? questionsOf(playbook, session, stage.id) : [],
  }));
  const known = new Set(stages.flatMap(({ questions }) => questions.map((question) => question.id)));
  const talk = [
    ...stages.flatMap(({ stage, questions }) => stageOf(stage, questions, session, t, options.notes)),
    ...(options.notes ? freeNotes(known, session, t) : []),
  ];
  return talk.length > 0 ? [{ kind: 'heading', text: t('summaryTalk') }, ...talk] : [];
}

function stageOf(
  stage: Stage,
  questions: readonly SequenceQuestion[],
  session: Session,
  t: SummaryWords,
  notes: boolean,
): Summary {
  const told = questions.flatMap((question): Summary => {
    const { state, reason } = questionState(session, question.id);
    const note = notes ? (noteOf(session, question.id)?.text.trim() ?? '') : '';
    if (state === 'open' && note === '') return [];
    const words = {
      asked: t('summaryAsked'),
      skipped: notes ? t('summarySkipped', { reason }) : t('summarySkippedOnly'),
      'not-relevant': t('summaryNotRelevant'),
      open: t('summaryNotAsked'),
    };
    return [{ kind: 'item', text: question.text, note: words[state] }, ...(note ? [textOf(note)] : [])];
  });
  if (told.length === 0) return [];
  const open = questions.filter((question) => questionState(session, question.id).state === 'open');
  return [
    { kind: 'subheading', text: stage.title },
    ...told,
    ...(open.length > 0 ? [textOf(t('summaryOpenCount', open.length))] : []),
  ];
}

/** The free notes, and those of questions whose words are not known here: no note is left out. */
function freeNotes(known: ReadonlySet<string>, session: Session, t: SummaryWords): Summary {
  const free = session.notes
    .filter((note) => note.questionId === null || !known.has(note.questionId))
    .map((note) => note.text.trim())
    .filter(Boolean);
  if (free.length === 0) return [];
  return [{ kind: 'subheading', text: t('summaryFreeNotes') }, textOf(free.join('\n\n'))];
}

function textOf(text: string): Summary[number] {
  return { kind: 'text', text };
}
