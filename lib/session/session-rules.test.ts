import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aFlag, aNo, aNote, anAt, aPlaybook, aSession, aYes } from '@/test/fixtures';
import { answerFlag, takeBackAnswer } from './answer-flag';
import {
  addNextStep,
  addObjective,
  addOption,
  removeNextStep,
  removeObjective,
  removeOption,
  writeDecision,
} from './decide';
import { decisionProblems } from './decision-problems';
import { finish, reopen } from './finish';
import { forTeam } from './for-team';
import { noteOf, writeNote } from './notes';
import {
  addOwnQuestion,
  askQuestion,
  markNotRelevant,
  removeOwnQuestion,
  reopenQuestion,
  skipQuestion,
} from './questions';
import { allQuestions, progress } from './sequence';
import { Session } from './session';

const at = anAt('2026-03-02T10:20:00.000Z', 5_000);
const playbook = aPlaybook();
const ids = playbook.stages.flatMap((stage) => stage.questions.map((question) => question.id));
const id = fc.constantFrom(...ids);
const words = fc.oneof(
  { weight: 6, arbitrary: fc.string({ maxLength: 30 }) },
  fc.string({ minLength: 1 }).map((text) => text.repeat(1_000)),
);

/** One action of an expert, as a change of the session. */
const action: fc.Arbitrary<(session: Session) => Session> = fc.oneof(
  id.map((q) => (s: Session) => askQuestion(s, q, at)),
  fc.tuple(id, words).map(
    ([q, reason]) =>
      (s: Session) =>
        skipQuestion(s, q, reason, at),
  ),
  id.map((q) => (s: Session) => markNotRelevant(s, q, at)),
  id.map((q) => (s: Session) => reopenQuestion(s, q, at)),
  words.map((text) => (s: Session) => addOwnQuestion(s, 'situation', text, at)),
  fc.nat(3).map((n) => (s: Session) => removeOwnQuestion(s, s.ownQuestions[n]?.id ?? '', at)),
  fc.tuple(fc.option(id), words).map(
    ([q, text]) =>
      (s: Session) =>
        writeNote(s, q, { text, theyAsked: [], flags: [aFlag()] }, at),
  ),
  fc.constantFrom('with-us' as const, 'other' as const).map((kind) => (s: Session) => addOption(s, kind, at)),
  fc.nat(4).map((n) => (s: Session) => removeOption(s, s.decision.options[n]?.id ?? '', at)),
  fc.constant((s: Session) => writeDecision(s, { options: [] }, at)),
  words.map((text) => (s: Session) => addObjective(s, text, at)),
  fc.nat(2).map((n) => (s: Session) => removeObjective(s, n, at)),
  fc.constant((s: Session) => addNextStep(s, at)),
  fc
    .constantFrom<((s: Session) => Session)[]>(
      (s) => addNextStep(s, at),
      (s) => addObjective(s, 'Open in July', at),
      (s) => addOption(s, 'other', at),
      (s) => addOwnQuestion(s, 'situation', 'What else?', at),
    )
    .map((add) => (s: Session) => Array.from({ length: 210 }).reduce<Session>(add, s)),
  fc.nat(2).map((n) => (s: Session) => removeNextStep(s, s.decision.nextSteps[n]?.id ?? '', at)),
  fc.constantFrom(aYes(), aNo()).map((decision) => (s: Session) => writeDecision(s, decision, at)),
  fc.tuple(fc.constantFrom('kept' as const, 'disputed' as const, 'reworded' as const), words).map(
    ([kind, reason]) =>
      (s: Session) =>
        answerFlag(s, aFlag().id, { kind, reason, at: at.now }),
  ),
  fc.constant((s: Session) => takeBackAnswer(s, aFlag().id)),
  fc.constant((s: Session) => {
    const done = finish(s, at);
    return done.kind === 'finished' ? done.session : s;
  }),
  fc.constant((s: Session) => reopen(s, at)),
);
const worked = fc.array(action, { maxLength: 25 }).map((actions) => actions.reduce((s, act) => act(s), aSession()));

