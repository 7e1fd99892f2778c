import { describe, expect, it } from 'vitest';
import { aPlaybook } from '@/test/fixtures';
import type { Playbook } from './playbook';
import { playbookProblems } from './problems';

function withFirstText(text: string): Playbook {
  const playbook = structuredClone(aPlaybook());
  const question = playbook.stages[0]?.questions[0];
  if (question) question.text = text;
  return playbook;
}

describe('the problems of a playbook', () => {
  it('name an id that stands twice', () => {
    const playbook = aPlaybook();
    const [first] = playbook.stages;
    if (!first) throw new Error('no stage');
    const found = playbookProblems({ ...playbook, stages: [first, ...playbook.stages] });
    expect(found.map((problem) => problem.kind)).toContain('stage-id-twice');
    expect(found).toContainEqual({ kind: 'question-id-twice', where: first.questions[0]?.id });
  });
  it.each([
    'Wouldn’t you agree that this costs too much?',
    "Don't you think it is time?",
    'Imagine if it ran by itself: what would that be worth?',
    'How much better would that be?',
    'That would be a relief, wouldn’t it?',
    'Couldn’t we start with a small part?',
    'You need this before summer, right?',
    'When you sign, who will tell the team?',
  ])('name a question that leads: %s', (text) => {
    expect(playbookProblems(withFirstText(text))).toEqual([{ kind: 'leading-question', where: 'self-check-read' }]);
  });
  it.each([
    'What would you not give up?',
    'How do you know?',
    'What is it not?',
    'Why isn’t it in the budget?',
    'Yes, no, or not yet?',
  ])('leave an open one alone: %s', (text) => expect(playbookProblems(withFirstText(text))).toEqual([]));
  it('miss the options and the decision where a playbook has none', () => {
    const playbook = aPlaybook();
    const stages = playbook.stages.filter((stage) => stage.kind === 'situation');
    expect(playbookProblems({ ...playbook, stages }).map((problem) => problem.kind)).toEqual([
      'options-incomplete',
      'nothing-decided',
    ]);
  });
});
