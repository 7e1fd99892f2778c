import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { EnglishTexts } from '@/components/ui/english-texts';
import { fieldId } from './field-id';
import { FinishDecision } from './finish-decision';

afterEach(cleanup);

type Props = Parameters<typeof FinishDecision>[0];

function show(change: Partial<Props> = {}) {
  const on = { onUndecidedReason: vi.fn(), onFinish: vi.fn(), onFinishUndecided: vi.fn() };
  const page = (more: Partial<Props>) => (
    <EnglishTexts>
      <input id={fieldId('nextSteps.7.date')} aria-label="a field" />
      <FinishDecision
        problems={[]}
        tries={0}
        undecidedReason=""
        undecidedProblem={null}
        {...on}
        {...change}
        {...more}
      />
    </EnglishTexts>
  );
  const { rerender } = render(page({}));
  return { ...on, again: (more: Partial<Props>) => rerender(page(more)) };
}

it('blames nobody before the session is to be finished', () => {
  show();
  expect(screen.queryByRole('alert')).toBeNull();
});

it('says one sentence for each thing that is open, and brings the reader to them', () => {
  const { again } = show();
  const problems = [
    { field: 'reason', sentence: 'Write the reason.' },
    { field: 'nextSteps.7.date', sentence: 'Give the step a date.' },
  ];
  again({ problems, tries: 1 });
  expect(screen.getByText('2 things are still open:')).toBeTruthy();
  expect(screen.getAllByRole('link').map((one) => one.textContent)).toEqual(problems.map(({ sentence }) => sentence));
  expect(document.activeElement?.textContent).toContain('Write the reason.');
});

it('leads from the sentence to the field', async () => {
  show({ problems: [{ field: 'nextSteps.7.date', sentence: 'Give the step a date.' }], tries: 1 });
  const before = location.hash;
  await userEvent.click(screen.getByRole('link', { name: 'Give the step a date.' }));
  expect(document.activeElement).toBe(screen.getByLabelText('a field'));
  expect(location.hash).toBe(before);
});

it('opens what hides the field', async () => {
  show({ problems: [{ field: 'undecidedReason', sentence: 'Say why.' }], tries: 1 });
  await userEvent.click(screen.getByRole('link', { name: 'Say why.' }));
  expect(document.querySelector('details')?.open).toBe(true);
  expect(document.activeElement).toBe(screen.getByLabelText('Why there is no decision'));
});

it('ends with a decision or without one, as the expert says', async () => {
  const on = show({ undecidedReason: 'no time', undecidedProblem: 'A word more.' });
  await userEvent.click(screen.getByRole('button', { name: 'Finish the session' }));
  expect(on.onFinish).toHaveBeenCalledOnce();
  await userEvent.type(screen.getByLabelText('Why there is no decision'), '!');
  expect(on.onUndecidedReason).toHaveBeenCalledWith('no time!');
  expect(screen.getByText('A word more.')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'End without a decision' }));
  expect(on.onFinishUndecided).toHaveBeenCalledOnce();
});