describe('a session, whatever is done in it', () => {
  it('stays a session', () => {
    fc.assert(
      fc.property(worked, (session) => {
        expect(Session.safeParse(session).error).toBeUndefined();
      }),
    );
  });
  it('always weighs leaving it and doing it elsewhere', () => {
    fc.assert(
      fc.property(worked, ({ decision }) => {
        for (const kind of ['leave', 'elsewhere'])
          expect(decision.options.filter((option) => option.kind === kind)).toHaveLength(1);
      }),
    );
  });
  it('counts every question once: asked, skipped, not relevant or open', () => {
    fc.assert(
      fc.property(worked, (session) => {
        const sum = progress(playbook, session).reduce(
          (n, one) => n + one.asked + one.skipped + one.notRelevant + one.open,
          0,
        );
        expect(sum).toBe(allQuestions(playbook, session).length);
        expect(new Set(session.questions.map((one) => one.questionId)).size).toBe(session.questions.length);
      }),
    );
  });
  it('keeps a reason with every skip, and none elsewhere', () => {
    fc.assert(
      fc.property(worked, (session) => {
        for (const { state, reason } of session.questions) expect(reason !== '').toBe(state === 'skipped');
      }),
    );
  });
  it('keeps a reason with every flag that was kept or disputed', () => {
    fc.assert(
      fc.property(worked, (session) => {
        const answers = session.notes.flatMap((note) => note.flags.map((flag) => flag.answer));
        for (const answer of answers) if (answer && answer.kind !== 'reworded') expect(answer.reason).not.toBe('');
      }),
    );
  });
  it('is finished exactly when nothing is missing', () => {
    fc.assert(
      fc.property(worked, (session) => {
        expect(finish(session, at).kind).toBe(decisionProblems(session).length === 0 ? 'finished' : 'incomplete');
      }),
    );
  });
  it('needs the same for a yes as for a no', () => {
    fc.assert(
      fc.property(worked, (session) => {
        const needs = (outcome: 'yes' | 'no') => decisionProblems(writeDecision(session, { outcome }, at));
        expect(needs('no')).toEqual(needs('yes'));
      }),
    );
  });
  it('sends no word that was taken back', () => {
    fc.assert(
      fc.property(worked, (session) => {
        const sent = forTeam(session).notes.flatMap((note) => note.flags);
        for (const flag of sent) if (flag.answer?.kind === 'reworded') expect(flag.piece).toBe('');
        expect(Session.safeParse(forTeam(session)).success).toBe(true);
      }),
    );
  });
  it('never loses a note with its question', () => {
    fc.assert(
      fc.property(worked, fc.string({ minLength: 1 }), (session, text) => {
        fc.pre(session.ownQuestions.length < 200);
        const withOwn = addOwnQuestion(session, 'situation', 'What else?', at);
        const own = withOwn.ownQuestions.at(-1)?.id ?? '';
        const noted = writeNote(withOwn, own, { text: `x${text}`, theyAsked: [], flags: [] }, at);
        expect(noteOf(removeOwnQuestion(noted, own, at), own)?.text).toBe(`x${text}`);
        expect(removeOwnQuestion(withOwn, own, at).ownQuestions).toEqual(session.ownQuestions);
      }),
    );
  });
});

describe('a note', () => {
  it('begins with its first word', () => {
    const empty = writeNote(aSession(), null, { text: '', theyAsked: [], flags: [] }, at);
    expect(empty.notes).toEqual([]);
  });
  it('keeps its id while its words change', () => {
    const session = aSession({ notes: [aNote()] });
    const changed = writeNote(session, aNote().questionId, { text: 'other', theyAsked: [], flags: [] }, at);
    expect(changed.notes.map((note) => [note.id, note.text])).toEqual([[aNote().id, 'other']]);
  });
});
