import type { Playbook } from '@/lib/playbooks/playbook';
import type { At } from './at';
import { emptyDecision } from './empty-decision';
import { clientOf, factLine, namedPeople } from './facts';
import { type Person, SESSION_FORM, type Session } from './session';

export type Beginning = {
  /** `domain`: their web address as it was typed. */
  client: { name: string; domain?: string | undefined };
  title: string;
  people: Omit<Person, 'id'>[];
  playbook: Playbook;
  call: Session['call'];
};

/** A new session at the first stage of the call; the self-check before it stays within reach. */
export function startSession(beginning: Beginning, at: At): Session {
  const { playbook } = beginning;
  const first = playbook.stages.find((stage) => stage.kind !== 'self-check') ?? playbook.stages[0];
  return {
    form: SESSION_FORM,
    id: at.newId(),
    revision: 1,
    client: clientOf(beginning.client),
    title: factLine(beginning.title, 300),
    people: namedPeople(beginning.people).map((person) => ({ ...person, id: at.newId() })),
    call: beginning.call,
    playbook: { id: playbook.id, version: playbook.version },
    plannedMinutes: plannedMinutes(playbook),
    startedAt: at.now,
    updatedAt: at.now,
    finishedAt: null,
    cursor: { view: 'sequence', stageId: first?.id ?? '', questionId: first?.questions[0]?.id ?? null },
    questions: [],
    ownQuestions: [],
    notes: [],
    decision: emptyDecision(at),
  };
}

/** The planned length of a call by this playbook, in minutes; a day at most. */
export function plannedMinutes(playbook: Playbook): number {
  return Math.min(
    1_440,
    playbook.stages.reduce((sum, stage) => sum + stage.minutes, 0),
  );
}
