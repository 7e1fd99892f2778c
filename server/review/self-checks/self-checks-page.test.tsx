// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { jsonFile } from '@/lib/playbooks/json-file';
import type { SentCheck } from '@/lib/self-check/sent';
import { idOf } from '@/test/fixtures';
import { aCheck } from '@/test/fixtures/self-checks';
import { EXPERT, LEAD, openAt, type Replies } from '../test-app';

beforeEach(() => localStorage.clear());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const AT = '2026-03-02T10:00:00.000Z';
const head = (id: string, from: string) => ({
  id,
  version: 2,
  title: `Of ${id}`,
  language: 'en',
  languages: ['en', 'de'],
  from,
  publishedAt: from === 'team' ? AT : null,
});
const link = (n: number, more = {}) => ({
  id: idOf(n),
  selfCheckId: 'own',
  forName: '',
  forEmail: '',
  times: [],
  madeByName: 'Lea',
  madeAt: AT,
  expiresAt: '2099-01-01T10:00:00.000Z',
  revokedAt: null,
  ...more,
});
const aSent = (n: number, more: Partial<SentCheck> = {}): SentCheck => ({
  id: idOf(n),
  wish: 'talk',
  closing: 'talk',
  organisation: 'Harbour',
  name: 'Kim',
  email: 'kim@example.com',
  time: '2026-12-01T10:00:00+01:00',
  message: 'We are in two places.',
  sentAt: AT,
  language: 'en',
  forName: '',
  title: 'A check',
  answered: [{ id: 'words', stage: 'situation', question: 'What happens today?', answer: 'Backups fail.' }],
  takenByName: null,
  sessionId: null,
  mayBringBack: false,
  ...more,
});
const open = (more: Replies = {}, me: unknown = LEAD) =>
  openAt('/self-checks', {
    'GET /api/me': [200, me],
    'GET /api/self-checks': [200, { selfChecks: [head('shipped', 'eitherway'), head('own', 'team')] }],
    'GET /api/self-checks/shipped/2': [200, aCheck({ id: 'shipped', version: 2, title: 'Of shipped' })],
    'GET /api/client-links': [200, { links: [] }],
    'GET /api/sent-checks': [200, { sent: [] }],
    ...more,
  });
const item = async (words: string | RegExp) => within((await screen.findByText(words)).closest('li') as HTMLElement);

