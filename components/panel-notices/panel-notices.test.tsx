import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EnglishTexts } from '@/components/ui/english-texts';
import { CrashBoundary } from './crash-boundary';
import { PanelNotices, type PanelTrouble } from './panel-notices';

afterEach(cleanup);

describe('the notices', () => {
  const calm: PanelTrouble = { offline: false, storageFailed: false, conflict: null };
  const show = (trouble: Partial<PanelTrouble>) => {
    const on = { onExport: vi.fn(), onConflictSeen: vi.fn() };
    render(
      <EnglishTexts>
        <PanelNotices trouble={{ ...calm, ...trouble }} {...on} />
      </EnglishTexts>,
    );
    return on;
  };
  it('are silent while all is well', () => {
    show({});
    expect(screen.queryByRole('status')).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });
  it('say that nothing is lost without the network', () => {
    show({ offline: true });
    expect(screen.getByRole('status').textContent).toContain('kept on this device');
  });
  it('offer the session as a file when the device does not store it', async () => {
    const { onExport } = show({ storageFailed: true });
    await userEvent.click(screen.getByRole('button', { name: 'Export as a file' }));
    expect(onExport).toHaveBeenCalled();
  });
  it('say where the typed words went when two windows met, until that was read', async () => {
    const { onConflictSeen } = show({ conflict: 'changed' });
    expect(screen.getByRole('alert').textContent).toContain('copy');
    await userEvent.click(screen.getByRole('button', { name: 'Understood' }));
    expect(onConflictSeen).toHaveBeenCalled();
  });
  it('say one thing only where the session was deleted in another window', () => {
    show({ conflict: 'deleted' });
    const said = screen.getByRole('alert').textContent ?? '';
    expect(said).toContain('This session was deleted in another window');
    expect(said).toContain('goes on in a copy');
    expect(said).not.toContain('changed in another window');
    expect(said).not.toContain('Both are in your list');
  });
});

let broken = true;
function Fragile() {
  if (broken) throw new Error('the list is not a list');
  return <p>All notes</p>;
}

describe('a part that fails', () => {
  const show = (onExport: () => Promise<void>, onCrash = vi.fn()) =>
    render(
      <EnglishTexts>
        <CrashBoundary onCrash={onCrash} onExport={onExport}>
          <Fragile />
        </CrashBoundary>
      </EnglishTexts>,
    );
  beforeEach(() => {
    broken = true;
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterEach(() => vi.restoreAllMocks());

  it('says that the notes are kept, what happened, and comes back when asked', async () => {
    const told = vi.fn();
    show(async () => {}, told);
    expect(screen.getByRole('alert').textContent).toContain('Your notes are kept');
    expect(screen.getByRole('alert').textContent).toContain('the list is not a list');
    expect(told).toHaveBeenCalledOnce();
    broken = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(screen.getByText('All notes')).toBeTruthy();
  });
  it('says so when even the export does not work', async () => {
    show(() => Promise.reject(new Error('no disk')));
    await userEvent.click(screen.getByRole('button', { name: 'Export as a file' }));
    expect(await screen.findByText(/export did not work/i)).toBeTruthy();
  });
});
