import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EnglishTexts } from '@/components/ui/english-texts';
import type { SyncState } from '@/lib/storage/outbox-entry';
import { SummaryView } from './summary-view';

afterEach(cleanup);

function show(
  sync: SyncState | null,
  onCopy = vi.fn(async (_form: 'markdown' | 'text') => {}),
  onCalendar: (() => void) | null = vi.fn(),
) {
  const on = {
    onWithNotes: vi.fn(),
    onPrint: vi.fn(),
    onCalendar,
    onReopen: vi.fn(),
    onDelete: vi.fn(),
    onExport: vi.fn(),
    onSendAgain: vi.fn(),
  };
  render(
    <EnglishTexts>
      <SummaryView sync={sync} onCopy={onCopy} withNotes summary={[{ kind: 'text', text: 'the paper' }]} {...on}>
        <p>the session</p>
      </SummaryView>
    </EnglishTexts>,
  );
  return { ...on, onCopy };
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

describe('a finished session', () => {
  it('can be copied in both forms, and says so', async () => {
    const { onCopy } = show({ kind: 'on-device' });
    await press('Copy as Markdown');
    expect(await screen.findByText('Copied as Markdown.')).toBeTruthy();
    await press('Copy as text');
    expect(await screen.findByText('Copied as text.')).toBeTruthy();
    expect(onCopy.mock.calls.map(([form]) => form)).toEqual(['markdown', 'text']);
  });
  it('says so when the browser does not let it copy', async () => {
    show(
      { kind: 'on-device' },
      vi.fn(() => Promise.reject(new Error('denied'))),
    );
    await press('Copy as text');
    expect(await screen.findByText(/did not let the panel copy/)).toBeTruthy();
  });
  it('is there to read, with the notes or without them, and its flags when they are asked for', async () => {
    const on = show(null);
    expect(screen.getByText('the paper')).toBeTruthy();
    await userEvent.click(screen.getByLabelText('With your notes and why a question was skipped'));
    expect(on.onWithNotes).toHaveBeenCalledWith(false);
    expect(screen.getByText('the session').closest('details')?.open).toBe(false);
  });
  it('can be printed and opened again', async () => {
    const on = show({ kind: 'on-device' });
    await press('Print');
    await press('Open it again');
    expect(on.onPrint).toHaveBeenCalledOnce();
    expect(on.onReopen).toHaveBeenCalledOnce();
  });
  it('gives its agreed days as a calendar file, when there are any', async () => {
    const { onCalendar } = show(null);
    await press('Calendar file');
    expect(onCalendar).toHaveBeenCalledOnce();
    cleanup();
    show(null, undefined, null);
    expect(screen.queryByRole('button', { name: 'Calendar file' })).toBeNull();
  });
  it('is deleted only after asking, and says from where', async () => {
    const on = show({ kind: 'with-team', revision: 3, at: 1 });
    await press('Delete');
    expect(on.onDelete).not.toHaveBeenCalled();
    expect(screen.getByText('It is deleted from this device, and from your team’s server too.')).toBeTruthy();
    await press('Delete it');
    expect(on.onDelete).toHaveBeenCalledOnce();
  });
  it('says that only this device loses it when no team has it', async () => {
    show({ kind: 'on-device' });
    await press('Delete');
    expect(screen.getByText('It is deleted from this device, with its notes and its decision.')).toBeTruthy();
    await press('Cancel');
    expect(screen.queryByRole('button', { name: 'Delete it' })).toBeNull();
  });
});

describe('what became of sending it', () => {
  it('is told politely in words', () => {
    show({ kind: 'with-team', revision: 3, at: 1 });
    expect(screen.getByText('With your team').closest('[role=status]')).toBeTruthy();
  });
  it('says how often it was tried', () => {
    show({ kind: 'waiting', attempts: 2 });
    expect(screen.getByText('Tried 2 times so far.')).toBeTruthy();
  });
  it('is tried at once when asked', async () => {
    const on = show({ kind: 'waiting', attempts: 1 });
    await press('Send now');
    expect(on.onSendAgain).toHaveBeenCalledOnce();
  });
  it('gives the reason of a refusal, a file, and another try', async () => {
    const on = show({ kind: 'refused', code: 'clock-skew', sentence: 'The clock of this device is wrong.' });
    expect(screen.getByRole('alert').textContent).toContain('The clock of this device is wrong.');
    await press('Try again');
    await press('Export as a file');
    expect(on.onSendAgain).toHaveBeenCalledOnce();
    expect(on.onExport).toHaveBeenCalledOnce();
  });
  it('says nothing while it is not known', () => {
    show(null);
    expect(document.querySelector('[data-sync]')).toBeNull();
    expect(screen.getByText('the session')).toBeTruthy();
  });
});
