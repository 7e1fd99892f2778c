import { describe, expect, it } from 'vitest';
import type { Playbook } from '@/lib/playbooks/playbook';
import { aFlag, aNo, aNote, aNotYet, anAt, aPlaybook, aSession, aYes, idOf } from '@/test/fixtures';
import { measureSession } from './measure-session';
import { SessionMeasures } from './measures';
import { addOwnQuestion, askQuestion, markNotRelevant, skipQuestion } from './questions';
import type { Session } from './session';

const playbook = aPlaybook();
const stage = (kind: string): Playbook['stages'][number] => {
  const found = playbook.stages.find((one) => one.kind === kind);
  if (!found) throw new Error(`no stage ${kind}`);
  return found;
};
const firstOf = (kind: string) => stage(kind).questions[0]?.id ?? '';
const minute = (n: number) => anAt(`2026-03-02T10:${String(n).padStart(2, '0')}:00.000Z`, 500 + n);
const asked = (...ids: [string, number][]) =>
  ids.reduce((session, [id, at]) => askQuestion(session, id, minute(at)), aSession());

describe('the measures of a session', () => {
  it('name the stages that were covered before the first talk of options, in the order of the sequence', () => {
    const session = asked(
      [firstOf('cost'), 9],
      [firstOf('problem'), 5],
      [firstOf('options'), 20],
      [firstOf('tried'), 30],
    );
    expect(measureSession(session, playbook).stagesBeforeOptions).toEqual(['problem', 'cost']);
  });

  it('name no stage when options were the first that was talked of, and say nothing when they never were', () => {
    expect(measureSession(asked([firstOf('options'), 1], [firstOf('cost'), 2]), playbook).stagesBeforeOptions).toEqual(
      [],
    );
    expect(measureSession(asked([firstOf('cost'), 2]), playbook).stagesBeforeOptions).toBeNull();
    expect(
      measureSession(skipQuestion(asked(), firstOf('options'), 'no time', minute(3)), playbook).stagesBeforeOptions,
    ).toBeNull();
  });

  it('take a question that weighs an option as talk of options, wherever it stands', () => {
    const early: Playbook = {
      ...playbook,
      stages: playbook.stages.map((one) =>
        one.kind === 'situation'
          ? { ...one, questions: one.questions.map((q) => ({ ...q, kind: 'option' as const })) }
          : one,
      ),
    };
    const session = asked(
      [firstOf('agreement'), 1],
      [firstOf('situation'), 2],
      [firstOf('cost'), 3],
      [firstOf('options'), 4],
    );
    expect(measureSession(session, early).stagesBeforeOptions).toEqual(['agreement']);
  });

  it("count the expert's own question under the options as talk of options", () => {
    const own = addOwnQuestion(asked([firstOf('cost'), 4]), stage('options').id, 'And a simpler way?', minute(1));
    const session = askQuestion(own, own.ownQuestions[0]?.id ?? '', minute(6));
    const measures = measureSession(session, playbook);
    expect(measures.stagesBeforeOptions).toEqual(['cost']);
    expect(measures.ownQuestions).toEqual([{ stageId: stage('options').id, text: 'And a simpler way?' }]);
  });

  it('compare instants, not their spelling', () => {
    const session = asked([firstOf('options'), 20], [firstOf('cost'), 10]);
    const spelled = { ...session, questions: session.questions.map((q) => ({ ...q, at: q.at.replace('.000Z', 'Z') })) };
    const mixed = { ...session, questions: [session.questions[0], spelled.questions[1]] as Session['questions'] };
    expect(measureSession(mixed, playbook).stagesBeforeOptions).toEqual(['cost']);
  });

  it('hold the state of every question of the playbook, and only of those', () => {
    const own = addOwnQuestion(asked([firstOf('cost'), 4]), stage('cost').id, 'Mine?', minute(1));
    const session = [
      (one: Session) => askQuestion(one, own.ownQuestions[0]?.id ?? '', minute(5)),
      (one: Session) => skipQuestion(one, firstOf('tried'), 'no time', minute(6)),
      (one: Session) => markNotRelevant(one, firstOf('process'), minute(7)),
    ].reduce((one, change) => change(one), own);
    const { questions } = measureSession(session, playbook);
    expect(Object.keys(questions).sort()).toEqual(
      playbook.stages.flatMap((one) => one.questions.map((q) => q.id)).sort(),
    );
    expect(questions).toMatchObject({
      [firstOf('cost')]: 'asked',
      [firstOf('tried')]: 'skipped',
      [firstOf('process')]: 'not-relevant',
      [firstOf('decide')]: 'open',
    });
  });

  it('know without the playbook only what the session lists', () => {
    const own = addOwnQuestion(
      asked([firstOf('cost'), 4], [firstOf('options'), 5]),
      stage('cost').id,
      'Mine?',
      minute(1),
    );
    const session = askQuestion(own, own.ownQuestions[0]?.id ?? '', minute(6));
    const measures = measureSession(session, null);
    expect(measures.stagesBeforeOptions).toBeNull();
    expect(measures.questions).toEqual({ [firstOf('cost')]: 'asked', [firstOf('options')]: 'asked' });
  });

  it('count a reworded flag once, under its question, and no other answers', () => {
    const reworded = { kind: 'reworded' as const, reason: '', at: '2026-03-02T10:06:00.000Z' };
    const flags = [
      aFlag({ id: idOf(1), answer: reworded }),
      aFlag({ id: idOf(1), answer: reworded }),
      aFlag({ id: idOf(2), answer: reworded }),
      aFlag({ id: idOf(3), answer: { ...reworded, kind: 'kept', reason: 'true' } }),
      aFlag({ id: idOf(4) }),
    ];
    const notes = [
      aNote({ flags }),
      aNote({ id: idOf(9), questionId: null, flags: [aFlag({ id: idOf(5), answer: reworded })] }),
    ];
    expect(measureSession(aSession({ notes }), playbook).reworded).toEqual({ 'situation-today': 2 });
  });

  it('take any id of a question for what it is', () => {
    const answer = { kind: 'reworded' as const, reason: '', at: '2026-03-02T10:06:00.000Z' };
    const notes = [aNote({ questionId: 'constructor', flags: [aFlag({ answer })] })];
    expect(measureSession(aSession({ notes }), playbook).reworded).toEqual({ constructor: 1 });
  });

  it('are the same for a yes and a no, and say only whether a decision was reached with a reason', () => {
    const of = (decision: Session['decision']) => measureSession(aSession({ decision }), playbook);
    expect(of(aYes())).toEqual(of(aNo()));
    expect(of(aYes())).toEqual(of(aNotYet()));
    expect(of(aYes())).toMatchObject({ decided: true, reasoned: true });
    expect(of(aNo({ reason: ' ' }))).toMatchObject({ decided: true, reasoned: false });
    expect(measureSession(aSession(), playbook)).toMatchObject({ decided: false, reasoned: false });
  });

  it('have the form that the digest keeps', () => {
    const measures = measureSession(asked([firstOf('options'), 1]), playbook);
    expect(SessionMeasures.parse(measures)).toEqual(measures);
  });
});
