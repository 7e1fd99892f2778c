// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { idOf } from '@/test/fixtures';
import { ADMIN, EXPERT, LEAD, openAt, type Replies } from '../test-app';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const member = (id: string, name: string, role: string) => ({
  id,
  memberId: `m-${id}`,
  name,
  email: `${id}@example.test`,
  role,
  joinedAt: '2026-01-01T00:00:00.000Z',
});
const INVITATION = {
  id: idOf(1),
  role: 'expert',
  createdAt: '2026-03-01T00:00:00.000Z',
  expiresAt: '2026-03-08T00:00:00.000Z',
};
const replies: Replies = {
  'GET /api/team/members': [200, { members: [member('u-lead', 'Lea', 'lead'), member('u-1', 'Emil', 'expert')] }],
  'GET /api/invitations': [200, { invitations: [INVITATION] }],
  'GET /api/calendar': [200, { feed: null }],
};
const open = (me: unknown, more: Replies = {}) => openAt('/team', { ...replies, 'GET /api/me': [200, me], ...more });
const emil = async () => within((await screen.findByText('Emil')).closest('li') as HTMLElement);

describe('the team', () => {
  it('offers the answered flags to leads, and not to experts', async () => {
    open(LEAD);
    const link = await screen.findByRole('link', { name: 'Download answered flags' });
    expect(link.getAttribute('href')).toBe('/api/flags/answered');
    cleanup();
    open(EXPERT);
    await emil();
    expect(screen.queryByRole('link', { name: 'Download answered flags' })).toBeNull();
  });
  it('shows who is in it and in which role', async () => {
    open(LEAD);
    expect((await emil()).getByText('expert')).toBeTruthy();
    expect(screen.getByText('Lea (you)')).toBeTruthy();
  });

  it('lets an expert look, and change nothing', async () => {
    open(EXPERT);
    await emil();
    expect(screen.queryByRole('heading', { name: 'Invite' })).toBeNull();
    expect(screen.queryByRole('button', { name: /Remove/ })).toBeNull();
  });

  it('lets an admin change the role of another', async () => {
    const { asked } = open(ADMIN, { 'PATCH /api/team/members/m-u-1': [204] });
    await userEvent.selectOptions(await screen.findByLabelText('Role of Emil'), 'lead');
    await waitFor(() => expect(asked('PATCH', '/api/team/members/m-u-1')[0]?.body).toEqual({ role: 'lead' }));
    expect(screen.queryByLabelText('Role of Lea')).toBeNull();
  });

  it('asks before a member is removed', async () => {
    const { asked } = open(ADMIN, { 'DELETE /api/team/members/m-u-1': [204] });
    await userEvent.click(await screen.findByRole('button', { name: 'Remove Emil' }));
    expect(asked('DELETE', '/api/team/members/m-u-1')).toHaveLength(0);
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByRole('radio', { name: 'stay with the team', checked: true })).toBeTruthy();
    await userEvent.click(dialog.getByRole('radio', { name: /are deleted/ }));
    await userEvent.click(dialog.getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(asked('DELETE', '/api/team/members/m-u-1')).toHaveLength(1));
    expect(asked('DELETE', '/api/team/members/m-u-1')[0]?.query.get('sessions')).toBe('delete');
  });

  it('can be left, unless one is its last admin, which is said in a sentence', async () => {
    const problem = { code: 'last-admin', title: 'A team needs an admin.' };
    open(LEAD, { 'DELETE /api/team/members/m-u-lead': [409, problem] });
    await userEvent.click(await screen.findByRole('button', { name: 'Leave the team' }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Leave the team' }));
    expect((await screen.findByRole('alert')).textContent).toBe('A team needs an admin.');
  });

  it('shows an admin whose side panels send to it, to revoke them', async () => {
    const device = {
      id: 'd-1',
      member: { id: 'u-1', name: 'Emil' },
      userAgent: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36',
      connectedAt: '2026-03-01T09:00:00.000Z',
      lastUsedAt: '2026-03-02T09:00:00.000Z',
    };
    const { answers } = open(ADMIN, {
      'GET /api/team/devices': [200, { devices: [device] }],
      'DELETE /api/team/devices/d-1': [204],
    });
    const revoke = await screen.findByRole('button', { name: 'Revoke Emil, Chrome on Linux' });
    answers['GET /api/team/devices'] = [200, { devices: [] }];
    await userEvent.click(revoke);
    expect(await screen.findByText('No side panel is signed in')).toBeTruthy();
  });
});

describe('the own calendar', () => {
  const MADE_AT = '2026-03-02T09:00:00.000Z';
  const address = 'https://eitherway.test/calendar/t-1.secret.ics';

  it('gets an address that is shown once, and copied', async () => {
    const { answers, asked } = open(EXPERT, { 'POST /api/calendar': [201, { address, madeAt: MADE_AT }] });
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const make = await screen.findByRole('button', { name: 'Make an address' });
    answers['GET /api/calendar'] = [200, { feed: { madeAt: MADE_AT, readAt: null } }];
    await userEvent.click(make);
    expect((await screen.findByLabelText<HTMLInputElement>('Address for your calendar')).value).toBe(address);
    await userEvent.click(screen.getByRole('button', { name: 'Copy the link' }));
    expect(copied).toHaveBeenCalledWith(address);
    expect(await screen.findByText(/not read by a calendar yet/)).toBeTruthy();
    expect(asked('POST', '/api/calendar')).toHaveLength(1);
    cleanup();
    open(EXPERT, { 'GET /api/calendar': [200, { feed: { madeAt: MADE_AT, readAt: MADE_AT } }] });
    expect(await screen.findByText(/last read by a calendar on/)).toBeTruthy();
    expect(screen.queryByLabelText('Address for your calendar')).toBeNull();
  });

  it('is made anew, which says that the earlier address ends, or taken back', async () => {
    const { answers } = open(LEAD, {
      'GET /api/calendar': [200, { feed: { madeAt: MADE_AT, readAt: null } }],
      'POST /api/calendar': [201, { address, madeAt: MADE_AT }],
      'DELETE /api/calendar': [204],
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Make a new address', description: /ends the one before/ }),
    );
    expect(await screen.findByLabelText('Address for your calendar')).toBeTruthy();
    answers['GET /api/calendar'] = [200, { feed: null }];
    await userEvent.click(screen.getByRole('button', { name: 'Take the address back' }));
    expect(await screen.findByRole('button', { name: 'Make an address' })).toBeTruthy();
    expect(screen.queryByLabelText('Address for your calendar')).toBeNull();
  });

  it('says in a sentence why none could be made', async () => {
    open(LEAD, { 'POST /api/calendar': [429, { code: 'rate-limited', title: 'Too many requests.' }] });
    await userEvent.click(await screen.findByRole('button', { name: 'Make an address' }));
    expect((await screen.findByRole('alert')).textContent).toBe('Too many requests.');
  });
});

describe('an invitation', () => {
  const MADE = {
    id: idOf(2),
    role: 'expert',
    link: 'https://eitherway.test/join/tok',
    expiresAt: INVITATION.expiresAt,
  };

  it('is a link that can be copied', async () => {
    const { asked } = open(LEAD, { 'POST /api/invitations': [201, MADE] });
    const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await userEvent.click(await screen.findByRole('button', { name: 'Make a link for an expert' }));
    expect((await screen.findByLabelText<HTMLInputElement>('Link for one expert')).value).toBe(MADE.link);
    await userEvent.click(screen.getByRole('button', { name: 'Copy the link' }));
    expect(await screen.findByText('Copied')).toBeTruthy();
    expect(copied).toHaveBeenCalledWith(MADE.link);
    expect(asked('POST', '/api/invitations')[0]?.body).toEqual({ role: 'expert' });
  });

  it('is mailed where mail is set up, which is said instead of a link', async () => {
    const { asked } = open({ ...LEAD, mail: true }, { 'POST /api/invitations': [201, { ...MADE, mailed: true }] });
    await userEvent.type(await screen.findByLabelText('Their e-mail address (optional)'), 'nia@example.test');
    await userEvent.click(screen.getByRole('button', { name: 'Send the invitation' }));
    expect(await screen.findByText('The invitation is on its way to nia@example.test.')).toBeTruthy();
    expect(screen.queryByLabelText('Link for one expert')).toBeNull();
    expect(asked('POST', '/api/invitations')[0]?.body).toEqual({ role: 'expert', email: 'nia@example.test' });
  });

  it('says when it was not mailed after all, and shows the link', async () => {
    open({ ...LEAD, mail: true }, { 'POST /api/invitations': [201, { ...MADE, mailed: false }] });
    await userEvent.type(await screen.findByLabelText('Their e-mail address (optional)'), 'nia@example.test');
    await userEvent.click(screen.getByRole('button', { name: 'Send the invitation' }));
    expect(await screen.findByLabelText('Link for one expert', { exact: false })).toBeTruthy();
    expect(screen.getByText(/It was not mailed/)).toBeTruthy();
  });

  it('shows what became of its mail', async () => {
    open(
      { ...LEAD, mail: true },
      { 'GET /api/invitations': [200, { invitations: [{ ...INVITATION, mail: 'refused' }] }] },
    );
    expect(await screen.findByText(/the mail was refused there/)).toBeTruthy();
  });

  it('can be to any role when an admin makes it', async () => {
    const { asked } = open(ADMIN, { 'POST /api/invitations': [201, { ...MADE, role: 'lead' }] });
    await userEvent.selectOptions(await screen.findByLabelText('Role of the new member'), 'lead');
    await userEvent.click(screen.getByRole('button', { name: 'Make a link' }));
    await screen.findByLabelText('Link for one lead');
    expect(asked('POST', '/api/invitations')[0]?.body).toEqual({ role: 'lead' });
  });

  it('is gone from the list when it was revoked', async () => {
    const { answers } = open(LEAD, { [`DELETE /api/invitations/${INVITATION.id}`]: [204] });
    const revoke = await screen.findByRole('button', { name: 'Revoke' });
    answers['GET /api/invitations'] = [200, { invitations: [] }];
    await userEvent.click(revoke);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Revoke' })).toBeNull());
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
