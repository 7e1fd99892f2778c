// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { copyOf } from '@/lib/playbooks/draft';
import { playbookFile } from '@/lib/playbooks/playbook-file';
import { aPlaybook } from '@/test/fixtures';
import { EXPERT, LEAD, openAt, type Replies } from '../test-app';

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const head = (id: string, version: number, from: string) => ({
  id,
  version,
  title: `Of ${id}`,
  summary: 'Short.',
  from,
});
const HEADS = [head('shipped', 1, 'eitherway'), head('own', 1, 'team'), head('own', 2, 'team')];
const open = (more: Replies = {}, me: unknown = LEAD) =>
  openAt('/playbooks', {
    'GET /api/me': [200, me],
    'GET /api/playbooks': [200, { playbooks: HEADS }],
    'GET /api/playbooks/usage': [200, { usage: [{ id: 'own', version: 1, sessions: 3, lastStartedAt: '' }] }],
    'GET /api/playbooks/drafts': [200, { drafts: [] }],
    'GET /api/playbooks/shipped/1': [200, { ...aPlaybook(), id: 'shipped', title: 'Of shipped' }],
    ...more,
  });
const row = async (title: string) =>
  within((await screen.findByRole('link', { name: title })).closest('li') as HTMLElement);

describe('the playbooks of a team', () => {
  it('say in how many sessions each version is used, and that an old one is', async () => {
    open();
    const own = await row('Of own');
    const words = (await own.findAllByRole('listitem')).map(({ textContent }) => textContent);
    await waitFor(() => expect(own.getByText(/^Version 1 · 3 sessions$/)).toBeTruthy());
    expect(words).toHaveLength(2);
    expect(own.getByText(/An older version is in use/)).toBeTruthy();
    expect(own.getByText(/^Your team's/)).toBeTruthy();
    expect((await row('Of shipped')).queryByText(/An older version/)).toBeNull();
  });
  it('are copied into one of the team’s own, under an id that is free', async () => {
    const { sent } = open({ 'PUT /api/playbooks/drafts/of-shipped-copy': [200, { revision: 1 }] });
    await userEvent.click(await screen.findByRole('button', { name: 'Copy into one of your own: Of shipped' }));
    await waitFor(() => expect(location.pathname).toBe('/playbooks/of-shipped-copy'));
    const put = sent.find(({ method }) => method === 'PUT');
    expect(put?.body).toMatchObject({
      revision: 0,
      document: { id: 'of-shipped-copy', version: 1, title: 'Of shipped (copy)' },
    });
  });
  it('are read from a file, and a file that is none is refused in words', async () => {
    const { text } = playbookFile(copyOf(aPlaybook(), 'from-file', 'From a file'));
    const { asked } = open({ 'PUT /api/playbooks/drafts/from-file': [200, { revision: 1 }] });
    await screen.findByRole('button', { name: 'Import a file' });
    const input = document.querySelector('input[type=file]') as HTMLInputElement;
    await userEvent.upload(input, new File(['{'], 'a.json', { type: 'application/json' }));
    expect(await screen.findByText(/it is not JSON/)).toBeTruthy();
    await userEvent.upload(input, new File([text], 'b.json', { type: 'application/json' }));
    await waitFor(() => expect(asked('PUT', '/api/playbooks/drafts/from-file')).toHaveLength(1));
  });
  it('are there for experts to read, and nothing to change', async () => {
    open({}, EXPERT);
    await row('Of own');
    for (const name of ['New playbook', 'Import a file', 'Copy into one of your own: Of own'])
      expect(screen.queryByRole('button', { name })).toBeNull();
    expect(screen.getByRole('button', { name: 'Export as a file: Of own' })).toBeTruthy();
  });
});
