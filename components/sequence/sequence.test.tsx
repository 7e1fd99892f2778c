import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EnglishTexts } from '@/components/ui/english-texts';
import { addOwnQuestion, askQuestion, markNotRelevant, skipQuestion } from '@/lib/session/questions';
import { moveTo } from '@/lib/session/sequence';
import type { Session } from '@/lib/session/session';
import { aFlag, aNote, anAt, aPlaybook, aSession } from '@/test/fixtures';
import { Sequence, type SequenceProps } from './sequence';
import { sequenceView } from './sequence-view';

afterEach(cleanup);

const playbook = aPlaybook();
const stage = playbook.stages[1] as (typeof playbook.stages)[number];
const idAt = (index: number) => stage.questions[index]?.id as string;

function view(session: Session) {
  const shown = sequenceView(playbook, session);
  if (!shown) throw new Error('nothing to show');
  return shown;
}

function show(session = aSession(), change: Partial<SequenceProps> = {}) {
  const on = {
    onUndo: vi.fn(),
    onStage: vi.fn(),
    onQuestion: vi.fn(),
    onNext: vi.fn(),
    onPrevious: vi.fn(),
    onAdd: vi.fn(),
  };
  const card = { onAsk: vi.fn(), onSkip: vi.fn(), onNotRelevant: vi.fn(), onReopen: vi.fn(), onRemove: vi.fn() };
  const page = (of: Session, more: Partial<SequenceProps> = change) => (
    <EnglishTexts>
      <Sequence {...view(of)} said={null} on={card} note={<i>note</i>} freeNotes={<i>free</i>} {...on} {...more} />
    </EnglishTexts>
  );
  const { rerender } = render(page(session));
  return { ...on, card, again: (of: Session, more?: Partial<SequenceProps>) => rerender(page(of, more)) };
}

describe('what the sequence shows of a session', () => {
  it('begins at the question on which the cursor stands', () => {
    expect(view(aSession()).current.question.id).toBe(idAt(0));
    const cursor = { view: 'sequence' as const, stageId: stage.id, questionId: idAt(2) };
    expect(view(moveTo(aSession(), cursor)).current.question.id).toBe(idAt(2));
  });
  it('falls on the first question where the cursor fits nothing', () => {
    const lost = moveTo(aSession(), { view: 'sequence', stageId: 'gone', questionId: 'gone' });
    expect(view(lost).current.question.id).toBe(playbook.stages[0]?.questions[0]?.id);
  });
  it('keeps asked, skipped, not relevant and open apart', () => {
    const at = anAt();
    const done = markNotRelevant(skipQuestion(askQuestion(aSession(), idAt(0), at), idAt(1), 'later', at), idAt(2), at);
    const states = view(done).stages[1]?.states;
    expect(states?.slice(0, 4)).toEqual(['asked', 'skipped', 'not-relevant', 'open']);
  });
  it('counts the flags that stand, by stage: not those that were reworded or disputed', () => {
    const answered = (kind: 'kept' | 'disputed' | 'reworded') =>
      aFlag({ answer: { kind, reason: 'their words', at: anAt().now } });
    const note = aNote({ questionId: idAt(0), flags: [answered('kept'), answered('disputed'), answered('reworded')] });
    expect(
      view(aSession({ notes: [note, aNote({ questionId: null, flags: [aFlag()] })] })).stages.map((s) => s.flags),
    ).toEqual(playbook.stages.map((one) => (one.id === stage.id ? 1 : 0)));
  });
  it('goes on across stages, and ends at both ends', () => {
    const first = moveTo(aSession(), { view: 'sequence', stageId: playbook.stages[0]?.id ?? '', questionId: null });
    expect(view(first).previous).toBeNull();
    expect(view(aSession()).previous?.stageId).toBe(playbook.stages[0]?.id);
  });
  it('has nothing to show of a playbook without stages', () => {
    expect(sequenceView({ ...playbook, stages: [] }, aSession())).toBeNull();
  });
});

describe('the sequence', () => {
  it('says where the talk stands and how far the stage is, in words', () => {
    show(askQuestion(aSession(), idAt(0), anAt()));
    const stages = screen.getByRole('navigation', { name: 'Stages' });
    expect(stages.textContent).toContain(`Stage 2 of ${playbook.stages.length}`);
    expect(stages.textContent).toContain(`1 asked, ${stage.questions.length - 1} open`);
  });
  it('leads to any stage and any question at any time', async () => {
    const on = show();
    await userEvent.click(screen.getByText(playbook.stages[4]?.title ?? ''));
    expect(on.onStage).toHaveBeenCalledWith(playbook.stages[4]?.id);
    await userEvent.click(
      screen.getByRole('button', { name: new RegExp(stage.questions[2]?.text.slice(0, 20) ?? '') }),
    );
    expect(on.onQuestion).toHaveBeenCalledWith(idAt(2));
  });
  it('marks the question one stands on', () => {
    show();
    const list = screen.getByRole('navigation', { name: 'Questions of this stage' });
    const current = within(list)
      .getAllByRole('button')
      .filter((one) => one.getAttribute('aria-current') === 'step');
    expect(current.map((one) => one.textContent)).toEqual([expect.stringContaining(stage.questions[0]?.text ?? '')]);
  });
  it('offers no next question at the end', () => {
    show(aSession(), { onNext: null });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Next question' }).disabled).toBe(true);
  });
  it('says what was changed and takes it back', async () => {
    const on = show(aSession(), { said: 'Marked as asked.' });
    expect(screen.getByText('Marked as asked.').getAttribute('role')).toBe('status');
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(on.onUndo).toHaveBeenCalledOnce();
  });
  it('brings the focus to another question, but not at the beginning', () => {
    const { again } = show();
    expect(document.activeElement).toBe(document.body);
    again(moveTo(aSession(), { view: 'sequence', stageId: stage.id, questionId: idAt(1) }));
    expect(document.activeElement?.textContent).toBe(stage.questions[1]?.text);
  });
  it('takes an own question, but not an empty one', async () => {
    const on = show();
    await userEvent.click(screen.getByRole('button', { name: 'Add' }));
    expect(on.onAdd).not.toHaveBeenCalled();
    await userEvent.type(screen.getByLabelText('Your question'), 'Who else was hit?{Enter}');
    expect(on.onAdd).toHaveBeenCalledWith('Who else was hit?');
    expect(screen.getByLabelText<HTMLInputElement>('Your question').value).toBe('');
  });
  it('lists an own question after those of the playbook', () => {
    show(addOwnQuestion(aSession(), stage.id, 'Who else was hit?', anAt()));
    const list = screen.getByRole('navigation', { name: 'Questions of this stage' });
    expect(within(list).getAllByRole('button').at(-1)?.textContent).toContain('Who else was hit?');
  });
});
