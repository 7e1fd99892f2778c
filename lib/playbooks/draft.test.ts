import { describe, expect, it } from 'vitest';
import { aPlaybook } from '@/test/fixtures';
import { changesOf } from './changes';
import {
  addQuestion,
  addStage,
  changeQuestion,
  changeStage,
  copyOf,
  emptyDraft,
  emptyQuestion,
  emptyStage,
  moveQuestion,
  moveStage,
  type PlaybookDraft,
  removeQuestion,
  removeStage,
} from './draft';
import { draftProblems } from './draft-problems';
import { FILE_LIMIT } from './json-file';
import { Playbook } from './playbook';
import { playbookFile, playbookIdOf, readPlaybookFile } from './playbook-file';

let count = 0;
const newId = () => `n${++count}`;
const draft = (): PlaybookDraft => copyOf(aPlaybook(), 'own', 'Our own');
const first = (of: PlaybookDraft) => {
  const stage = of.stages[0];
  const question = stage?.questions[0];
  if (!stage || !question) throw new Error('no question');
  return { stage, question };
};
const stageIds = (of: PlaybookDraft) => of.stages.map(({ id }) => id);

describe('a draft of a playbook', () => {
  it('takes stages and questions in, out, and one step up or down, and stays within its ends', () => {
    const before = draft();
    const [a = '', b = ''] = stageIds(before);
    expect(stageIds(moveStage(before, b, -1)).slice(0, 2)).toEqual([b, a]);
    expect(stageIds(moveStage(before, a, -1))).toEqual(stageIds(before));
    expect(stageIds(moveStage(before, 'nobody', 1))).toEqual(stageIds(before));
    expect(stageIds(removeStage(before, a))).not.toContain(a);
    const added = emptyStage(newId);
    expect(addStage(before, added).stages.at(-1)).toBe(added);
    const question = emptyQuestion(newId, 'What else?');
    const longer = addQuestion(before, a, question);
    expect(longer.stages[0]?.questions.at(-1)).toBe(question);
    expect(moveQuestion(longer, question.id, -1).stages[0]?.questions.at(-2)).toBe(question);
    expect(removeQuestion(longer, question.id)).toEqual(before);
  });
  it('changes one stage or question and leaves the others as they are', () => {
    const before = draft();
    const { stage, question } = first(before);
    const after = changeQuestion(changeStage(before, stage.id, { aim: 'new' }), question.id, { why: 'because' });
    expect(first(after).stage.aim).toBe('new');
    expect(first(after).question.why).toBe('because');
    expect(after.stages.slice(1)).toEqual(before.stages.slice(1));
  });
  it('is the playbook’s copy under an id of its own, and can be published', () => {
    expect(draft()).toMatchObject({ id: 'own', version: 1, title: 'Our own' });
    expect(Playbook.parse(draft()).stages).toEqual(aPlaybook().stages);
    expect(draftProblems(draft())).toEqual([]);
  });
});

describe('what keeps a draft from being published', () => {
  it('is said beside each field that misses something', () => {
    const empty = emptyDraft('own', newId);
    const { stage, question } = first(empty);
    const problems = draftProblems(empty);
    for (const [where, field] of [
      ['own', 'title'],
      [stage.id, 'title'],
      [question.id, 'text'],
    ] as const)
      expect(problems).toContainEqual({ kind: 'missing', where, field });
    expect(problems.map(({ kind }) => kind)).toContain('nothing-decided');
  });
  it('is a stage without a question, a playbook without a stage, a blank line, a length beyond bounds', () => {
    const before = draft();
    const { stage, question } = first(before);
    const kinds = (of: PlaybookDraft) => draftProblems(of).map(({ kind, where, field }) => [kind, where, field]);
    expect(kinds(changeStage(before, stage.id, { questions: [] }))).toContainEqual([
      'no-questions',
      stage.id,
      'questions',
    ]);
    expect(kinds({ ...before, stages: [] })).toContainEqual(['no-stages', 'own', 'stages']);
    expect(kinds(changeQuestion(before, question.id, { listenFor: ['a', ''] }))).toEqual([
      ['missing', question.id, 'listenFor'],
    ]);
    expect(kinds(changeStage(before, stage.id, { minutes: 500 }))).toEqual([['wrong', stage.id, 'minutes']]);
  });
  it('is a question that leads, said at its text', () => {
    const { question } = first(draft());
    const leading = changeQuestion(draft(), question.id, { text: 'Wouldn’t you agree?' });
    expect(draftProblems(leading)).toEqual([{ kind: 'leading-question', where: question.id, field: 'text' }]);
  });
});

describe('what changed against the last version', () => {
  it('is nothing for the first one, and nothing where nothing did, in whatever order its fields come', () => {
    expect(changesOf(null, draft())).toEqual([]);
    const { stage } = first(draft());
    const turned = changeStage(draft(), stage.id, {});
    turned.stages[0] = Object.fromEntries(Object.entries(stage).reverse()) as typeof stage;
    expect(changesOf(draft(), turned)).toEqual([]);
  });
  it('is named stage by stage and question by question', () => {
    const before = draft();
    const { stage, question } = first(before);
    const second = before.stages[1];
    let after = changeStage({ ...before, title: 'Newer' }, stage.id, { aim: 'another' });
    after = addQuestion(removeQuestion(after, question.id), second?.id ?? '', emptyQuestion(newId, 'What else?'));
    expect(changesOf(before, after)).toEqual([
      { kind: 'title', what: 'Newer' },
      { kind: 'stage-changed', what: stage.title },
      { kind: 'question-added', what: 'What else?' },
      { kind: 'question-removed', what: question.text },
    ]);
    expect(changesOf(before, moveStage(before, stage.id, 1))).toEqual([{ kind: 'order', what: '' }]);
    const changed = changeQuestion(before, question.id, { why: 'x' });
    expect(changesOf(before, changed)).toEqual([{ kind: 'question-changed', what: question.text }]);
    expect(changesOf(before, removeStage(before, stage.id))[0]).toEqual({ kind: 'stage-removed', what: stage.title });
  });
});

describe('the file of a playbook', () => {
  it('is read back as it was written', () => {
    const { name, text } = playbookFile(draft());
    expect(name).toBe('own-1.json');
    expect(readPlaybookFile(`\ufeff${text}`)).toEqual({ kind: 'read', draft: draft() });
  });
  it.each([
    ['x'.repeat(FILE_LIMIT + 1), 'too-large', ''],
    ['{', 'no-json', ''],
    ['[]', 'wrong-form', ''],
    [JSON.stringify({ ...aPlaybook(), stages: [{ id: 'Ä' }] }), 'wrong-form', 'stages.0.id'],
  ])('is refused with what is wrong and where', (text, reason, where) =>
    expect(readPlaybookFile(text)).toEqual({ kind: 'refused', reason, where }),
  );
});

describe('the id of a playbook', () => {
  it.each([
    ['Erste Gespräche, kurz!', 'erste-gesprache-kurz'],
    ['???', 'playbook'],
    ['Taken', 'taken-3'],
    ['Drafts', 'drafts-2'],
    ['a'.repeat(90), 'a'.repeat(50)],
  ])('is made of its title %s', (title, id) => expect(playbookIdOf(title, ['taken', 'taken-2'])).toBe(id));
});