describe('what clients sent', () => {
  it('says who would like to talk, how to reach them and what they wrote', async () => {
    open({ 'GET /api/sent-checks': [200, { sent: [aSent(1)] }] });
    const row = await item('Harbour would like to talk');
    expect(row.getByRole('link', { name: 'kim@example.com' }).getAttribute('href')).toBe('mailto:kim@example.com');
    expect(row.getByText('We are in two places.')).toBeTruthy();
    expect(row.getByText('Backups fail.')).toBeTruthy();
    expect(row.getByText('A talk seems worth it')).toBeTruthy();
  });

  it('shows one that a client ended as the good result it is', async () => {
    const ended: Partial<SentCheck> = {
      wish: 'ended',
      organisation: '',
      name: '',
      email: '',
      time: '',
      message: '',
      answered: [],
    } as const;
    open({
      'GET /api/sent-checks': [200, { sent: [aSent(1, { ...ended, forName: 'Mira' }), aSent(2, ended)] }],
    });
    const row = await item('Mira decided that no talk is needed');
    expect(row.getByText(/a clear answer, before anyone spent an hour/)).toBeTruthy();
    expect(row.queryByText('Time that suits them')).toBeNull();
    expect(screen.getByText('Somebody decided that no talk is needed')).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/lost|lead\b|dropped/i);
  });

  it('is put away by a press, and everything is there when asked for', async () => {
    const { asked, sent } = open({
      'GET /api/sent-checks': ({ query }) => [
        200,
        { sent: query.get('state') === 'all' ? [aSent(1, { takenByName: 'Emil' })] : [aSent(1)] },
      ],
      [`POST /api/sent-checks/${idOf(1)}/away`]: [204],
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Put away: Harbour' }));
    await waitFor(() => expect(asked('POST', `/api/sent-checks/${idOf(1)}/away`)).toHaveLength(1));
    await userEvent.click(screen.getByRole('checkbox', { name: /Also what was taken up/ }));
    expect(await screen.findByText(/put away by Emil/)).toBeTruthy();
    expect(sent.some(({ query }) => query.get('state') === 'all')).toBe(true);
  });

  it('is offered again by those who may', async () => {
    const taken = { takenByName: 'Emil', sessionId: idOf(9), mayBringBack: true };
    const path = `/api/sent-checks/${idOf(1)}/back`;
    const { asked } = open({
      'GET /api/sent-checks': [200, { sent: [aSent(1, taken), aSent(2, { ...taken, mayBringBack: false })] }],
      [`POST ${path}`]: [204],
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Offer it again: Harbour' }));
    await waitFor(() => expect(asked('POST', path)[0]?.body).toEqual({ sessionId: idOf(9) }));
  });

  it('is deleted by leads after asking, and not by experts', async () => {
    const path = `/api/sent-checks/${idOf(1)}`;
    const replies = { 'GET /api/sent-checks': [200, { sent: [aSent(1)] }], [`DELETE ${path}`]: [204] } as Replies;
    const { asked } = open(replies);
    await userEvent.click(await screen.findByRole('button', { name: 'Delete: Harbour' }));
    expect(asked('DELETE', path)).toHaveLength(0);
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(asked('DELETE', path)).toHaveLength(1));
    cleanup();
    open(replies, EXPERT);
    await item('Harbour would like to talk');
    expect(screen.queryByRole('button', { name: 'Delete: Harbour' })).toBeNull();
  });
});

describe('links', () => {
  const POST = 'POST /api/client-links';
  const made = (sent: { body: unknown }): [number, unknown] => [
    201,
    { id: (sent.body as { id: string }).id, address: 'https://e.test/c/check/t.secret', expiresAt: AT },
  ];

  it('are made for a person with times on one’s own clock, and the address is shown once', async () => {
    const { asked } = open({ [POST]: made });
    await userEvent.type(await screen.findByRole('textbox', { name: /^For whom/ }), ' Mira ');
    await userEvent.click(screen.getByRole('button', { name: 'Add a time' }));
    await userEvent.click(screen.getByRole('button', { name: 'Add a time' }));
    fireEvent.change(screen.getByLabelText('Time 1'), { target: { value: '2099-07-01T10:00' } });
    fireEvent.change(screen.getByLabelText('Time 2'), { target: { value: '2020-07-01T10:00' } });
    expect(screen.getByText(/This has passed/)).toBeTruthy();
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'How long it can be opened' }), '7');
    await userEvent.click(screen.getByRole('button', { name: 'Make a link' }));
    expect(await screen.findByDisplayValue('https://e.test/c/check/t.secret')).toBeTruthy();
    const body = asked('POST', '/api/client-links')[0]?.body as { times: string[] };
    expect(body).toMatchObject({ selfCheckId: 'own', forName: 'Mira', forEmail: '', days: 7 });
    expect(body.times.map((time) => Date.parse(time))).toEqual([new Date('2099-07-01T10:00').getTime()]);
    expect(screen.queryByLabelText('Time 1')).toBeNull();
  });

  it('whose address got lost on the way are ended, and another takes their place', async () => {
    let tries = 0;
    const { asked, answers, sent } = open({
      [POST]: (one) => {
        tries += 1;
        if (tries === 1) return 'offline';
        return tries === 2 ? [409, { code: 'already-there', title: 'Already there.' }] : made(one);
      },
    });
    const ids = () => asked('POST', '/api/client-links').map(({ body }) => (body as { id: string }).id);
    const make = await screen.findByRole('button', { name: 'Make a link' });
    await userEvent.click(make);
    await screen.findByText(/kept as it is|network|connection/i);
    const [first] = ids();
    answers[`DELETE /api/client-links/${first}`] = [204];
    await userEvent.click(make);
    await screen.findByDisplayValue('https://e.test/c/check/t.secret');
    expect(sent.filter(({ method }) => method === 'DELETE')).toHaveLength(1);
    expect(new Set(ids()).size).toBe(2);
  });

  it('say for whom and until when, and are ended after asking', async () => {
    const links = [
      link(1, { forName: 'Mira', forEmail: 'mira@example.com', times: [AT, AT] }),
      link(2, { expiresAt: AT }),
      link(3, { forEmail: 'jo@example.com', revokedAt: AT }),
    ];
    const path = `/api/client-links/${idOf(1)}`;
    const { asked } = open({ 'GET /api/client-links': [200, { links }], [`DELETE ${path}`]: [204] });
    expect((await item('Mira')).getByText(/mira@example.com · 2 times offered/)).toBeTruthy();
    expect((await item('For anyone who has the link')).getByText(/over since/)).toBeTruthy();
    expect((await item('jo@example.com')).getByText(/ended/)).toBeTruthy();
    expect(screen.getAllByRole('button', { name: /^End the link/ })).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'End the link: Mira' }));
    expect(asked('DELETE', path)).toHaveLength(0);
    await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'End the link' }));
    await waitFor(() => expect(asked('DELETE', path)).toHaveLength(1));
  });

  it('of others are not for experts to end', async () => {
    const links = [link(1, { forName: 'Mira' }), link(2, { forName: 'Jo', madeByName: 'Emil' })];
    open({ 'GET /api/client-links': [200, { links }] }, EXPERT);
    await item('Mira');
    const names = screen.getAllByRole('button', { name: /^End the link/ }).map((one) => one.getAttribute('aria-label'));
    expect(names).toEqual(['End the link: Jo']);
  });
});

