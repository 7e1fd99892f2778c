// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { DEFAULT_MAPPING } from '../../crm/mapping/mapping';
import { ADMIN, EXPERT, LEAD, openAt, type Replies } from '../test-app';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const ID = '01890000-0000-7000-8000-000000000001';
const CONNECTION = {
  id: ID,
  crm: 'tryton',
  crmName: 'Tryton',
  name: 'Our Tryton',
  account: { name: 'crm at crm.example', url: null, missing: [] },
  settings: {},
  mapping: DEFAULT_MAPPING,
  state: 'on',
  problem: null,
  sendFrom: '2026-03-01T00:00:00.000Z',
  createdBy: 'Ada',
  checkedAt: null,
  notBefore: null,
  counts: { done: 3, waiting: 1, needsMatch: 0, needsPerson: 0 },
  lastDeliveredAt: null,
};
const KIND = {
  id: 'tryton',
  name: 'Tryton',
  consent: false,
  fields: [
    { name: 'address', label: 'crmAddress', hint: null, kind: 'url', required: true },
    { name: 'password', label: 'crmPassword', hint: null, kind: 'secret', required: true },
  ],
};
const open = (more: Replies = {}) =>
  openAt('/team/crm', {
    'GET /api/me': [200, ADMIN],
    'GET /api/crm/connections': [200, { connections: [CONNECTION] }],
    'GET /api/crm/kinds': [200, { kinds: [KIND] }],
    ...more,
  });

it('is for leads and admins, and only admins change anything', async () => {
  open({ 'GET /api/me': [200, EXPERT] });
  expect(await screen.findByText('This page is for the leads and admins of the team.')).toBeTruthy();
  cleanup();
  open({ 'GET /api/me': [200, LEAD] });
  expect(await screen.findByRole('heading', { name: 'Our Tryton (Tryton)' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Disconnect' })).toBeNull();
  expect(screen.queryByRole('heading', { name: 'Connect a CRM' })).toBeNull();
});

it('says how a connection is and what it waits for', async () => {
  open({
    'GET /api/crm/connections': [200, { connections: [{ ...CONNECTION, state: 'attention', problem: 'auth' }] }],
  });
  expect(await screen.findByText(/3 written · 1 waiting/)).toBeTruthy();
  expect(screen.getByText(/does not accept our access any more/)).toBeTruthy();
});

it('connects with what the CRM needs, and says what it refused', async () => {
  const { asked } = open({
    'POST /api/crm/connections': [422, { code: 'crm-refused', title: 'The CRM did not accept this.', reason: 'auth' }],
  });
  await userEvent.selectOptions(await screen.findByLabelText('CRM'), 'tryton');
  const form = screen.getByRole('form', { name: 'Connect Tryton' });
  expect(within(form).getByRole('button', { name: 'Connect' })).toHaveProperty('disabled', true);
  await userEvent.type(within(form).getByLabelText('Address'), 'https://crm.example');
  const password = within(form).getByLabelText('Password') as HTMLInputElement;
  expect(password.type).toBe('password');
  await userEvent.type(password, 'secret');
  await userEvent.click(within(form).getByRole('button', { name: 'Connect' }));
  expect((await within(form).findByRole('alert')).textContent).toContain(
    'did not accept this. The CRM does not accept our access',
  );
  expect(asked('POST', '/api/crm/connections')[0]?.body).toMatchObject({
    crm: 'tryton',
    consent: false,
    filled: { address: 'https://crm.example', password: 'secret' },
  });
});

it('keeps which way decisions went out unless it is asked for, and says why', async () => {
  const { asked } = open({ [`PATCH /api/crm/connections/${ID}`]: [204] });
  await userEvent.click(await screen.findByText('What is written where'));
  const outcome = await screen.findByLabelText('Let the CRM know which way decisions went');
  expect((outcome as HTMLInputElement).checked).toBe(false);
  expect(screen.getByText(/a count becomes a rate/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText(/Saved/)).toBeTruthy();
  expect(asked('PATCH', `/api/crm/connections/${ID}`)[0]?.body).toEqual({ mapping: DEFAULT_MAPPING });
});

it('disconnects only after one more word', async () => {
  const { asked } = open({ [`DELETE /api/crm/connections/${ID}`]: [204] });
  await userEvent.click(await screen.findByRole('button', { name: 'Disconnect' }));
  expect(asked('DELETE', `/api/crm/connections/${ID}`)).toEqual([]);
  expect(screen.getByText(/stay there/)).toBeTruthy();
  await userEvent.click(screen.getAllByRole('button', { name: 'Disconnect' })[0] as HTMLElement);
  await vi.waitFor(() => expect(asked('DELETE', `/api/crm/connections/${ID}`)).toHaveLength(1));
});
