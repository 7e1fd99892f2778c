import { describe, expect, it } from 'vitest';
import { Playbook } from '@/lib/playbooks/playbook';
import { Decision } from '@/lib/session/decision';
import { Id, Note, NoteFlag } from '@/lib/session/note';
import { Session } from '@/lib/session/session';
import { aFlag, aNo, aNote, aNotYet, anAt, aPlaybook, aSession, aYes, idOf } from '@/test/fixtures';

describe('what the tests are built from', () => {
  it.each([
    ['a session', Session, aSession],
    [
      'a session with everything',
      Session,
      () => aSession({ notes: [aNote({ flags: [aFlag()] })], decision: aNotYet() }),
    ],
    ['a yes', Decision, aYes],
    ['a no', Decision, aNo],
    ['a not yet', Decision, aNotYet],
    ['a flag', NoteFlag, aFlag],
    ['a note', Note, aNote],
    ['a playbook', Playbook, aPlaybook],
    ['an id', Id, () => idOf(1)],
  ])('is valid and the same every day: %s', (_, form, build) => {
    expect(form.safeParse(build()).error).toBeUndefined();
    expect(build()).toEqual(build());
  });
  it('never gives an id twice, and keeps its order', () => {
    const { newId } = anAt();
    const ids = Array.from({ length: 300 }, newId);
    expect(new Set(ids).size).toBe(300);
    expect(ids.toSorted()).toEqual(ids);
  });
  it('tells yes and no apart by that word alone', () => {
    expect(aNo({ outcome: 'yes' })).toEqual(aYes());
  });
});
