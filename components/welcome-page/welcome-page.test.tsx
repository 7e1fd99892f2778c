import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EnglishTexts } from '@/components/ui/english-texts';
import { WelcomePage } from './welcome-page';

afterEach(cleanup);

function show(openPanel: () => Promise<void> = vi.fn(async () => {}), shortcut: string | null = 'Alt+Shift+E') {
  render(
    <EnglishTexts>
      <WelcomePage teamAddress="/options.html#team" shortcut={shortcut} openPanel={openPanel} />
    </EnglishTexts>,
  );
  return openPanel;
}
const open = () => userEvent.click(screen.getByTestId('open-panel'));

describe('the welcome page', () => {
  it('says in three points what the panel is, and draws it', () => {
    show();
    expect(screen.getAllByRole('listitem').length).toBe(3);
    expect(screen.getByRole('img', { name: /yes, no and not yet as three equal choices/ })).toBeTruthy();
  });
  it('opens the panel in the click itself', async () => {
    const openPanel = show();
    screen.getByTestId('open-panel').click();
    expect(openPanel).toHaveBeenCalledOnce();
  });
  it('says what to do when the browser does not open it, until it does', async () => {
    const openPanel = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new Error('no gesture')).mockResolvedValue();
    show(openPanel);
    await open();
    expect((await screen.findByRole('alert')).textContent).toContain('Click the Eitherway icon');
    await open();
    await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });
  it('leads to the team, or goes on without one', async () => {
    show();
    expect(screen.getByRole('link', { name: 'Sign in to your team' }).getAttribute('href')).toBe('/options.html#team');
    await userEvent.click(screen.getByRole('button', { name: 'Go on without a team' }));
    expect(screen.getByText(/You can sign in later/)).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByTestId('open-panel'));
  });
  it('names the keys that the browser really has, or that there are none', () => {
    show();
    expect(screen.getByText(/press Alt\+Shift\+E/)).toBeTruthy();
    cleanup();
    show(undefined, null);
    expect(screen.getByText(/You can set a keyboard shortcut/)).toBeTruthy();
  });
});
