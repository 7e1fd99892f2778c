// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EXPERT, openAt, type Replies, SIGNED_OUT } from '../test-app';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const INVITATION = { team: { name: 'Northwind' }, role: 'expert', expiresAt: '2026-12-01T00:00:00.000Z' };
const seen: Replies = { 'GET /api/invitations/tok': [200, INVITATION] };
const nobodyYet = { ...EXPERT, team: null, teams: [] };

/** Who is signed in, if anyone, and whether they have joined. */
function open(start: 'nobody' | 'someone') {
  let state: 'nobody' | 'someone' | 'member' = start;
  return openAt('/join/tok', {
    ...seen,
    'GET /api/me': () => (state === 'nobody' ? SIGNED_OUT : [200, state === 'member' ? EXPERT : nobodyYet]),
    'POST /api/auth/sign-up/email': () => {
      state = 'member';
      return [200, {}];
    },
    'POST /api/auth/sign-in/email': () => {
      state = 'someone';
      return [200, {}];
    },
    'POST /api/invitations/tok/accept': () => {
      state = 'member';
      return [200, { id: 't-1', name: 'Northwind', role: 'expert' }];
    },
  });
}

describe('an invitation', () => {
  it('says to which team and as what before anything is asked', async () => {
    open('nobody');
    expect(await screen.findByRole('heading', { level: 1, name: 'Join Northwind' })).toBeTruthy();
    expect(screen.getByText('You are invited to Northwind as expert.')).toBeTruthy();
  });

  it('is taken with a new account in one go', async () => {
    const { asked } = open('nobody');
    await userEvent.type(await screen.findByLabelText('Your name'), 'Emil');
    await userEvent.type(screen.getByLabelText('E-mail address'), 'emil@example.test');
    await userEvent.type(screen.getByLabelText('Password'), 'a calm and long password{Enter}');
    const heading = await screen.findByRole('heading', { level: 1, name: 'Welcome to Northwind' });
    expect(document.activeElement).toBe(heading);
    expect(asked('POST', '/api/auth/sign-up/email')[0]?.body).toMatchObject({
      name: 'Emil',
      email: 'emil@example.test',
      invitation: 'tok',
    });
    expect(asked('POST', '/api/invitations/tok/accept')).toHaveLength(0);
  });

  it('is taken with an account that is there, after one more look at who that is', async () => {
    open('nobody');
    await userEvent.click(await screen.findByLabelText('I have one'));
    await userEvent.type(screen.getByLabelText('E-mail address'), 'emil@example.test');
    await userEvent.type(screen.getByLabelText('Password'), 'a calm and long password{Enter}');
    expect(await screen.findByText('You are signed in as Emil (lea@example.test).')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Join the team' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Welcome to Northwind' })).toBeTruthy();
  });

  it('is taken by who is signed in already', async () => {
    const { asked } = open('someone');
    await userEvent.click(await screen.findByRole('button', { name: 'Join the team' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Welcome to Northwind' })).toBeTruthy();
    expect(asked('POST', '/api/invitations/tok/accept')).toHaveLength(1);
  });

  it('that was used or revoked says so and asks for nothing', async () => {
    const over: Replies[string] = [410, { code: 'invitation-over', title: 'Over.' }];
    openAt('/join/tok', { 'GET /api/me': SIGNED_OUT, 'GET /api/invitations/tok': over });
    expect(await screen.findByText('This invitation is over')).toBeTruthy();
    expect(screen.queryByLabelText('Password')).toBeNull();
  });
});
