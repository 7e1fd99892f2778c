// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EXPERT, openAt, type Replies } from '../test-app';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const DEVICE = {
  id: 'd-1',
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36',
  teamId: 't-1',
  connectedAt: '2026-03-01T09:00:00.000Z',
  expiresAt: '2026-08-28T09:00:00.000Z',
};
const open = (more: Replies = {}) =>
  openAt('/devices', { 'GET /api/me': [200, EXPERT], 'GET /api/devices': [200, { devices: [DEVICE] }], ...more });

describe('the signed-in side panels', () => {
  it('are named by their browser, with the team and until when', async () => {
    open();
    const row = (await screen.findByText('Chrome on Linux')).closest('li');
    expect(row?.textContent).toContain('Northwind');
    expect(row?.querySelector(`time[datetime="${DEVICE.expiresAt}"]`)).toBeTruthy();
  });

  it('are gone when revoked', async () => {
    const { asked, answers } = open({ 'DELETE /api/devices/d-1': [204] });
    const revoke = await screen.findByRole('button', { name: 'Revoke Chrome on Linux' });
    answers['GET /api/devices'] = [200, { devices: [] }];
    await userEvent.click(revoke);
    expect(await screen.findByText('No side panel is signed in')).toBeTruthy();
    expect(asked('DELETE', '/api/devices/d-1')).toHaveLength(1);
  });

  it('stay in the list, with a sentence, when revoking failed', async () => {
    open({ 'DELETE /api/devices/d-1': 'offline' });
    await userEvent.click(await screen.findByRole('button', { name: 'Revoke Chrome on Linux' }));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('could not be reached'));
    expect(screen.getByText('Chrome on Linux')).toBeTruthy();
  });
});
