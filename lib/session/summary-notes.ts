import type { Playbook } from '@/lib/playbooks/playbook';
import { noteOf } from './notes';
import { questionState } from './questions';
import { allQuestions } from './sequence';
import type { Session } from './session';
import type { Summary } from './summary';
import { type SummaryWords, stateWords } from './summary-words';

/** What was noted under each question, then the free notes. A question that was not asked never looks answered. */
export function notesOf(playbook: Playbook | null, session: Session, t: SummaryWords): Summary {
  const questions = playbook ? allQuestions(playbook, session) : [];
  const under = questions.flatMap(({ id, text }) => {
    const { state } = questionState(session, id);
    const heading = state === 'asked' ? text : `${text} (${stateWords(state, '', t)})`;
    return noted(heading, [noteOf(session, id)?.text ?? '']);
  });
  // Those of questions whose words are not known here stand with the free notes: no note is left out.
  const known = new Set(questions.map(({ id }) => id));
  const rest = session.notes.filter(({ questionId }) => questionId === null || !known.has(questionId));
  const free = rest.map(({ text }) => text);
  const notes = [...under, ...noted(t('summaryFreeNotes'), free)];
  return notes.length > 0 ? [{ kind: 'heading', text: t('summaryNotes') }, ...notes] : [];
}

function noted(heading: string, texts: readonly string[]): Summary {
  const text = texts
    .map((one) => one.trim())
    .filter(Boolean)
    .join('\n\n');
  return text === ''
    ? []
    : [
        { kind: 'subheading', text: heading },
        { kind: 'text', text },
      ];
}
