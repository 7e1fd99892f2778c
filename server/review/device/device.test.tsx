// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EXPERT, openAt, type Replies, SIGNED_OUT } from '../test-app';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const pending: Replies = {
  'GET /api/me': [200, EXPERT],
  'GET /api/auth/device': [200, { user_code: 'ABCD2345', status: 'pending' }],
  'POST /api/auth/device/approve': [200, { success: true }],
  'POST /api/auth/device/deny': [200, { success: true }],
};
const CODE = '/device?user_code=ABCD2345';

describe('signing in a side panel', () => {
  it('shows the code to compare, for whom and for which team, and approves nothing by itself', async () => {
    const { asked } = openAt(CODE, pending);
    expect(await screen.findByText('ABCD-2345')).toBeTruthy();
    expect(screen.getByText(/finished sessions for Emil .* in the team Northwind/)).toBeTruthy();
    expect(asked('POST', '/api/auth/device/approve')).toHaveLength(0);
  });

  it('approves when told to', async () => {
    const { asked } = openAt(CODE, pending);
    await userEvent.click(await screen.findByRole('button', { name: 'Approve' }));
    expect(await screen.findByText('The side panel is signed in')).toBeTruthy();
    expect(asked('POST', '/api/auth/device/approve')[0]?.body).toEqual({ userCode: 'ABCD2345' });
  });

  it('refuses when told to', async () => {
    openAt(CODE, pending);
    await userEvent.click(await screen.findByRole('button', { name: 'Refuse' }));
    expect(await screen.findByText('The code was refused')).toBeTruthy();
  });

  it.each(['ABCD-2345', 'abcd2345', 'abcd-2345'])('takes a code typed as %s', async (typed) => {
    openAt('/device', pending);
    await userEvent.type(await screen.findByLabelText('Code'), `${typed}{Enter}`);
    expect(await screen.findByText('ABCD-2345')).toBeTruthy();
    expect(location.search).toBe('?user_code=ABCD2345');
  });

  it('asks who one is first, and comes back with the code', async () => {
    openAt(CODE, { ...pending, 'GET /api/me': SIGNED_OUT });
    expect(await screen.findByLabelText('Password')).toBeTruthy();
    expect(new URLSearchParams(location.search).get('to')).toBe(CODE);
  });

  it('says that a code does not work, and how to get on', async () => {
    const unknown: Replies[string] = [400, { code: 'sign-in', title: 'Invalid user code' }];
    openAt(CODE, { ...pending, 'GET /api/auth/device': unknown });
    expect(await screen.findByText('This code does not work')).toBeTruthy();
    await userEvent.click(screen.getByRole('link', { name: 'Type another code' }));
    expect(await screen.findByLabelText('Code')).toBeTruthy();
  });

  it('says in a sentence that approving failed', async () => {
    openAt(CODE, {
      ...pending,
      'POST /api/auth/device/approve': [403, { code: 'forbidden', title: 'Someone else opened it.' }],
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Approve' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Someone else opened it.');
  });
});
