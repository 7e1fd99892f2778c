// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ADMIN, LEAD, openAt, type Replies } from '../test-app';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const SET = {
  shareAfterHours: 24,
  retentionMonths: null,
  retentionFrom: null,
  sensitivity: null,
  neverFlagged: [],
  requireTwoFactor: false,
};
const open = (more: Replies = {}) =>
  openAt('/team/security', {
    'GET /api/me': [200, ADMIN],
    'GET /api/team/settings': [200, SET],
    'GET /api/team/settings/retention': [200, { before: '2025-03-02T12:00:00.000Z', sessions: 7 }],
    'GET /api/team/deletion': [200, { deleteAfter: null, askedBy: null }],
    'GET /api/account': [200, { hasPassword: true, secondFactor: false, secondFactorNeeded: false }],
    ...more,
  });

describe('security and data of a team', () => {
  it('is for its admins', async () => {
    open({ 'GET /api/me': [200, LEAD] });
    expect(await screen.findByText('This page is for the admins of the team.')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Delete the team' })).toBeNull();
  });

  it('leads an admin without a second factor to it before they ask it of all', async () => {
    const problem = { code: 'second-factor-needed', title: 'Please turn your own second factor on first.' };
    open({ 'PATCH /api/team/settings': [403, problem] });
    await userEvent.click(await screen.findByLabelText('Every member needs a second factor'));
    expect((await screen.findByRole('alert')).textContent).toContain('your own second factor on first');
    expect(screen.getByRole('link', { name: 'Your account' })).toBeTruthy();
  });

  it('says what would be deleted, and when, before a time is saved', async () => {
    const { asked } = open({
      'PATCH /api/team/settings': [200, { ...SET, retentionMonths: 12, retentionFrom: '2026-03-09T12:00:00.000Z' }],
    });
    await userEvent.selectOptions(await screen.findByLabelText('Delete sessions after'), '12');
    expect(await screen.findByText(/7 sessions are that old now/)).toBeTruthy();
    expect(screen.getByText(/seven days after you save/)).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/They are deleted from/)).toBeTruthy();
    expect(asked('PATCH', '/api/team/settings')[0]?.body).toEqual({ retentionMonths: 12 });
  });

  it('offers all data as a file, and says how decisions stand in it', async () => {
    open();
    const link = await screen.findByRole('link', { name: 'Download all data' });
    expect(link.getAttribute('href')).toBe('/api/team/export');
    expect(screen.getByText(/no share of yes can be made of it for anyone/)).toBeTruthy();
  });

  it('deletes the team only with its name and the password, and can be taken back', async () => {
    const coming = { deleteAfter: '2026-03-09T12:00:00.000Z', askedBy: 'Ada' };
    const { asked } = open({
      'POST /api/team/deletion': [200, coming],
      'DELETE /api/team/deletion': [200, { deleteAfter: null, askedBy: null }],
    });
    await userEvent.type(await screen.findByLabelText('Type the name of the team: Northwind'), 'North');
    await userEvent.type(screen.getByLabelText('Password'), 'a calm and long password{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe('This is not the name of the team.');
    await userEvent.type(screen.getByLabelText(/Type the name/), 'wind{Enter}');
    expect(await screen.findByText('The team will be deleted')).toBeTruthy();
    expect(asked('POST', '/api/team/deletion').map(({ body }) => body)).toEqual([
      { name: 'Northwind', password: 'a calm and long password' },
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Keep the team' }));
    await waitFor(() => expect(screen.queryByText('The team will be deleted')).toBeNull());
  });
});
