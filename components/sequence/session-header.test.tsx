import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EnglishTexts } from '@/components/ui/english-texts';
import { Clock } from './clock';
import { SessionHeader } from './session-header';
import { SHORTCUTS } from './shortcuts';
import { ShortcutsDialog } from './shortcuts-dialog';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the clock', () => {
  function show(planned: number) {
    vi.useFakeTimers({ now: new Date('2026-03-02T10:12:00Z') });
    const started = Date.parse('2026-03-02T10:00:00Z');
    const elapsed = vi.fn((now: string) => Math.floor((Date.parse(now) - started) / 60_000));
    render(
      <EnglishTexts>
        <Clock elapsed={elapsed} planned={planned} />
      </EnglishTexts>,
    );
    return elapsed;
  }
  it('says the minutes gone and planned, and goes on once a minute', () => {
    show(45);
    expect(screen.getByText('12 of 45 min')).toBeTruthy();
    act(() => vi.advanceTimersByTime(59_000));
    expect(screen.getByText('12 of 45 min')).toBeTruthy();
    act(() => vi.advanceTimersByTime(1_000));
    expect(screen.getByText('13 of 45 min')).toBeTruthy();
  });
  it('goes past the planned end without a fuss', () => {
    show(10);
    expect(screen.getByText('12 of 10 min')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
  it('says only the minutes gone where none are planned', () => {
    show(0);
    expect(screen.getByText('12 minutes')).toBeTruthy();
  });
  it('can be put away, stands still meanwhile, and comes back right', () => {
    const elapsed = show(45);
    act(() => screen.getByRole('button', { name: 'Hide clock' }).click());
    expect(screen.queryByText(/min$/)).toBeNull();
    const asked = elapsed.mock.calls.length;
    act(() => vi.advanceTimersByTime(180_000));
    expect(elapsed.mock.calls.length).toBe(asked);
    act(() => screen.getByRole('button', { name: 'Show clock' }).click());
    expect(screen.getByText('15 of 45 min')).toBeTruthy();
  });
});

describe('the header', () => {
  function show(part: 'sequence' | 'decide' | null, client = 'Harbour Hotels') {
    const on = { onBack: vi.fn(), onPart: vi.fn(), onEdit: part ? vi.fn() : null, onShortcuts: vi.fn() };
    render(
      <EnglishTexts>
        <SessionHeader client={client} title="Backups" part={part} aside={<i>saved</i>} {...on} />
      </EnglishTexts>,
    );
    return on;
  }
  it('says whose session it is, even when nobody was named', () => {
    show('sequence');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Harbour Hotels Backups');
    cleanup();
    show('sequence', '');
    expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('No client named');
  });
  it('leads to both parts, back to all sessions, and to the keys', async () => {
    const on = show('sequence');
    expect(screen.getByRole('button', { name: 'Questions' }).getAttribute('aria-current')).toBe('page');
    await userEvent.click(screen.getByRole('button', { name: 'Decide together' }));
    expect(on.onPart).toHaveBeenCalledWith('decide');
    await userEvent.click(screen.getByRole('button', { name: 'All sessions' }));
    expect(on.onBack).toHaveBeenCalledOnce();
    await userEvent.click(screen.getByRole('button', { name: 'Keyboard shortcuts' }));
    expect(on.onShortcuts).toHaveBeenCalledOnce();
  });
  it('offers to change whom the session is with', async () => {
    const on = show('decide');
    await userEvent.click(screen.getByRole('button', { name: 'Edit client, title and people' }));
    expect(on.onEdit).toHaveBeenCalledOnce();
  });
  it('has no parts, and nothing to change, once the session is finished', () => {
    show(null);
    expect(screen.queryByRole('navigation')).toBeNull();
    expect(screen.queryByRole('button', { name: /^Edit/ })).toBeNull();
  });
});

it('lists every shortcut in the dialog', () => {
  render(
    <EnglishTexts>
      <ShortcutsDialog open onClose={() => {}} />
    </EnglishTexts>,
  );
  for (const { keys } of SHORTCUTS) expect(screen.getByText(keys).tagName).toBe('KBD');
});
