import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EnglishTexts } from '@/components/ui/english-texts';
import type { ListedSession } from './session-list';
import { type Listing, StartPage } from './start-page';

afterEach(cleanup);

const session = (change: Partial<ListedSession> = {}): ListedSession => ({
  id: 'a',
  client: 'Harbour Hotels',
  title: 'Backups',
  at: '2026-03-02T10:00:00.000Z',
  progress: { done: 5, of: 24 },
  sync: null,
  ...change,
});
const listing = (change: Partial<Extract<Listing, { kind: 'read' }>> = {}): Listing => ({
  kind: 'read',
  unfinished: [],
  finished: [],
  unreadable: [],
  waiting: 0,
  ...change,
});

function show(of: Listing) {
  const on = { onOpen: vi.fn(), onDelete: vi.fn(), onExport: vi.fn(), onRetry: vi.fn(), onSendNow: vi.fn() };
  render(
    <EnglishTexts>
      <StartPage listing={of} notices={null} form={<i>form</i>} optionsAddress="/options.html" {...on} />
    </EnglishTexts>,
  );
  return on;
}

describe('the start', () => {
  it('lets one begin while the sessions are still being read', () => {
    show({ kind: 'loading' });
    expect(screen.getByText('Reading your sessions')).toBeTruthy();
    expect(screen.getByText('form')).toBeTruthy();
  });
  it('says why the sessions could not be read, and tries again when asked', async () => {
    const on = show({ kind: 'failed', sentence: 'The disk is full.' });
    expect(screen.getByRole('alert').textContent).toContain('The disk is full.');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(on.onRetry).toHaveBeenCalledOnce();
  });
  it('is plain about having no finished session yet', () => {
    show(listing());
    expect(screen.getByText('No finished session yet')).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'Continue' })).toBeNull();
  });
  it('lists every unfinished session with whom, and how far it is', async () => {
    const on = show(listing({ unfinished: [session(), session({ id: 'b', client: '', title: '' })] }));
    const rows = screen.getAllByRole('button').filter((one) => one.querySelector('time'));
    expect(rows.map((one) => one.textContent)).toEqual([
      expect.stringContaining('Harbour Hotels'),
      expect.stringContaining('No client named'),
    ]);
    expect(rows[0]?.textContent).toContain('5 of 24 questions');
    await userEvent.click(rows[1] as HTMLElement);
    expect(on.onOpen).toHaveBeenCalledWith('b');
  });
  it('lets one delete any of them by itself, named so that it cannot be mistaken', async () => {
    const on = show(listing({ unfinished: [session()], finished: [session({ id: 'b', client: '' })] }));
    await userEvent.click(screen.getByRole('button', { name: /^Delete Harbour Hotels, .*2026/ }));
    await userEvent.click(screen.getByRole('button', { name: /^Delete No client named, .*2026/ }));
    expect(on.onDelete.mock.calls).toEqual([['a'], ['b']]);
    expect(on.onOpen).not.toHaveBeenCalled();
  });
  it('says of a finished session where it is, and never how it was decided', () => {
    show(
      listing({
        finished: [
          session({ id: '1', progress: null, sync: { kind: 'on-device' } }),
          session({ id: '2', progress: null, sync: { kind: 'waiting', attempts: 1 } }),
          session({ id: '3', progress: null, sync: { kind: 'with-team', revision: 4, at: 1 } }),
          session({ id: '4', progress: null, sync: { kind: 'refused', code: 'forbidden', sentence: 'No.' } }),
        ],
        waiting: 2,
      }),
    );
    const words = [...document.querySelectorAll('[data-sync]')].map((one) => one.textContent);
    expect(words).toEqual([
      'Waiting for the network (2)',
      'On this device',
      'Waiting for the network',
      'With your team',
      'Not accepted by your team’s server',
    ]);
    expect(document.body.textContent).not.toMatch(/\b(yes|no|not yet)\b(?! finished)/i);
  });
  it('sends at once what waits when asked, and offers that only while something waits', async () => {
    const on = show(listing({ waiting: 1 }));
    await userEvent.click(screen.getByRole('button', { name: 'Send now' }));
    expect(on.onSendNow).toHaveBeenCalledOnce();
    cleanup();
    show(listing());
    expect(screen.queryByRole('button', { name: 'Send now' })).toBeNull();
  });
  it('keeps a session that it cannot open, and gives it out as a file', async () => {
    const on = show(listing({ unreadable: [{ id: 'x', client: 'Acme' }] }));
    expect(screen.getByText('A session with Acme cannot be opened')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Export as a file' }));
    expect(on.onExport).toHaveBeenCalledWith('x');
  });
});
