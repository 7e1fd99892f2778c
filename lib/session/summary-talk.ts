import type { Playbook, Stage } from '@/lib/playbooks/playbook';
import { questionState } from './questions';
import { questionsOf, type SequenceQuestion } from './sequence';
import type { Session } from './session';
import type { Summary, SummaryOptions } from './summary';
import { type SummaryWords, stateWords } from './summary-words';

/** The talk, stage by stage: only what was asked, skipped or put aside, each called what it was. What was not asked is only counted. */
export function talkOf(
  playbook: Playbook | null,
  session: Session,
  t: SummaryWords,
  options: Pick<SummaryOptions, 'notes'>,
): Summary {
  if (!playbook) return [];
  const talk = playbook.stages.flatMap((stage) =>
    stageOf(stage, questionsOf(playbook, session, stage.id), session, t, options.notes),
  );
  if (talk.length === 0) return [];
  const text = `${playbook.title} (${playbook.version})`;
  return [{ kind: 'heading', text: t('summaryTalk') }, { kind: 'fact', label: t('summaryPlaybook'), text }, ...talk];
}

function stageOf(
  stage: Stage,
  questions: readonly SequenceQuestion[],
  session: Session,
  t: SummaryWords,
  reasons: boolean,
): Summary {
  const states = questions.map((question) => ({ text: question.text, ...questionState(session, question.id) }));
  const told = states
    .filter(({ state }) => state !== 'open')
    .map(({ text, state, reason }): Summary[number] => {
      return { kind: 'item', text, note: stateWords(state, reasons ? reason : '', t) };
    });
  if (told.length === 0) return [];
  const open = states.length - told.length;
  return [
    { kind: 'subheading', text: stage.title },
    ...told,
    ...(open > 0 ? [{ kind: 'text' as const, text: t('summaryOpenCount', open) }] : []),
  ];
}
