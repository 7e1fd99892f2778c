import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Button, ButtonLink } from './button';
import { Dialog } from './dialog';
import { Disclosure } from './disclosure';
import { EmptyState } from './empty-state';
import { EnglishTexts } from './english-texts';
import { Notice } from './notice';
import { Progress } from './progress';
import { Skeleton } from './skeleton';

afterEach(cleanup);

it('never sends a form by a button that does not say so', () => {
  render(<Button>Ask</Button>);
  expect(screen.getByRole<HTMLButtonElement>('button').type).toBe('button');
});

it('keeps a link a link, whatever it looks like', () => {
  render(<ButtonLink href="#team">Team</ButtonLink>);
  expect(screen.getByRole('link', { name: 'Team' }).getAttribute('href')).toBe('#team');
});

it('interrupts a screen reader only for a problem', () => {
  const { rerender } = render(<Notice title="Offline">Kept here.</Notice>);
  expect(screen.getByRole('status').textContent).toContain('Kept here.');
  rerender(<Notice tone="problem" title="Not stored" actions={<Button>Export</Button>} />);
  expect(screen.getByRole('alert').textContent).toContain('Not stored');
  expect(screen.getByRole('button', { name: 'Export' })).toBeTruthy();
});

describe('a dialog', () => {
  const dialog = (open: boolean, onClose: () => void, actions?: React.ReactNode) => (
    <EnglishTexts>
      <Dialog open={open} title="Shortcuts" onClose={onClose} actions={actions}>
        <p>Alt+Down</p>
      </Dialog>
    </EnglishTexts>
  );
  it('opens and closes as told, and is named by its title', () => {
    const { rerender } = render(dialog(false, () => {}));
    expect(screen.queryByText('Alt+Down')).toBeNull();
    rerender(dialog(true, () => {}));
    expect(screen.getByRole('dialog', { name: 'Shortcuts' }).hasAttribute('open')).toBe(true);
    rerender(dialog(false, () => {}));
    expect(screen.queryByText('Alt+Down')).toBeNull();
  });
  it('can always be left', async () => {
    const left = vi.fn();
    render(dialog(true, left, <Button kind="primary">Delete</Button>));
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(left).toHaveBeenCalled();
  });
});

it('tells when something was opened', async () => {
  const told = vi.fn();
  render(
    <Disclosure summary="Why ask this" onToggle={told}>
      <p>Because.</p>
    </Disclosure>,
  );
  await userEvent.click(screen.getByText('Why ask this'));
  await vi.waitFor(() => expect(told).toHaveBeenCalledWith(true));
});

it('states progress in words, even of nothing', () => {
  render(<Progress label="0 of 0 asked" value={0} max={0} />);
  expect(screen.getByRole('progressbar', { name: '0 of 0 asked' }).getAttribute('max')).toBe('1');
});

it('says that something is being read, and that nothing is there', () => {
  render(
    <>
      <Skeleton label="Reading" lines={2} />
      <EmptyState title="No sessions yet" action={<Button>Start</Button>}>
        <p>They stay here.</p>
      </EmptyState>
    </>,
  );
  expect(screen.getByText('Reading')).toBeTruthy();
  expect(screen.getByText('No sessions yet')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Start' })).toBeTruthy();
});
