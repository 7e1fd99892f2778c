// @vitest-environment happy-dom
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { idOf } from '@/test/fixtures';
import { aSummary, EXPERT, LEAD, openAt, type Replies } from '../test-app';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const TWO = [aSummary(1, 'Harbour Hotels', { revision: 4 }), aSummary(2, 'Fenwick')];
const open = (sessions: unknown[], me: unknown = LEAD, search = '', more: Replies = {}) =>
  openAt(`/sessions${search}`, {
    'GET /api/me': [200, me],
    'GET /api/sessions': [200, { sessions, nextCursor: null }],
    'GET /api/team/members': [200, { members: [] }],
    'GET /api/playbooks': [
      200,
      { playbooks: [{ id: 'first-call-25', version: 1, title: 'A first call', summary: '', from: 'eitherway' }] },
    ],
    [`PUT /api/sessions/${idOf(1)}/reviewed`]: [204],
    [`DELETE /api/sessions/${idOf(1)}/reviewed`]: [204],
    ...more,
  });
const row = async (client: string) =>
  within((await screen.findByRole('link', { name: client })).closest('li') as HTMLElement);

describe('what a row of the queue says', () => {
  it('is what the session needs, once each, and how many comments it has', async () => {
    open([
      aSummary(1, 'Harbour Hotels', { needs: ['look-asked', 'open-dispute', 'undecided'], decisionReached: false }),
      aSummary(2, 'Fenwick', { commentCount: 2, reviewedAt: '2026-03-03T10:00:00.000Z' }),
    ]);
    const first = await row('Harbour Hotels');
    for (const words of ['Asked for a look', 'A dispute without an answer', 'No decision reached'])
      expect(first.getAllByText(words)).toHaveLength(1);
    const second = await row('Fenwick');
    for (const words of ['Reviewed', '2 comments']) expect(second.getByText(words)).toBeTruthy();
  });

  it('is that a session of one’s own is not shared yet', async () => {
    open([aSummary(1, 'Harbour Hotels', { sharedFrom: '2999-01-01T00:00:00.000Z', expert: EXPERT.user })], EXPERT);
    expect((await row('Harbour Hotels')).getByText(/Yours alone until/)).toBeTruthy();
  });
});

