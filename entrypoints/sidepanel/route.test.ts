import { describe, expect, it } from 'vitest';
import { aPlaybook, aSession } from '@/test/fixtures';
import { openSession, openStart, renameSession, routeOf } from './route';
import { moved } from './use-shortcuts';

const id = '01950000-0000-7000-8000-000000000001';

describe('where the panel stands', () => {
  it('is in its address, so that a reload comes back', () => {
    openSession(id);
    expect(routeOf(location.hash)).toEqual({ view: 'session', id });
    renameSession(id.replace('1', '2'));
    expect(routeOf(location.hash)).toEqual({ view: 'session', id: id.replace('1', '2') });
    openStart();
    expect(routeOf(location.hash)).toEqual({ view: 'start' });
  });
  it('is the start for an address that it does not know', () => {
    for (const hash of ['', '#', '#session/', '#session/<script>', '#other']) {
      expect(routeOf(hash)).toEqual({ view: 'start' });
    }
  });
});

describe('a key', () => {
  const playbook = aPlaybook();
  const session = aSession();
  it('leads to a stage, whichever part is open', () => {
    const deciding = { ...session, cursor: { ...session.cursor, view: 'decide' as const } };
    expect(moved(playbook, deciding, { kind: 'stage', index: 3 }).cursor).toEqual({
      view: 'sequence',
      stageId: playbook.stages[3]?.id,
      questionId: playbook.stages[3]?.questions[0]?.id,
    });
    expect(moved(playbook, session, { kind: 'stage', index: 99 })).toBe(session);
  });
  it('changes between the questions and the decision', () => {
    const deciding = moved(playbook, session, { kind: 'decide' });
    expect(deciding.cursor.view).toBe('decide');
    expect(moved(playbook, deciding, { kind: 'decide' }).cursor.view).toBe('sequence');
  });
  it('does not move or mark a question that is not in sight', () => {
    const deciding = moved(playbook, session, { kind: 'decide' });
    for (const kind of ['next', 'previous', 'asked', 'note', 'list'] as const) {
      expect(moved(playbook, deciding, { kind })).toBe(deciding);
    }
  });
  it('marks the question in sight as asked', () => {
    expect(moved(playbook, session, { kind: 'asked' }).questions).toMatchObject([
      { questionId: session.cursor.questionId, state: 'asked' },
    ]);
  });
  it('changes nothing of a finished session', () => {
    const finished = { ...session, finishedAt: session.startedAt };
    expect(moved(playbook, finished, { kind: 'next' })).toBe(finished);
  });
  it('stays at the end of the sequence', () => {
    const last = playbook.stages.at(-1);
    const cursor = { view: 'sequence' as const, stageId: last?.id ?? '', questionId: last?.questions.at(-1)?.id ?? '' };
    const end = { ...session, cursor };
    expect(moved(playbook, end, { kind: 'next' })).toBe(end);
  });
});
