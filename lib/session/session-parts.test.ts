import { describe, expect, it } from 'vitest';
import { aFlag, aNote, anAt, aPlaybook, aSession, idOf } from '@/test/fixtures';
import { answerFlag, answerProblem, takeBackAnswer } from './answer-flag';
import { elapsedMinutes } from './clock';
import { forTeam, teamUploadProblem } from './for-team';
import { mergeFlags } from './merge-flags';
import { addOwnQuestion, questionState } from './questions';
import { moveTo, nextQuestion, previousQuestion, questionsOf } from './sequence';
import { Session } from './session';
import { startSession } from './start-session';

const at = anAt();
const playbook = aPlaybook();
const standing = (questionId: string | null, stageId = 'situation') =>
  moveTo(aSession(), { view: 'sequence', stageId, questionId });

describe('a session that begins', () => {
  it('is a session, at the first question of the call, for as long as planned', () => {
    const session = aSession();
    expect(Session.safeParse(session).success).toBe(true);
    expect(session.cursor).toEqual({ view: 'sequence', stageId: 'agreement', questionId: 'agree-aim' });
    expect(session.plannedMinutes).toBe(60);
  });
  it('leaves out people without a name, and what stands around the others', () => {
    const people = [
      { name: ' Ines ', role: ' lead ', side: 'client' as const },
      { name: '  ', role: '', side: 'ours' as const },
    ];
    const beginning = { client: { name: ' Acme ' }, title: ' x ', people, playbook, call: aSession().call };
    const session = startSession(beginning, anAt());
    expect([session.client.name, session.title, session.people.map(({ name, role }) => [name, role])]).toEqual([
      'Acme',
      'x',
      [['Ines', 'lead']],
    ]);
  });
  it('begins where it can when a playbook has the self-check only, or nothing', () => {
    const beginning = { client: { name: '' }, title: '', people: [], call: aSession().call };
    const [selfCheck] = playbook.stages;
    const only = startSession(
      { ...beginning, playbook: { ...playbook, stages: selfCheck ? [selfCheck] : [] } },
      anAt(),
    );
    expect(only.cursor.stageId).toBe('self-check');
    expect(startSession({ ...beginning, playbook: { ...playbook, stages: [] } }, anAt()).cursor.questionId).toBeNull();
  });
});

describe('the sequence', () => {
  it('goes on across stages, and back', () => {
    expect(nextQuestion(playbook, standing('agree-know', 'agreement'))?.id).toBe('situation-today');
    expect(previousQuestion(playbook, standing('situation-today'))?.id).toBe('agree-know');
  });
  it('ends at both ends', () => {
    expect(nextQuestion(playbook, standing('decide-next', 'decide'))).toBeNull();
    expect(previousQuestion(playbook, standing('self-check-read', 'self-check'))).toBeNull();
  });
  it('enters a stage at its first question, or at its last on the way back', () => {
    expect(nextQuestion(playbook, standing(null))?.id).toBe('situation-today');
    expect(previousQuestion(playbook, standing(null))?.id).toBe('situation-why-now');
    expect(nextQuestion(playbook, standing(null, 'gone'))).toBeNull();
  });
  it('puts own questions after the stage’s, open at first', () => {
    const session = addOwnQuestion(aSession(), 'situation', ' And at night? ', at);
    const own = questionsOf(playbook, session, 'situation').at(-1);
    expect([own?.text, own?.own, questionState(session, own?.id ?? '').state]).toEqual(['And at night?', true, 'open']);
  });
});

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
  it('keep the words that were taken back on the device', () => {
    const reworded = answerFlag(session, aFlag().id, { kind: 'reworded', reason: '', at: at.now });
    expect([flagOf(reworded)?.piece, flagOf(forTeam(reworded))?.piece, flagOf(forTeam(session))?.piece]).toEqual([
      'sign today',
      '',
      'sign today',
    ]);
  });
});

describe('flags after another check', () => {
  const kept = { kind: 'kept', reason: 'theirs', at: at.now } as const;
  const { id: _id, piece: _piece, answer: _answer, ...found } = aFlag();
  it('keep id and answer, the nearest one where the same piece stands twice', () => {
    const text = 'sign today, sign today';
    const previous = [aFlag({ id: idOf(1), answer: kept }), aFlag({ id: idOf(2), from: 12, to: 22 })];
    const merged = mergeFlags(
      previous,
      [{ ...found, from: 13, to: 23 - 1 }, found].map((f) => ({ ...f, to: f.from + 10 })),
      `${text} `,
      at.newId,
    );
    expect(merged.find((flag) => flag.from === 0)?.answer).toEqual(kept);
  });
  it('are new when the piece or the rule is another', () => {
    const [flag] = mergeFlags(
      [aFlag()],
      [{ ...found, part: { kind: 'rule', id: 'other' } }],
      'sign today',
      anAt(undefined, 40).newId,
    );
    expect([flag?.id, flag?.answer]).toEqual([idOf(41), null]);
  });
  it('are dropped when they are gone, but for what was reworded and what still stands with an answer', () => {
    const reworded = aFlag({ id: idOf(3), piece: 'gone', answer: { ...kept, kind: 'reworded' } });
    const still = aFlag({ id: idOf(4), answer: kept });
    const moved = aFlag({ id: idOf(5), from: 3, to: 13, answer: kept });
    const merged = mergeFlags([aFlag(), reworded, still, moved], [], 'sign today', at.newId);
    expect(merged.map((flag) => flag.id)).toEqual([idOf(4), idOf(3)]);
  });
});

describe('what is sent', () => {
  it('may be a megabyte', () => {
    const withText = (text: string) => aSession({ notes: [aNote({ text })] });
    expect(teamUploadProblem(withText('x'.repeat(900_000)))).toBeNull();
    expect(teamUploadProblem(withText('ü'.repeat(600_000)))).toBe('problemTooLarge');
  });
});

describe('the clock', () => {
  const session = { startedAt: '2026-03-02T10:00:00.000Z', finishedAt: null };
  it('counts whole minutes, until the finish', () => {
    expect(elapsedMinutes(session, '2026-03-02T10:07:59.000Z')).toBe(7);
    expect(elapsedMinutes({ ...session, finishedAt: '2026-03-02T10:30:00.000Z' }, '2026-03-02T12:00:00.000Z')).toBe(30);
  });
  it('never runs below zero when a clock was set back', () => {
    expect(elapsedMinutes(session, '2026-03-02T09:00:00.000Z')).toBe(0);
  });
});