describe('the tools of the queue', () => {
  it('look for words, and keep them in the address with the order', async () => {
    const { asked } = open(TWO, LEAD, '?order=need');
    await userEvent.type(await screen.findByLabelText('Words in the notes'), 'night runs');
    await userEvent.click(screen.getByRole('button', { name: 'Search' }));
    await waitFor(() => expect(location.search).toBe('?text=night+runs&order=need'));
    await waitFor(() =>
      expect(Object.fromEntries(asked('GET', '/api/sessions').at(-1)?.query ?? [])).toEqual({
        text: 'night runs',
        order: 'need',
      }),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Clear the search' }));
    await waitFor(() => expect(location.search).toBe('?order=need'));
  });

  it('say which order the list has', async () => {
    open(TWO);
    const orders = within(await screen.findByRole('navigation', { name: 'Order' }));
    expect(orders.getByRole('link', { name: 'Newest first' }).getAttribute('aria-current')).toBe('true');
    await userEvent.click(orders.getByRole('link', { name: 'What needs a look first' }));
    expect(location.search).toBe('?order=need');
    await waitFor(() =>
      expect(orders.getByRole('link', { name: 'What needs a look first' }).getAttribute('aria-current')).toBe('true'),
    );
  });

  it('narrow by stage, playbook, review and need', async () => {
    open(TWO);
    await userEvent.click(await screen.findByText('Filter'));
    await userEvent.selectOptions(screen.getByLabelText('Flag in stage'), 'cost');
    await userEvent.selectOptions(
      screen.getByLabelText('Playbook'),
      await screen.findByRole('option', { name: 'A first call' }),
    );
    await userEvent.selectOptions(screen.getByLabelText('Review'), 'false');
    await userEvent.selectOptions(screen.getByLabelText('What it needs'), 'sure-flag');
    await userEvent.click(screen.getByRole('button', { name: 'Show' }));
    await waitFor(() =>
      expect(location.search).toBe('?stage=cost&playbook=first-call-25&reviewed=false&need=sure-flag'),
    );
  });
});

describe('the keys of the queue', () => {
  it('walk along the sessions with j and k, and stop at either end', async () => {
    open(TWO);
    const [first, second] = [
      await screen.findByRole('link', { name: 'Harbour Hotels' }),
      await screen.findByRole('link', { name: 'Fenwick' }),
    ];
    await userEvent.keyboard('j');
    expect(document.activeElement).toBe(first);
    await userEvent.keyboard('jj');
    expect(document.activeElement).toBe(second);
    await userEvent.keyboard('kk');
    expect(document.activeElement).toBe(first);
  });

  it('mark the revision that was seen as reviewed, and take it back', async () => {
    const { asked } = open(TWO);
    await screen.findByRole('link', { name: 'Harbour Hotels' });
    await userEvent.keyboard('jr');
    expect(await screen.findByText(/Harbour Hotels is marked reviewed/)).toBeTruthy();
    expect(asked('PUT', `/api/sessions/${idOf(1)}/reviewed`)[0]?.body).toEqual({ revision: 4 });
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText(/Harbour Hotels is open again/)).toBeTruthy();
    expect(asked('DELETE', `/api/sessions/${idOf(1)}/reviewed`)).toHaveLength(1);
  });

  it('say why a session could not be marked', async () => {
    open(TWO, LEAD, '', { [`PUT /api/sessions/${idOf(1)}/reviewed`]: 'offline' });
    await screen.findByRole('link', { name: 'Harbour Hotels' });
    await userEvent.keyboard('jr');
    expect((await screen.findByRole('alert')).textContent).toMatch(/could not be reached/);
  });

  it('mark nothing for an expert, and leave what is typed alone', async () => {
    const { sent } = open(TWO, EXPERT);
    await screen.findByRole('link', { name: 'Harbour Hotels' });
    await userEvent.keyboard('jr');
    await userEvent.type(screen.getByLabelText('Words in the notes'), 'jrk?');
    expect((screen.getByLabelText('Words in the notes') as HTMLInputElement).value).toBe('jrk?');
    expect(sent.filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  it('are listed by ?', async () => {
    open(TWO);
    await screen.findByRole('link', { name: 'Harbour Hotels' });
    await userEvent.keyboard('?');
    expect(await screen.findByText('Mark it reviewed')).toBeTruthy();
  });
});

describe('saved views', () => {
  it('keep the filters that stand there under a name, and come back to them', async () => {
    let views: unknown[] = [];
    const { asked } = open(TWO, LEAD, '?need=sure-flag&order=need', {
      'GET /api/views': () => [200, { views }],
      'POST /api/views': ({ body }) => {
        views = [{ ...(body as object), isOwn: true, createdAt: '2026-03-02T10:00:00.000Z' }];
        return [201, {}];
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Save this view' }));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText('Please give it a name.')).toBeTruthy();
    await userEvent.type(screen.getByLabelText('Name'), 'Sure ones');
    await userEvent.click(screen.getByLabelText('Other leads of the team see it, too'));
    await userEvent.click(screen.getByRole('button', { name: 'Save' }));
    const view = await screen.findByRole('link', { name: 'Sure ones' });
    expect(asked('POST', '/api/views')[0]?.body).toMatchObject({
      name: 'Sure ones',
      search: 'need=sure-flag&order=need',
      shared: true,
    });
    expect(view.getAttribute('aria-current')).toBe('true');
    expect(screen.queryByRole('button', { name: 'Save this view' })).toBeNull();
  });

  it('are renamed and deleted, and a deleted one is brought back', async () => {
    const kept = { id: idOf(9), name: 'Old', search: 'need=undecided', shared: false, isOwn: true };
    let views: unknown[] = [kept];
    const { asked } = open(TWO, LEAD, '', {
      'GET /api/views': () => [200, { views }],
      [`PATCH /api/views/${idOf(9)}`]: [204],
      [`DELETE /api/views/${idOf(9)}`]: () => {
        views = [];
        return [204];
      },
      'POST /api/views': ({ body }) => {
        views = [{ ...(body as object), isOwn: true }];
        return [201, {}];
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Change the views' }));
    const field = screen.getByLabelText('Name of Old');
    await userEvent.clear(field);
    await userEvent.type(field, 'New');
    await userEvent.click(screen.getByRole('button', { name: 'Keep the name' }));
    await waitFor(() => expect(asked('PATCH', `/api/views/${idOf(9)}`)[0]?.body).toEqual({ name: 'New' }));
    await userEvent.click(screen.getByRole('button', { name: 'Delete Old' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Bring it back' }));
    await waitFor(() => expect(asked('POST', '/api/views')[0]?.body).toMatchObject({ id: idOf(9), name: 'Old' }));
  });
});
