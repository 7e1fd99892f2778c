import type { Engine } from '@/lib/pitch/engine';
import { findShipped } from '@/lib/playbooks';
import type { Playbook } from '@/lib/playbooks/playbook';
import { writeDecision } from '@/lib/session/decide';
import { finish } from '@/lib/session/finish';
import { forTeam } from '@/lib/session/for-team';
import { writeNote } from '@/lib/session/notes';
import { addOwnQuestion, askQuestion, markNotRelevant, skipQuestion } from '@/lib/session/questions';
import type { Session } from '@/lib/session/session';
import { startSession } from '@/lib/session/start-session';
import { decisionOfStory } from './decision-of-story';
import { noteOfStory } from './note-of-story';
import type { Noted, Story } from './story';

const DAY_MS = 86_400_000;

/** A story as the finished session that the panel would send. The same story gives the same ids every time. */
export function sessionOfStory(story: Story, place: number, engine: Engine, today: Date): Session {
  const playbook = findShipped(story.playbook);
  if (!playbook) throw new Error(`the story of ${story.client} has a playbook that does not ship`);
  const started = Date.parse(`${dayFrom(today, -story.daysAgo)}T${story.at}:00.000Z`);
  const newId = idsOf(place);
  const moment = (minute: number) => ({ now: new Date(started + minute * 60_000).toISOString(), newId });
  const people = story.people.map((person) => ({ ...person }));
  const { client, title } = story;
  let session = startSession(
    { client: { name: client }, title, people, playbook, call: { kind: 'meet', host: 'meet.google.com' } },
    moment(0),
  );
  const typed = (questionId: string | null, stage: string | null, noted: Noted, minute: number) => {
    const context = { stage: kindOf(playbook, stage), sensitivity: 'normal', clientNames: namesOf(story) } as const;
    return writeNote(session, questionId, noteOfStory(noted, context, engine, moment(minute)), moment(minute));
  };
  const asked = Object.entries(story.asked);
  for (const [index, [questionId, noted]] of asked.entries()) {
    const minute = Math.floor(((index + 1) * (story.minutes - 2)) / (asked.length + 1));
    session = askQuestion(session, questionId, moment(minute));
    if (noted) session = typed(questionId, stageOf(playbook, questionId), noted, minute);
  }
  const late = moment(story.minutes - 2);
  for (const [id, reason] of Object.entries(story.skipped ?? {})) session = skipQuestion(session, id, reason, late);
  for (const id of story.notRelevant ?? []) session = markNotRelevant(session, id, late);
  for (const { stageId, text, noted } of story.own ?? []) {
    session = addOwnQuestion(session, stageId, text, late);
    const id = session.ownQuestions.at(-1)?.id ?? '';
    session = askQuestion(session, id, late);
    session = typed(id, stageId, noted, story.minutes - 2);
  }
  if (story.free) session = typed(null, null, story.free, story.minutes - 2);
  session = writeDecision(
    session,
    decisionOfStory(story, session, newId, (days) => dayFrom(today, days - story.daysAgo)),
    late,
  );
  const finished = finish({ ...session, revision: 1 + asked.length }, moment(story.minutes));
  if (finished.kind === 'incomplete')
    throw new Error(`the story of ${client} lacks ${finished.problems.map((problem) => problem.field)}`);
  return forTeam(finished.session);
}

/** A calendar day, so many days from today. */
function dayFrom(today: Date, days: number): string {
  return new Date(today.getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

/** Ids of one story: valid UUIDv7, far from those of real sessions. */
export function idsOf(place: number): () => string {
  let count = 0;
  return () =>
    `0170${(place + 1).toString(16).padStart(4, '0')}-0000-7000-8000-${(count++).toString(16).padStart(12, '0')}`;
}

function stageOf(playbook: Playbook, questionId: string): string {
  const stage = playbook.stages.find((one) => one.questions.some((question) => question.id === questionId));
  if (!stage) throw new Error(`no question ${questionId} in ${playbook.id}`);
  return stage.id;
}

function kindOf(playbook: Playbook, stageId: string | null) {
  return playbook.stages.find((stage) => stage.id === stageId)?.kind ?? null;
}

function namesOf({ client, people }: Story): string[] {
  return [client, ...people.filter((person) => person.side === 'client').map((person) => person.name)];
}
