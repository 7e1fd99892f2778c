// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { aSummary, EXPERT, LEAD, openAt, type Replies, type Sent, SIGNED_OUT } from '../test-app';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const page = (sessions: unknown[], nextCursor: string | null = null): [number, unknown] => [
  200,
  { sessions, nextCursor },
];
const MEMBERS = {
  members: [
    {
      id: 'u-1',
      memberId: 'm-1',
      name: 'Emil',
      email: 'e@example.test',
      role: 'expert',
      joinedAt: '2026-01-01T00:00:00.000Z',
    },
  ],
};
const open = (list: Replies[string], me: unknown = LEAD, search = '') =>
  openAt(`/sessions${search}`, {
    'GET /api/me': [200, me],
    'GET /api/sessions': list,
    'GET /api/team/members': [200, MEMBERS],
  });
const row = async (client: string) =>
  within((await screen.findByRole('link', { name: client })).closest('li') as HTMLElement);

describe('the list of sessions', () => {
  it('says client, expert, flags by category and whether a decision was reached', async () => {
    open(
      page([
        aSummary(1, 'Harbour Hotels', { flagsByCategory: { pressure: 2 } }),
        aSummary(2, 'Fenwick', { decisionReached: false }),
      ]),
    );
    const first = await row('Harbour Hotels');
    for (const text of ['Backups', 'Emil', 'Pressure 2', 'Decision reached'])
      expect(first.getByText(text)).toBeTruthy();
    const second = await row('Fenwick');
    for (const text of ['No flags', 'No decision reached']) expect(second.getByText(text)).toBeTruthy();
  });

  it('never says which way a decision went, even if the API did', async () => {
    open(page([aSummary(1, 'Harbour Hotels', { outcome: 'yes', decision: { outcome: 'yes' } })]));
    await row('Harbour Hotels');
    expect(document.body.textContent).not.toMatch(/\b(yes|not yet)\b/i);
  });

  it('shows older ones when asked to, from where the last page ended', async () => {
    const { asked } = open(({ query }: Sent) =>
      query.get('cursor') === 'c1' ? page([aSummary(2, 'Older')]) : page([aSummary(1, 'Newer')], 'c1'),
    );
    await userEvent.click(await screen.findByRole('button', { name: 'Show older ones' }));
    await row('Older');
    await row('Newer');
    expect(screen.queryByRole('button', { name: 'Show older ones' })).toBeNull();
    expect(asked('GET', '/api/sessions')).toHaveLength(2);
  });

  it('is the expert’s own for an expert, without a choice of experts', async () => {
    open(page([aSummary(1, 'Harbour Hotels')]), EXPERT);
    await row('Harbour Hotels');
    expect(screen.getByText(/Your lead sees the same/)).toBeTruthy();
    expect(screen.queryByLabelText('Expert')).toBeNull();
  });

  it('says how sessions come here while there are none', async () => {
    open(page([]));
    expect(await screen.findByText('No sessions yet')).toBeTruthy();
  });
});

describe('the filters', () => {
  it('stand in the address, and are asked for when told to', async () => {
    const { asked } = open(page([]));
    await userEvent.click(await screen.findByText('Filter'));
    await userEvent.type(screen.getByLabelText('Client'), 'Harbour');
    await userEvent.selectOptions(screen.getByLabelText('Decision'), 'false');
    await userEvent.selectOptions(screen.getByLabelText('Expert'), await screen.findByRole('option', { name: 'Emil' }));
    expect(asked('GET', '/api/sessions')).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'Show' }));
    await waitFor(() => expect(location.search).toBe('?expert=u-1&client=Harbour&decided=false'));
    await waitFor(() =>
      expect(Object.fromEntries(asked('GET', '/api/sessions').at(-1)?.query ?? [])).toEqual({
        expert: 'u-1',
        client: 'Harbour',
        decided: 'false',
      }),
    );
  });

  it('come from the address, and can be cleared when nothing fits', async () => {
    open(
      ({ query }: Sent) => page(query.has('category') ? [] : [aSummary(1, 'Harbour Hotels')]),
      LEAD,
      '?category=quota',
    );
    await userEvent.click((await screen.findAllByRole('button', { name: 'Clear the filters' }))[0] as HTMLElement);
    await row('Harbour Hotels');
    expect(location.search).toBe('');
  });
});

describe('when something goes wrong', () => {
  it('says that there is no connection, and reads the list when tried again', async () => {
    let online = false;
    open(() => (online ? page([aSummary(1, 'Harbour Hotels')]) : 'offline'));
    expect(await screen.findByText('No connection', {}, { timeout: 5_000 })).toBeTruthy();
    online = true;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await row('Harbour Hotels');
    await waitFor(() => expect(screen.queryByText('No connection')).toBeNull());
  });

  it('shows the sentence of the API', async () => {
    open([503, { code: 'unavailable', title: 'The service is not available right now.' }]);
    expect((await screen.findByRole('alert')).textContent).toContain('The service is not available right now.');
  });

  it('asks to sign in again when that has ended, and remembers the filters', async () => {
    open(SIGNED_OUT, LEAD, '?client=Harbour');
    expect(await screen.findByLabelText('Password')).toBeTruthy();
    expect(new URLSearchParams(location.search).get('to')).toBe('/sessions?client=Harbour');
  });
});
