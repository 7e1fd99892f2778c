import { describe, expect, it } from 'vitest';
import { anAt, aPlaybook, aSession } from '@/test/fixtures';
import { addOwnQuestion, questionState } from './questions';
import { moveTo, nextQuestion, previousQuestion, questionsOf } from './sequence';

const at = anAt();
const playbook = aPlaybook();
const standing = (questionId: string | null, stageId = 'situation') =>
  moveTo(aSession(), { view: 'sequence', stageId, questionId });

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
  it('has no questions in a stage that it does not know, but the expert’s own', () => {
    const session = addOwnQuestion(aSession(), 'gone', 'And now?', at);
    expect(questionsOf(playbook, session, 'gone').map((question) => question.text)).toEqual(['And now?']);
  });
  it('puts own questions after the stage’s, open at first', () => {
    const session = addOwnQuestion(aSession(), 'situation', ' And at night? ', at);
    const own = questionsOf(playbook, session, 'situation').at(-1);
    expect([own?.text, own?.own, questionState(session, own?.id ?? '').state]).toEqual(['And at night?', true, 'open']);
  });
});
