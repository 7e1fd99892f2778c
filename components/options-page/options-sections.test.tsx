import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EnglishTexts } from '@/components/ui/english-texts';
import { DataSection, type Kept } from './data-section';
import { FlagsSection } from './flags-section';
import { ShortcutsSection } from './shortcuts-section';

afterEach(cleanup);

const kept: Kept = { sessions: 3, waiting: 1, megabytes: 1.25, persistent: false };

function showData(outcome: 'exported' | 'deleted' | 'failed' | null = null, page: string | null = null) {
  const called = { exported: vi.fn(), deleted: vi.fn() };
  render(
    <EnglishTexts>
      <DataSection
        kept={kept}
        outcome={outcome}
        stillSignedIn={page}
        onExport={called.exported}
        onDelete={called.deleted}
      />
    </EnglishTexts>,
  );
  return called;
}

describe('what is stored', () => {
  it('says how much is here and whether the browser keeps it', () => {
    showData();
    expect(
      screen.getByText(/3 sessions are on this device\. Eitherway takes 1\.3 MB here\. If the disk runs full/),
    ).toBeTruthy();
  });
  it('asks before it deletes, names what would be lost, and offers an export', async () => {
    const called = showData();
    await userEvent.click(screen.getByRole('button', { name: 'Delete all my data here' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/One finished session has not reached your team/)).toBeTruthy();
    await userEvent.click(dialog.getByRole('button', { name: 'Export first' }));
    expect(called.exported).toHaveBeenCalledOnce();
    expect(called.deleted).not.toHaveBeenCalled();
    await userEvent.click(dialog.getByRole('button', { name: 'Delete everything' }));
    expect(called.deleted).toHaveBeenCalledOnce();
  });
  it('deletes nothing when one thinks better of it', async () => {
    const called = showData();
    await userEvent.click(screen.getByRole('button', { name: 'Delete all my data here' }));
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(called.deleted).not.toHaveBeenCalled();
  });
  it.each([
    ['exported', /Exported as a file/],
    ['deleted', /is deleted/],
    ['failed', /Nothing was changed/],
  ] as const)('says so when it %s', (outcome, words) => {
    showData(outcome);
    expect(screen.getByText(words)).toBeTruthy();
  });
  it('says where to end the sign-in when the team’s server could not be told', () => {
    showData('deleted', 'https://team.example.com/devices');
    expect(screen.getByRole('alert').textContent).toMatch(/could not be told .*signed out/);
    expect(screen.getByRole('link').getAttribute('href')).toBe('https://team.example.com/devices');
  });
});

it('sets how readily the panel flags', async () => {
  const changed = vi.fn();
  render(
    <EnglishTexts>
      <FlagsSection value="normal" onChange={changed} />
    </EnglishTexts>,
  );
  await userEvent.click(screen.getByRole('radio', { name: /^Quiet/ }));
  expect(changed).toHaveBeenCalledWith('quiet');
});

describe('the shortcuts', () => {
  it('name the keys that open the panel, as the browser has them', () => {
    render(<ShortcutsSection openKeys="Alt+Shift+E" />, { wrapper: EnglishTexts });
    expect(screen.getByText('Alt+Shift+E opens the panel.')).toBeTruthy();
  });
  it('say so when no keys are set', () => {
    render(<ShortcutsSection openKeys={null} />, { wrapper: EnglishTexts });
    expect(screen.getByText(/No keys open the panel/)).toBeTruthy();
  });
});
