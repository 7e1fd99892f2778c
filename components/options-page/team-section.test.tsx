import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EnglishTexts } from '@/components/ui/english-texts';
import { type SignIn, TeamSection } from './team-section';

afterEach(cleanup);

const member = { name: 'Ines', email: 'ines@example.com', teamName: 'Northwind', role: 'expert' } as const;

function show(signIn: SignIn, held = 0) {
  const called = { signIn: vi.fn(), cancel: vi.fn(), signOut: vi.fn(), sendHeld: vi.fn() };
  render(
    <EnglishTexts>
      <TeamSection
        signIn={signIn}
        apiOrigin="http://localhost:8787"
        held={held}
        onSignIn={called.signIn}
        onCancel={called.cancel}
        onSignOut={called.signOut}
        onSendHeld={called.sendHeld}
      />
    </EnglishTexts>,
  );
  return called;
}

describe('signing in', () => {
  it('hands over the origin of the address, however much of it was typed', async () => {
    const called = show({ kind: 'signed-out' });
    await userEvent.clear(screen.getByLabelText('Your team’s address'));
    await userEvent.type(screen.getByLabelText('Your team’s address'), 'team.example.com/sign-in');
    await userEvent.click(screen.getByRole('button', { name: 'Sign in to your team' }));
    expect(called.signIn).toHaveBeenCalledWith('https://team.example.com');
  });
  it('says in one sentence what is wrong with an address, and asks nobody', async () => {
    const called = show({ kind: 'signed-out' });
    await userEvent.clear(screen.getByLabelText('Your team’s address'));
    await userEvent.type(screen.getByLabelText('Your team’s address'), 'http://team.example.com');
    await userEvent.click(screen.getByRole('button', { name: 'Sign in to your team' }));
    expect(screen.getByText(/begins with https/)).toBeTruthy();
    expect(called.signIn).not.toHaveBeenCalled();
  });
  it('asks once while the server is being asked', async () => {
    const called = show({ kind: 'starting' });
    await userEvent.click(screen.getByRole('button', { name: 'Asking the server…' }));
    expect(called.signIn).not.toHaveBeenCalled();
  });
  it('shows the code to compare, the page to open and a way back', async () => {
    const called = show({ kind: 'waiting', userCode: 'ABCD1234', page: 'http://localhost:8787/device' });
    expect(screen.getByTestId('user-code').textContent).toBe('ABCD-1234');
    expect(screen.getByRole('link', { name: 'Open your team’s page' }).getAttribute('href')).toContain('/device');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(called.cancel).toHaveBeenCalled();
  });
  it('keeps the form open beside what went wrong', () => {
    show({ kind: 'failed', sentence: 'The server did not answer.' });
    expect(screen.getByRole('alert').textContent).toContain('did not answer');
    expect(screen.getByRole('button', { name: 'Sign in to your team' })).toBeTruthy();
  });
  it('sends held sessions only on a word, and says how many they are', async () => {
    const called = show({ kind: 'signed-in', member }, 2);
    expect(screen.getByText('Signed in as Ines, expert, with Northwind.')).toBeTruthy();
    expect(screen.getByText('2 finished sessions are only on this device')).toBeTruthy();
    expect(called.sendHeld).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Send to Northwind' }));
    expect(called.sendHeld).toHaveBeenCalledOnce();
  });
  it('says of one held session that it is one', () => {
    show({ kind: 'signed-in', member }, 1);
    expect(screen.getByText('You finished it before signing in. It stays here unless you send it.')).toBeTruthy();
  });
  it('says nothing of held sessions when there are none', () => {
    show({ kind: 'signed-in', member });
    expect(screen.queryByRole('button', { name: /Send to/ })).toBeNull();
  });
});
