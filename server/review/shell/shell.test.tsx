// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EXPERT, LEAD, openAt, type Replies } from '../test-app';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const replies: Replies = {
  'GET /api/me': [200, LEAD],
  'GET /api/sessions': [200, { sessions: [], nextCursor: null }],
  'GET /api/devices': [200, { devices: [] }],
};

describe('every page', () => {
  it('has a title, landmarks and a link past the header', async () => {
    openAt('/sessions', replies);
    await screen.findByRole('navigation', { name: 'Pages' });
    expect(document.title).toBe('Sessions - Eitherway');
    expect(screen.getByRole('banner')).toBeTruthy();
    const skip = screen.getByRole('link', { name: 'Skip to the content' });
    expect(document.getElementById(skip.getAttribute('href')?.slice(1) ?? '')).toBe(screen.getByRole('main'));
  });

  it('takes the focus when one comes to it by a link, and says which one it is', async () => {
    openAt('/sessions', replies);
    await userEvent.click(await screen.findByRole('link', { name: 'Side panels' }));
    const heading = await screen.findByRole('heading', { level: 1, name: 'Side panels' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(screen.getByRole('link', { name: 'Side panels' }).getAttribute('aria-current')).toBe('page');
  });

  it('lets who is in several teams choose the one they act for', async () => {
    const other = { id: 't-2', name: 'Southwind', role: 'expert' };
    const { asked, answers } = openAt('/sessions', {
      ...replies,
      'GET /api/me': [200, { ...LEAD, teams: [LEAD.team, other] }],
      'POST /api/auth/organization/set-active': [200, {}],
    });
    const choice = await screen.findByLabelText('Team');
    answers['GET /api/me'] = [200, { ...EXPERT, team: other, teams: [LEAD.team, other] }];
    await userEvent.selectOptions(choice, 't-2');
    expect(await screen.findByText(/Your finished sessions/)).toBeTruthy();
    expect(asked('POST', '/api/auth/organization/set-active')[0]?.body).toEqual({ organizationId: 't-2' });
  });
});

it('says that an address leads nowhere', async () => {
  openAt('/nowhere', replies);
  expect(await screen.findByRole('heading', { level: 1, name: 'Nothing here' })).toBeTruthy();
});

it('leads from the root to the sessions', async () => {
  openAt('/', replies);
  expect(await screen.findByText('No sessions yet')).toBeTruthy();
  expect(location.pathname).toBe('/sessions');
});

it('says so when a page broke, in place of an empty window', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  openAt('/devices', { ...replies, 'GET /api/devices': [200, { devices: null }] });
  expect(await screen.findByRole('heading', { level: 1, name: 'This page broke' })).toBeTruthy();
  vi.restoreAllMocks();
});

it('says that nothing answers when even who is signed in cannot be asked', async () => {
  openAt('/sessions', { ...replies, 'GET /api/me': 'offline' });
  expect(await screen.findByText('No connection', {}, { timeout: 5_000 })).toBeTruthy();
});
