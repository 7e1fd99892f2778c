import * as z from 'zod/mini';
import { Playbook, Question, Stage } from './playbook';

const line = (most: number) => z.string().check(z.maxLength(most));

/** A question as it is being written: what a playbook needs may still be missing. */
export const DraftQuestion = z.extend(Question, {
  text: line(400),
  listenFor: z.array(line(300)).check(z.maxLength(12)),
  followUps: z.array(line(300)).check(z.maxLength(12)),
});
export const DraftStage = z.extend(Stage, {
  title: line(80),
  questions: z.array(DraftQuestion).check(z.maxLength(40)),
});
/** A playbook as it is being written; its version is the one that it will be published as. */
export const PlaybookDraft = z.extend(Playbook, {
  title: line(80),
  stages: z.array(DraftStage).check(z.maxLength(20)),
});
export type PlaybookDraft = z.infer<typeof PlaybookDraft>;
export type DraftStage = z.infer<typeof DraftStage>;
export type DraftQuestion = z.infer<typeof DraftQuestion>;

/** Where a new id comes from; one that is not in use in the draft is made of it. */
type NewId = () => string;

export function emptyDraft(id: string, newId: NewId): PlaybookDraft {
  return { id, version: 1, title: '', summary: '', stages: [emptyStage(newId)] };
}

/** A playbook of the team's own, made from another one: its stages and questions keep their ids. */
export function copyOf(playbook: Playbook, id: string, title: string): PlaybookDraft {
  return { ...structuredClone(playbook), id, version: 1, title: title.slice(0, 80) };
}

export function emptyStage(newId: NewId): DraftStage {
  return {
    id: `stage-${newId()}`,
    kind: 'situation',
    title: '',
    aim: '',
    minutes: 5,
    questions: [emptyQuestion(newId)],
  };
}

export function emptyQuestion(newId: NewId, text = ''): DraftQuestion {
  const id = `question-${newId()}`;
  return { id, text, why: '', listenFor: [], followUps: [], kind: 'pure', neededForDecision: false };
}

export function addStage(draft: PlaybookDraft, stage: DraftStage): PlaybookDraft {
  return { ...draft, stages: [...draft.stages, stage] };
}

export function changeStage(draft: PlaybookDraft, id: string, change: Partial<DraftStage>): PlaybookDraft {
  return { ...draft, stages: draft.stages.map((stage) => (stage.id === id ? { ...stage, ...change } : stage)) };
}

export function removeStage(draft: PlaybookDraft, id: string): PlaybookDraft {
  return { ...draft, stages: draft.stages.filter((stage) => stage.id !== id) };
}

export function moveStage(draft: PlaybookDraft, id: string, by: 1 | -1): PlaybookDraft {
  return { ...draft, stages: moved(draft.stages, id, by) };
}

export function addQuestion(draft: PlaybookDraft, stageId: string, question: DraftQuestion): PlaybookDraft {
  return inStage(draft, stageId, (questions) => [...questions, question]);
}

export function changeQuestion(draft: PlaybookDraft, id: string, change: Partial<DraftQuestion>): PlaybookDraft {
  return everyStage(draft, (questions) => questions.map((one) => (one.id === id ? { ...one, ...change } : one)));
}

export function removeQuestion(draft: PlaybookDraft, id: string): PlaybookDraft {
  return everyStage(draft, (questions) => questions.filter((one) => one.id !== id));
}

export function moveQuestion(draft: PlaybookDraft, id: string, by: 1 | -1): PlaybookDraft {
  return everyStage(draft, (questions) => moved(questions, id, by));
}

type Edit = (questions: DraftQuestion[]) => DraftQuestion[];

function inStage(draft: PlaybookDraft, stageId: string, edit: Edit): PlaybookDraft {
  const stages = draft.stages.map((one) => (one.id === stageId ? { ...one, questions: edit(one.questions) } : one));
  return { ...draft, stages };
}

function everyStage(draft: PlaybookDraft, edit: Edit): PlaybookDraft {
  return { ...draft, stages: draft.stages.map((one) => ({ ...one, questions: edit(one.questions) })) };
}

/** One step up or down; at the end it stays where it is. */
function moved<One extends { id: string }>(list: readonly One[], id: string, by: 1 | -1): One[] {
  const from = list.findIndex((one) => one.id === id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= list.length) return [...list];
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}
