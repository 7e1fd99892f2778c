// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { idOf } from '@/test/fixtures';
import { ADMIN, EXPERT, openAt, type Replies } from '../test-app';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const line = (n: number, action: string, more: object = {}) => ({
  id: idOf(n),
  at: '2026-03-02T12:00:00.000Z',
  actor: { id: 'u-1', name: '<b>Ada</b>' },
  action,
  target: '',
  targetName: null,
  details: {},
  ...more,
});
const open = (more: Replies = {}, address = '/team/audit') =>
  openAt(address, {
    'GET /api/me': [200, ADMIN],
    'GET /api/team/members': [200, { members: [] }],
    'GET /api/audit': ({ query }) => [
      200,
      query.get('cursor')
        ? { entries: [line(2, 'team-renamed')], nextCursor: null }
        : { entries: [line(1, 'session-read', { target: idOf(9) })], nextCursor: 'next' },
    ],
    ...more,
  });

describe('who did what', () => {
  it('names person and deed, leads to the session, and goes on to older lines', async () => {
    open();
    expect(await screen.findByText('<b>Ada</b>')).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Session' }).getAttribute('href')).toBe(`/sessions/${idOf(9)}`);
    await userEvent.click(screen.getByRole('button', { name: 'Show older ones' }));
    await waitFor(() => expect(screen.getAllByRole('listitem').length).toBe(2));
  });

  it('is filtered by what the address says, and so is its file', async () => {
    const { asked } = open({}, '/team/audit?action=team-renamed');
    await waitFor(() => expect(asked('GET', '/api/audit')[0]?.query.get('action')).toBe('team-renamed'));
    await userEvent.selectOptions(screen.getByLabelText('What'), 'joined');
    await waitFor(() => expect(location.search).toBe('?action=member-joined'));
    const file = screen.getByRole('link', { name: 'Download as CSV' });
    expect(file.getAttribute('href')).toBe('/api/audit/export?action=member-joined');
  });

  it('says when there is nothing, and that experts do not see it', async () => {
    open({ 'GET /api/audit': [200, { entries: [], nextCursor: null }] });
    expect(await screen.findByText('Nothing was written down for this')).toBeTruthy();
    cleanup();
    const { asked } = open({ 'GET /api/me': [200, EXPERT] });
    expect(await screen.findByText('This page is for the admins of the team.')).toBeTruthy();
    expect(asked('GET', '/api/audit')).toEqual([]);
  });
});
