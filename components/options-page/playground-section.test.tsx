import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EnglishTexts, englishTexts as t } from '@/components/ui/english-texts';
import type { Flag } from '@/lib/pitch/flag';
import { StageKind } from '@/lib/playbooks/playbook';
import type { Finding } from './playground-finding';
import { MOST_TRIED, PlaygroundSection, type Trial, type TrialState } from './playground-section';
import { STAGE_NAME } from './stage-name';

afterEach(cleanup);

function aFinding(line: number, patch: Partial<Flag> = {}): Finding {
  const flag: Flag = {
    from: 0,
    to: 10,
    category: 'manipulation',
    why: 'This plays on a feeling.',
    ask: 'What do you need to know from us?',
    sureness: 0.834,
    part: { kind: 'rule', id: 'price-anchor' },
    engine: 'rules-1+model-2',
  };
  return { line, piece: `anchor ${line}`, flag: { ...flag, ...patch } };
}

function show(state: TrialState, trial: Partial<Trial> = {}) {
  const called = { changed: vi.fn(), again: vi.fn() };
  const view = (now: TrialState) => (
    <EnglishTexts>
      <PlaygroundSection
        trial={{ text: 'anchor 480', sensitivity: 'normal', stage: null, ...trial }}
        state={now}
        onChange={called.changed}
        onTryAgain={called.again}
      />
    </EnglishTexts>
  );
  const { rerender } = render(view(state));
  return { ...called, become: (next: TrialState) => rerender(view(next)) };
}
const found = (...findings: Finding[]): TrialState => ({ kind: 'found', findings, busy: false });
const status = () => screen.getByRole('status').textContent;
const titles = () => screen.queryAllByRole('heading', { level: 3 });

describe('a flag of a line that is tried', () => {
  it('has its line, its words, the reason, a question to ask instead, how sure and which rule found it', () => {
    show(found(aFinding(2)));
    const item = within(screen.getByRole('listitem'));
    expect(item.getByRole('heading').textContent).toBe('Manipulation Line 2');
    for (const words of ['anchor 2', 'This plays on a feeling.', /What do you need to know from us/])
      expect(item.getByText(words)).toBeTruthy();
    expect(
      item.getByText(/About 83 of 100 such lines are agenda-driven\. Found by the rule price-anchor\./),
    ).toBeTruthy();
  });
  it('names the learned model with its version when no rule found it', () => {
    show(found(aFinding(1, { part: { kind: 'model', id: 'lines-4' } })));
    expect(screen.getByText(/Found by the learned model, version lines-4\./)).toBeTruthy();
  });
  it.each([
    [1, 99],
    [0.001, 1],
  ])('is never said to be certain: %s is about %s of 100', (sureness, number) => {
    show(found(aFinding(1, { sureness })));
    expect(screen.getByText(new RegExp(`About ${number} of 100`))).toBeTruthy();
  });
});

describe('the state of a trial', () => {
  it('says, while it is empty, what to paste and that nothing leaves the device', () => {
    show({ kind: 'empty' });
    expect(screen.getByText(/Nothing of it leaves this device, and nothing is kept/)).toBeTruthy();
    expect(status()).toBe('');
  });
  it('is told to a screen reader as it changes', () => {
    const { become } = show({ kind: 'loading' });
    const told = screen.getByRole('status');
    expect(status()).toBe('Looking…');
    become(found());
    expect(status()).toBe('No agenda found.');
    become(found(aFinding(1)));
    expect(status()).toBe('One flag.');
    become(found(aFinding(1), aFinding(3)));
    expect(status()).toBe('2 flags.');
    expect(screen.getByRole('status')).toBe(told);
  });
  it('marks flags of earlier lines as being worked on', () => {
    const { become } = show(found(aFinding(1)));
    expect(screen.getByRole('list').getAttribute('aria-busy')).toBe('false');
    become({ kind: 'found', findings: [aFinding(1)], busy: true });
    expect(screen.getByRole('list').getAttribute('aria-busy')).toBe('true');
  });
  it('can be tried again when it failed, and the keyboard stays in the section', async () => {
    const { again } = show({ kind: 'failed' });
    expect(screen.getByRole('alert').textContent).toContain('could not be worked out');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(again).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(screen.getByRole('status'));
  });
  it('shows many flags fifty at a time, and goes on with the keyboard at the first new one', async () => {
    show(found(...Array.from({ length: 120 }, (_, index) => aFinding(index + 1))));
    expect(status()).toBe('120 flags.');
    expect(titles()).toHaveLength(50);
    await userEvent.click(screen.getByRole('button', { name: 'Show 50 more flags' }));
    expect(titles()).toHaveLength(100);
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Manipulation Line 51'));
    await userEvent.click(screen.getByRole('button', { name: 'Show 20 more flags' }));
    expect(titles()).toHaveLength(120);
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Manipulation Line 101'));
    expect(screen.queryByRole('button', { name: /more flag/ })).toBeNull();
  });
});

describe('what is tried', () => {
  it('goes to no spelling service and is not filled in again by the browser', () => {
    show({ kind: 'empty' });
    const field = screen.getByRole('textbox', { name: 'Lines of a note' });
    expect(field.getAttribute('spellcheck')).toBe('false');
    expect(field.getAttribute('autocomplete')).toBe('off');
  });
  it('ends at 20,000 characters and says so', async () => {
    const { changed } = show({ kind: 'empty' }, { text: 'a'.repeat(MOST_TRIED) });
    expect(screen.getByText(/The field is full/)).toBeTruthy();
    const field = screen.getByRole<HTMLTextAreaElement>('textbox');
    field.removeAttribute('maxlength');
    await userEvent.type(field, 'b');
    expect(changed).toHaveBeenCalledWith({ text: 'a'.repeat(MOST_TRIED) });
  });
  it('can stand under any stage, or none, at any sensitivity', async () => {
    const { changed } = show({ kind: 'empty' }, { stage: 'cost' });
    const stages = screen.getByRole('combobox', { name: 'Stage of the talk' });
    const names = within(stages)
      .getAllByRole('option')
      .map((option) => option.textContent);
    expect(names).toEqual(['None', ...StageKind.options.map((stage) => t(STAGE_NAME[stage]))]);
    await userEvent.selectOptions(stages, 'Options');
    expect(changed).toHaveBeenLastCalledWith({ stage: 'options' });
    await userEvent.selectOptions(stages, 'None');
    expect(changed).toHaveBeenLastCalledWith({ stage: null });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'How readily to flag here' }), 'Strict');
    expect(changed).toHaveBeenLastCalledWith({ sensitivity: 'strict' });
  });
});
