import { describe, expect, it } from 'vitest';
import { aFlag, aNote, anAt, aSession, idOf } from '@/test/fixtures';
import { answerFlag, answerProblem, takeBackAnswer } from './answer-flag';
import { forTeam } from './for-team';
import type { Session } from './session';

const at = anAt();

describe('answers to flags', () => {
  const session = aSession({ notes: [aNote({ flags: [aFlag()] }), aNote({ id: idOf(801), questionId: null })] });
  const flagOf = (one: Session) => one.notes[0]?.flags[0];
  it('need a reason to keep or dispute, and none to reword', () => {
    expect([answerProblem('kept', ' '), answerProblem('disputed', ''), answerProblem('reworded', '')]).toEqual([
      'problemAnswerReason',
      'problemAnswerReason',
      null,
    ]);
    expect(answerFlag(session, aFlag().id, { kind: 'kept', reason: '', at: at.now })).toBe(session);
  });
  it('can be given and taken back', () => {
    const kept = answerFlag(session, aFlag().id, { kind: 'kept', reason: ' their date ', at: at.now });
    expect(flagOf(kept)?.answer?.reason).toBe('their date');
    expect(flagOf(takeBackAnswer(kept, aFlag().id))?.answer).toBeNull();
  });
  it('go to the flag that is meant, and leave the others', () => {
    const two = aSession({ notes: [aNote({ flags: [aFlag(), aFlag({ id: idOf(901) })] })] });
    const kept = answerFlag(two, idOf(901), { kind: 'kept', reason: 'x'.repeat(600), at: at.now });
    expect(kept.notes[0]?.flags.map((flag) => flag.answer?.reason.length)).toEqual([undefined, 500]);
    expect(answerFlag(two, idOf(999), { kind: 'kept', reason: 'x', at: at.now })).toEqual(two);
  });
  it('keep the words that were taken back on the device', () => {
    const reworded = answerFlag(session, aFlag().id, { kind: 'reworded', reason: '', at: at.now });
    expect([flagOf(reworded)?.piece, flagOf(forTeam(reworded))?.piece, flagOf(forTeam(session))?.piece]).toEqual([
      'sign today',
      '',
      'sign today',
    ]);
  });
});