describe('the self-checks of a team', () => {
  it('are listed with their languages; experts read and export them', async () => {
    open({}, EXPERT);
    const row = within((await screen.findByRole('link', { name: 'Of own' })).closest('li') as HTMLElement);
    expect(row.getByText(/Your team's · Version 2 .* English, German/)).toBeTruthy();
    expect(row.getByRole('button', { name: 'Export as a file: Of own' })).toBeTruthy();
    for (const name of ['New self-check', 'Import a file', 'Copy into one of your own: Of own'])
      expect(screen.queryByRole('button', { name })).toBeNull();
  });

  it('are read from a file, and a file that is none is refused in words', async () => {
    open();
    await screen.findByRole('button', { name: 'Import a file' });
    const input = document.querySelector('input[type=file]') as HTMLInputElement;
    await userEvent.upload(input, new File(['{'], 'a.json', { type: 'application/json' }));
    expect(await screen.findByText(/not a self-check: it is not JSON/)).toBeTruthy();
    const { text } = jsonFile(aCheck({ id: 'own', version: 7, title: 'From a file' }));
    await userEvent.upload(input, new File([text], 'b.json', { type: 'application/json' }));
    await waitFor(() => expect(location.pathname).toBe('/self-checks/from-a-file'));
    expect(JSON.parse(localStorage.getItem('eitherway.self-check.t-1.from-a-file') ?? '')).toMatchObject({
      version: 1,
    });
  });

  it('are copied into one of the team’s own, which waits in the list as a draft of this browser', async () => {
    open();
    await userEvent.click(await screen.findByRole('button', { name: 'Copy into one of your own: Of shipped' }));
    await waitFor(() => expect(location.pathname).toBe('/self-checks/of-shipped-copy'));
    cleanup();
    open();
    expect((await item('Of shipped (copy)')).getByText('Draft of version 1, in this browser only')).toBeTruthy();
  });

  it('say that there is no connection, and what is read stays', async () => {
    open({ 'GET /api/self-checks': 'offline', 'GET /api/sent-checks': 'offline', 'GET /api/client-links': 'offline' });
    await waitFor(() => expect(screen.getAllByText('No connection')).toHaveLength(3));
  });
});
