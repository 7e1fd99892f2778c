import { describe, expect, it } from 'vitest';
import { loadEngine } from '@/lib/pitch/engine';
import table from '@/lib/pitch/table.json';
import { Session } from '@/lib/session/session';
import { sessionOfStory } from './session-of-story';
import { STORIES } from './stories';

const engine = loadEngine(table);
const today = new Date('2026-03-02T12:00:00.000Z');
const sessions = STORIES.map((story, place) => ({ story, session: sessionOfStory(story, place, engine, today) }));

describe.each(sessions)('the demo call with $story.client', ({ story, session }) => {
  it('is a session as the API takes it', () => {
    expect(Session.parse(session)).toEqual(session);
    expect(session.finishedAt).not.toBeNull();
  });

  it('has a flag for everything that its expert answered', () => {
    const noted = [...Object.values(story.asked), ...(story.own ?? []).map((own) => own.noted), story.free];
    const told = noted.flatMap((one) => [...(one?.answers ?? []), ...(one?.reworded ?? [])]);
    const answered = session.notes.flatMap((note) => note.flags).filter((flag) => flag.answer !== null);
    expect(answered.length).toBeGreaterThanOrEqual(told.length);
    const reasons = answered.map((flag) => flag.answer?.reason);
    for (const one of told) if ('reason' in one) expect(reasons).toContain(one.reason);
  });

  it('leaves no flag without an answer, but where it means to', () => {
    const open = session.notes.flatMap((note) => note.flags).filter((flag) => flag.answer === null);
    expect(open.map((flag) => flag.piece)).toEqual([]);
  });

  it('gives the same ids every time', () => {
    const again = sessionOfStory(story, STORIES.indexOf(story), engine, today);
    expect(again).toEqual(session);
  });
});

it('shows yes, no, not yet and no decision alike', () => {
  const outcomes = new Set(sessions.map(({ session }) => session.decision.outcome));
  expect(outcomes).toEqual(new Set(['yes', 'no', 'not-yet', null]));
});

it('never gives two calls one id', () => {
  const ids = sessions.flatMap(({ session }) => [
    session.id,
    ...session.notes.flatMap((note) => note.flags.map((flag) => flag.id)),
  ]);
  expect(new Set(ids).size).toBe(ids.length);
});
