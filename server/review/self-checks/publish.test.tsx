// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SelfCheck } from '@/lib/self-check/self-check';
import { aCheck } from '@/test/fixtures/self-checks';
import { EXPERT, LEAD, openAt, type Replies } from '../test-app';

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const KEY = 'eitherway.self-check.t-1.own';
const PUT = 'PUT /api/self-checks/own/2';
const kept = (): SelfCheck | null => JSON.parse(localStorage.getItem(KEY) ?? 'null');
const heads = (version: number, from = 'team') => ({
  selfChecks: [{ id: 'own', version, title: 'A check', language: 'en', languages: ['en'], from, publishedAt: null }],
});
const version = (n: number) => aCheck({ id: 'own', version: n });
const open = (more: Replies = {}, me: unknown = LEAD) =>
  openAt('/self-checks/own', {
    'GET /api/me': [200, me],
    'GET /api/self-checks': [200, heads(1)],
    'GET /api/self-checks/own/1': [200, version(1)],
    'GET /api/self-checks/own/2': [200, version(2)],
    'GET /api/self-checks/own/3': [200, version(3)],
    ...more,
  });
const editing = (more: Replies = {}, draft = version(2)) => {
  localStorage.setItem(KEY, JSON.stringify(draft));
  return open(more);
};
const ask = async () => userEvent.click(await screen.findByRole('button', { name: 'Publish…' }));
const confirm = () => userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Publish' }));

describe('publishing a self-check', () => {
  it('asks first, says what it means for links, and the draft is done then', async () => {
    const { asked, answers } = editing({ [PUT]: [200, heads(2).selfChecks[0]] });
    await ask();
    expect(screen.getByText(/Every link to this self-check shows it from now on/)).toBeTruthy();
    expect(asked('PUT', '/api/self-checks/own/2')).toHaveLength(0);
    answers['GET /api/self-checks'] = [200, heads(2)];
    await confirm();
    expect(await screen.findByText('Version 2 is published.')).toBeTruthy();
    expect(asked('PUT', '/api/self-checks/own/2')[0]?.body).toEqual(version(2));
    expect(kept()).toBeNull();
    await userEvent.selectOptions(await screen.findByLabelText('Versions'), '1');
    await waitFor(() => expect(asked('GET', '/api/self-checks/own/1')).toHaveLength(1));
  });

  it('loses nothing without a network', async () => {
    editing({ [PUT]: 'offline' });
    await ask();
    await confirm();
    expect(await within(screen.getByRole('dialog')).findByRole('alert')).toBeTruthy();
    expect(kept()).toEqual(version(2));
  });

  it('overwrites nobody who was quicker, until one says so', async () => {
    const { answers, asked } = editing({ [PUT]: [409, { code: 'already-there', title: 'There is one already.' }] });
    await ask();
    answers['GET /api/self-checks'] = [200, heads(2)];
    await confirm();
    expect(await screen.findByText('There is one already.')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.getByText('Someone published version 2 in the meantime')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Publish…' })).toHaveProperty('disabled', true);
    await userEvent.click(screen.getByRole('button', { name: 'Keep mine' }));
    expect(kept()?.version).toBe(3);
    answers['PUT /api/self-checks/own/3'] = [200, heads(3).selfChecks[0]];
    answers['GET /api/self-checks'] = [200, heads(3)];
    await ask();
    await confirm();
    expect(await screen.findByText('Version 3 is published.')).toBeTruthy();
    expect(asked('PUT', '/api/self-checks/own/3')).toHaveLength(1);
  });

  it('takes what is published instead when told to', async () => {
    editing({ 'GET /api/self-checks': [200, heads(2)] });
    await userEvent.click(await screen.findByRole('button', { name: 'Take theirs' }));
    expect(kept()).toBeNull();
    expect(await screen.findByRole('button', { name: 'Edit as a draft' })).toBeTruthy();
  });
});

describe('one self-check', () => {
  it('that ships is copied to be edited', async () => {
    open({ 'GET /api/self-checks': [200, heads(1, 'eitherway')] });
    await userEvent.click(await screen.findByRole('button', { name: 'Copy into one of your own' }));
    await waitFor(() => expect(location.pathname).toBe('/self-checks/a-check-copy'));
    expect(await screen.findByDisplayValue('A check (copy)')).toBeTruthy();
  });

  it('whose draft is dropped is read as it is published', async () => {
    editing();
    await userEvent.click(await screen.findByRole('button', { name: 'Drop the draft' }));
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove' }));
    expect(await screen.findByRole('button', { name: 'Edit as a draft' })).toBeTruthy();
    expect(kept()).toBeNull();
  });

  it('is only walked by experts, also with a draft in their browser', async () => {
    localStorage.setItem(KEY, JSON.stringify(version(2)));
    open({}, EXPERT);
    expect(await screen.findByRole('region', { name: 'As a client walks it' })).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Edit|^Copy|^Publish/ })).toBeNull();
  });

  it('is exported as a file as it is written', async () => {
    const files: Blob[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => `blob:${files.push(file as Blob)}`);
    editing({}, { ...version(2), title: '' });
    await userEvent.click(await screen.findByRole('button', { name: 'Export as a file' }));
    expect(JSON.parse((await files[0]?.text()) ?? '')).toEqual({ ...version(2), title: '' });
  });

  it('that is not there is said so; without a network one can try again', async () => {
    const { answers } = open({ 'GET /api/self-checks': 'offline' });
    const again = await screen.findByRole('button', { name: 'Try again' });
    answers['GET /api/self-checks'] = [200, { selfChecks: [] }];
    await userEvent.click(again);
    expect(await screen.findByText('There is no such self-check')).toBeTruthy();
  });
});
