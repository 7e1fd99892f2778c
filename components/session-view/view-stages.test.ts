import { describe, expect, it } from 'vitest';
import { addOwnQuestion, askQuestion, skipQuestion } from '@/lib/session/questions';
import { aNote, anAt, aPlaybook, aSession } from '@/test/fixtures';
import { viewStages } from './view-stages';

const at = anAt('2026-03-02T10:10:00.000Z', 500);

describe('the stages of a session', () => {
  it('are the playbook’s, with every question, whether it was asked or not', () => {
    const session = askQuestion(aSession(), 'situation-today', at);
    const stages = viewStages(session, aPlaybook());
    expect(stages.map((stage) => stage.id)).toEqual(aPlaybook().stages.map((stage) => stage.id));
    const states = stages.find((stage) => stage.id === 'situation')?.questions.map((question) => question.state);
    expect(states).toEqual(['asked', 'open', 'open', 'open', 'open']);
  });

  it('leave a question open that has a note but was not asked', () => {
    const stages = viewStages(aSession({ notes: [aNote()] }), aPlaybook());
    const question = stages.flatMap((stage) => stage.questions).find((one) => one.id === 'situation-today');
    expect(question).toMatchObject({ state: 'open', note: { text: 'sign today or lose it' } });
  });

  it('end with the expert’s own questions', () => {
    const session = addOwnQuestion(aSession(), 'cost', 'Who pays overtime?', at);
    const cost = viewStages(session, aPlaybook()).find((stage) => stage.id === 'cost');
    expect(cost?.questions.at(-1)).toMatchObject({ text: 'Who pays overtime?', own: true, state: 'open' });
  });

  it('keep everything that was said when the playbook is not here', () => {
    const skipped = skipQuestion(aSession({ notes: [aNote()] }), 'cost-what', 'no time', at);
    const session = addOwnQuestion(skipped, 'cost', 'Who pays overtime?', at);
    const [only, ...others] = viewStages(session, null);
    expect(others).toEqual([]);
    expect(only?.title).toBeNull();
    expect(only?.questions.map(({ id, text, state }) => [text ?? id, state])).toEqual([
      ['Who pays overtime?', 'open'],
      ['cost-what', 'skipped'],
      ['situation-today', 'open'],
    ]);
  });
});
