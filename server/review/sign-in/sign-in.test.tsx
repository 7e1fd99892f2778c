// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LEAD, openAt, type Replies, SIGNED_OUT } from '../test-app';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const EMPTY_LIST: Replies = { 'GET /api/sessions': [200, { sessions: [], nextCursor: null }] };

/** An API on which nobody is signed in until `path` was posted. */
function openUntil(address: string, path: string, me: unknown, more: Replies = {}) {
  let signedIn = false;
  return openAt(address, {
    ...EMPTY_LIST,
    'GET /api/me': () => (signedIn ? [200, me] : SIGNED_OUT),
    [`POST ${path}`]: () => {
      signedIn = true;
      return [200, { user: { id: 'u' } }];
    },
    ...more,
  });
}

async function fill(fields: Record<string, string>) {
  for (const [label, text] of Object.entries(fields)) await userEvent.type(await screen.findByLabelText(label), text);
}

describe('signing in', () => {
  it('leads back to where one wanted to go', async () => {
    openUntil('/devices', '/api/auth/sign-in/email', LEAD, { 'GET /api/devices': [200, { devices: [] }] });
    await fill({ 'E-mail address': 'lea@example.test', Password: 'a calm and long password{Enter}' });
    expect(await screen.findByText('No side panel is signed in')).toBeTruthy();
    expect(location.pathname).toBe('/devices');
  });

  it('says in a sentence that the password is not right', async () => {
    const problem = { code: 'invalid-email-or-password', title: 'Invalid email or password' };
    openAt('/sign-in', { 'GET /api/me': SIGNED_OUT, 'POST /api/auth/sign-in/email': [401, problem] });
    await fill({ 'E-mail address': 'lea@example.test', Password: 'wrong{Enter}' });
    expect((await screen.findByRole('alert')).textContent).toBe('This e-mail address and password do not go together.');
  });

  it('says that there is no network, and keeps what was typed', async () => {
    openAt('/sign-in', { 'GET /api/me': SIGNED_OUT, 'POST /api/auth/sign-in/email': 'offline' });
    await fill({ 'E-mail address': 'lea@example.test', Password: 'typed{Enter}' });
    expect((await screen.findByRole('alert')).textContent).toContain('could not be reached');
    expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('typed');
  });

  it('asks for the second factor where there is one', async () => {
    const twoFactor: Replies = { 'POST /api/auth/sign-in/email': [200, { twoFactorRedirect: true }] };
    const { asked } = openUntil('/sign-in', '/api/auth/two-factor/verify-totp', LEAD, twoFactor);
    await fill({ 'E-mail address': 'lea@example.test', Password: 'a calm and long password{Enter}' });
    await fill({ Code: '123 456{Enter}' });
    expect(await screen.findByText('No sessions yet')).toBeTruthy();
    expect(asked('POST', '/api/auth/two-factor/verify-totp')[0]?.body).toEqual({ code: '123456' });
  });

  it('takes a backup code in place of the app', async () => {
    const twoFactor: Replies = { 'POST /api/auth/sign-in/email': [200, { twoFactorRedirect: true }] };
    const { asked } = openUntil('/sign-in', '/api/auth/two-factor/verify-backup-code', LEAD, twoFactor);
    await fill({ 'E-mail address': 'lea@example.test', Password: 'a calm and long password{Enter}' });
    await userEvent.click(await screen.findByRole('button', { name: /use a backup code/ }));
    await fill({ 'Backup code': 'aaaaa-bbbbb{Enter}' });
    expect(await screen.findByText('No sessions yet')).toBeTruthy();
    expect(asked('POST', '/api/auth/two-factor/verify-backup-code')[0]?.body).toEqual({ code: 'aaaaa-bbbbb' });
  });

  it('leads to the organisation by its name where one is set up, and says when that was in vain', async () => {
    const { asked } = openAt('/sign-in?to=%2Fdevices&error=access_denied', {
      'GET /api/me': SIGNED_OUT,
      'GET /api/sign-in': [200, { organisation: { name: 'Northwind' }, signUp: 'invited' }],
      'POST /api/auth/sign-in/social': [200, { url: '#at-the-organisation' }],
    });
    expect(await screen.findByText('That sign-in did not work')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Sign in with Northwind' }));
    await vi.waitFor(() =>
      expect(asked('POST', '/api/auth/sign-in/social')[0]?.body).toMatchObject({ callbackURL: '/devices' }),
    );
  });

  it('ends with signing out', async () => {
    let signedIn = true;
    openAt('/sessions', {
      ...EMPTY_LIST,
      'GET /api/me': () => (signedIn ? [200, LEAD] : SIGNED_OUT),
      'POST /api/auth/sign-out': () => {
        signedIn = false;
        return [200, {}];
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Sign out' }));
    expect(await screen.findByLabelText('Password')).toBeTruthy();
    expect(location.pathname).toBe('/sign-in');
  });
});

describe('starting a team', () => {
  const ACCOUNT = { 'Your name': 'Lea', 'E-mail address': 'lea@example.test', Password: 'a calm and long password' };

  it('makes the account and the team, once, even when the team failed at first', async () => {
    let times = 0;
    const { asked } = openUntil('/sign-in?new=team', '/api/auth/sign-up/email', LEAD, {
      'POST /api/teams': () => (++times === 1 ? 'offline' : [201, { id: 't-1', name: 'Northwind', role: 'admin' }]),
      'GET /api/team/members': [200, { members: [] }],
      'GET /api/invitations': [200, { invitations: [] }],
    });
    await fill({ 'Name of the team': 'Northwind', ...ACCOUNT });
    await userEvent.click(screen.getByRole('button', { name: 'Start the team' }));
    await screen.findByRole('alert');
    await userEvent.click(screen.getByRole('button', { name: 'Start the team' }));
    expect(await screen.findByRole('heading', { name: 'Members' })).toBeTruthy();
    expect(asked('POST', '/api/auth/sign-up/email')).toHaveLength(1);
  });

  it('says in a sentence that an account needs an invitation', async () => {
    const problem = { code: 'not-invited', title: 'An account here needs an invitation.' };
    openAt('/sign-in?new=team', { 'GET /api/me': SIGNED_OUT, 'POST /api/auth/sign-up/email': [403, problem] });
    await fill({ 'Name of the team': 'Northwind', ...ACCOUNT });
    await userEvent.click(screen.getByRole('button', { name: 'Start the team' }));
    expect((await screen.findByRole('alert')).textContent).toBe(
      'An account here needs an invitation. Please ask a lead or an admin of your team for a link.',
    );
  });

  it('says what is missing before it sends anything', async () => {
    const { asked } = openUntil('/sign-in?new=team', '/api/auth/sign-up/email', LEAD);
    await fill({ ...ACCOUNT, Password: 'short' });
    await userEvent.click(screen.getByRole('button', { name: 'Start the team' }));
    expect((await screen.findByRole('alert')).textContent).toBe('The password needs at least 10 characters.');
    expect(asked('POST', '/api/auth/sign-up/email')).toHaveLength(0);
  });

  it('is offered to who is signed in and in no team', async () => {
    openAt('/sessions', { 'GET /api/me': [200, { ...LEAD, team: null, teams: [] }] });
    expect(await screen.findByRole('heading', { name: 'You are in no team yet' })).toBeTruthy();
  });
});
