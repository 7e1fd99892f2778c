// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EXPERT, openAt, type Replies, SIGNED_OUT } from '../test-app';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const OFF = { hasPassword: true, secondFactor: false, secondFactorNeeded: false };
const URI = 'otpauth://totp/Eitherway:emil@example.test?secret=JBSWY3DPEHPK3PXP&issuer=Eitherway';
const open = (account: object, more: Replies = {}) =>
  openAt('/account', { 'GET /api/me': [200, EXPERT], 'GET /api/account': [200, { ...OFF, ...account }], ...more });
const type = async (label: string, text: string) => userEvent.type(await screen.findByLabelText(label), text);

describe('the second factor', () => {
  it('is turned on with the password, a scan and a code, and shows its backup codes once', async () => {
    const { asked, answers } = open(OFF, {
      'POST /api/auth/two-factor/enable': [200, { totpURI: URI, backupCodes: ['aaaaa-bbbbb', 'ccccc-ddddd'] }],
      'POST /api/auth/two-factor/verify-totp': [200, {}],
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Turn it on' }));
    await type('Password', 'a calm and long password{Enter}');
    expect(await screen.findByRole('img', { name: /QR code/ })).toBeTruthy();
    expect(screen.getByText('JBSW Y3DP EHPK 3PXP')).toBeTruthy();
    expect(screen.getByRole('link', { name: /Open it in an app/ }).getAttribute('href')).toBe(URI);
    answers['GET /api/account'] = [200, { ...OFF, secondFactor: true }];
    await type('Code', '123 456{Enter}');
    expect(await screen.findByText('aaaaa-bbbbb')).toBeTruthy();
    expect(asked('POST', '/api/auth/two-factor/verify-totp')[0]?.body).toEqual({ code: '123456' });
    await userEvent.click(screen.getByRole('button', { name: 'I have kept them' }));
    expect(screen.queryByText('aaaaa-bbbbb')).toBeNull();
    expect(screen.getByRole('button', { name: 'Turn it off' })).toBeTruthy();
  });

  it('is turned off with the password, and says when that is not right', async () => {
    const problem = { code: 'invalid-password', title: 'Invalid password' };
    open({ secondFactor: true }, { 'POST /api/auth/two-factor/disable': [400, problem] });
    await userEvent.click(await screen.findByRole('button', { name: 'Turn it off' }));
    await type('Password', 'wrong{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe('This is not your password.');
  });

  it('is asked for by the team: every page of it leads here, which says why', async () => {
    openAt('/sessions', {
      'GET /api/me': [200, { ...EXPERT, secondFactorNeeded: true }],
      'GET /api/account': [200, { ...OFF, secondFactorNeeded: true }],
    });
    expect(await screen.findByText('Your team asks for a second factor')).toBeTruthy();
    expect(location.pathname).toBe('/account');
  });

  it('is the organisation’s to ask for where one signs in with it', async () => {
    open({ hasPassword: false });
    expect(await screen.findByText(/You sign in with your organisation/)).toBeTruthy();
    expect(screen.queryByLabelText('Current password')).toBeNull();
  });
});

describe('the account', () => {
  it('takes a new password, which signs out all other sign-ins', async () => {
    const { asked } = open(OFF, { 'POST /api/auth/change-password': [200, {}] });
    await type('Current password', 'a calm and long password');
    await type('New password', 'short');
    await userEvent.click(screen.getByRole('button', { name: 'Change the password' }));
    expect((await screen.findByRole('alert')).textContent).toContain('at least 10 characters');
    await type('New password', ' no more, but long');
    await userEvent.click(screen.getByRole('button', { name: 'Change the password' }));
    expect(await screen.findByText(/The password is changed/)).toBeTruthy();
    expect(asked('POST', '/api/auth/change-password').map(({ body }) => body)).toEqual([
      {
        currentPassword: 'a calm and long password',
        newPassword: 'short no more, but long',
        revokeOtherSessions: true,
      },
    ]);
  });

  it('can be signed out everywhere, here too', async () => {
    const { answers } = open(OFF, { 'POST /api/auth/revoke-sessions': [200, {}] });
    const button = await screen.findByRole('button', { name: 'Sign out everywhere' });
    answers['GET /api/me'] = SIGNED_OUT;
    await userEvent.click(button);
    await waitFor(() => expect(location.pathname).toBe('/sign-in'));
  });

  it('says that there is no network', async () => {
    open(OFF, { 'GET /api/account': 'offline' });
    expect(await screen.findByText('No connection', {}, { timeout: 5_000 })).toBeTruthy();
  });
});
