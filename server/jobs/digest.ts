import { calendarUntil } from '@/lib/calendar/calendar-until';
import type { Playbook, StageKind } from '@/lib/playbooks/playbook';
import { measureSession } from '@/lib/session/measure-session';
import type { Session } from '@/lib/session/session';
import type { FlagCounts } from '@/lib/session/standing-flags';
import { wordsOf } from '@/lib/session/words-of';

/** What is kept beside a session, as the statements of the job take it. */
export function digestOf(session: Session, revision: number, playbook: Playbook | null, flagsByCategory: FlagCounts) {
  const stages = stagesOf(session, playbook);
  return {
    sessionId: session.id,
    revision,
    startedAt: session.startedAt,
    flagsByCategory,
    words: wordsOf(session),
    measures: measureSession(session, playbook),
    lookAgainOn: session.decision.outcome === 'not-yet' ? session.decision.lookAgainOn : null,
    calendarUntil: calendarUntil(session.decision),
    flags: session.notes.flatMap(({ questionId, flags }) =>
      flags.map(({ id }) => ({ id, stage: stages.get(questionId ?? '') ?? null })),
    ),
  };
}

/** The kind of stage of every question, by its id: the playbook's and the expert's own. */
function stagesOf({ ownQuestions }: Session, playbook: Playbook | null): Map<string, StageKind> {
  const stages = playbook?.stages ?? [];
  const written = stages.flatMap(({ kind, questions }) =>
    questions.map((question): [string, StageKind] => [question.id, kind]),
  );
  const own = ownQuestions.flatMap(({ id, stageId }): [string, StageKind][] => {
    const kind = stages.find((stage) => stage.id === stageId)?.kind;
    return kind ? [[id, kind]] : [];
  });
  return new Map([...written, ...own]);
}
