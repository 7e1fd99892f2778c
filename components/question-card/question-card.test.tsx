import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EnglishTexts } from '@/components/ui/english-texts';
import type { Question } from '@/lib/playbooks/playbook';
import { QuestionCard, type QuestionCardProps } from './question-card';

afterEach(cleanup);

const question: Question = {
  id: 'evidence',
  text: 'How do you know?',
  why: 'A feeling is not a measure.',
  listenFor: ['A number', 'Who counted it'],
  followUps: ['Since when?'],
  kind: 'diagnostic',
  neededForDecision: true,
};

function show(change: Partial<QuestionCardProps> = {}) {
  const on = { onAsk: vi.fn(), onSkip: vi.fn(), onNotRelevant: vi.fn(), onReopen: vi.fn(), onRemove: vi.fn() };
  render(
    <EnglishTexts>
      <QuestionCard question={question} state="open" reason="" own={false} {...on} {...change}>
        <p>the note</p>
      </QuestionCard>
    </EnglishTexts>,
  );
  return on;
}
const button = (name: string) => screen.queryByRole('button', { name });

describe('an open question', () => {
  it('stands large, with its note, and says that the decision needs it', () => {
    show();
    expect(screen.getByRole('heading', { level: 2, name: 'How do you know?' })).toBeTruthy();
    expect(screen.getByText('the note')).toBeTruthy();
    expect(screen.getByText('The decision needs it')).toBeTruthy();
  });
  it('keeps what stands behind it for whoever asks', () => {
    show();
    const behind = [...document.querySelectorAll('details')];
    expect(behind.map((one) => one.open)).toEqual([false, false, false]);
    expect(behind.map((one) => one.querySelector('summary')?.textContent)).toEqual(['Why', 'Listen for', 'Follow-ups']);
    expect(screen.getByText('Who counted it')).toBeTruthy();
  });
  it('offers asked and not relevant as two different things', async () => {
    const on = show();
    await userEvent.click(button('Asked') as HTMLElement);
    await userEvent.click(button('Not relevant') as HTMLElement);
    expect(on.onAsk).toHaveBeenCalledOnce();
    expect(on.onNotRelevant).toHaveBeenCalledOnce();
    expect(button('Open it again')).toBeNull();
  });
  it('is skipped with a reason only', async () => {
    const on = show();
    await userEvent.click(button('Skip…') as HTMLElement);
    expect(document.activeElement).toBe(screen.getByLabelText('Why skip it?'));
    await userEvent.click(button('Skip') as HTMLElement);
    expect(on.onSkip).not.toHaveBeenCalled();
    expect(screen.getByText('Say in a few words why, or cancel.')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Why skip it?'), ' they told us before {Enter}');
    expect(on.onSkip).toHaveBeenCalledWith('they told us before');
    expect(button('Asked')).toBeTruthy();
  });
  it('lets one think again about skipping', async () => {
    const on = show();
    await userEvent.click(button('Skip…') as HTMLElement);
    await userEvent.type(screen.getByLabelText('Why skip it?'), 'no{Escape}');
    expect(on.onSkip).not.toHaveBeenCalled();
    expect(button('Skip…')).toBeTruthy();
  });
});

describe('a question that was dealt with', () => {
  it('is not asked before that is pressed, and is open again when it is pressed once more', async () => {
    show();
    expect(button('Asked')?.getAttribute('aria-pressed')).toBe('false');
    cleanup();
    const on = show({ state: 'asked' });
    expect(button('Asked')?.getAttribute('aria-pressed')).toBe('true');
    expect(button('Skip…')).toBeNull();
    await userEvent.click(button('Asked') as HTMLElement);
    expect(on.onReopen).toHaveBeenCalledOnce();
    expect(on.onAsk).not.toHaveBeenCalled();
  });
  it.each(['skipped', 'not-relevant'] as const)('says %s in words and can be opened again', async (state) => {
    const on = show({ state, reason: state === 'skipped' ? 'no time' : '' });
    const words = { skipped: 'Skipped', 'not-relevant': 'Not relevant' }[state];
    expect(screen.getByText(words)).toBeTruthy();
    expect(button('Skip…')).toBeNull();
    await userEvent.click(button('Open it again') as HTMLElement);
    expect(on.onReopen).toHaveBeenCalledOnce();
  });
  it('keeps the reason of a skip in sight', () => {
    show({ state: 'skipped', reason: 'no time' });
    expect(screen.getByText('Skipped: no time')).toBeTruthy();
  });
  it('has a shape of its own for each state, so that colour is not needed', () => {
    const shapes = (['open', 'asked', 'skipped', 'not-relevant'] as const).map((state) => {
      show({ state });
      const shape = document.querySelector('article svg')?.innerHTML;
      cleanup();
      return shape;
    });
    expect(new Set(shapes).size).toBe(4);
  });
});

it("lets only the expert's own question be removed", async () => {
  const on = show({ own: true, question: { ...question, why: '', listenFor: [], followUps: [] } });
  expect(document.querySelector('details')).toBeNull();
  await userEvent.click(button('Remove') as HTMLElement);
  expect(on.onRemove).toHaveBeenCalledOnce();
  cleanup();
  show({ own: false });
  expect(button('Remove')).toBeNull();
});
