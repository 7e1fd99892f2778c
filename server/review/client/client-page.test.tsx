// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { idOf } from '@/test/fixtures';
import type { ClientView } from '../../clients/wire';
import { EXPERT, LEAD, openAt, type Replies } from '../test-app';
import { clientAddress } from './client-address';
import { localDay } from './local-day';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T12:00:00') });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const NAME = 'Quay & Söhne 100% + "A/B"?';
const aStep = (n: number, text: string, date: string | null): ClientView['steps'][number] => ({
  id: idOf(n),
  text,
  owner: { side: 'client', name: 'Ljerka' },
  date,
  sessionId: idOf(1),
});
const VIEW: ClientView = {
  name: NAME,
  sessions: [
    {
      id: idOf(1),
      title: 'Backups',
      expert: { id: 'u-1', name: 'Emil' },
      startedAt: '2026-02-20T10:00:00.000Z',
      finishedAt: '2026-02-20T11:00:00.000Z',
    },
  ],
  checks: [],
  hasOlder: false,
  steps: [
    aStep(11, 'Count the hours', '2026-02-25'),
    aStep(12, 'Restore one file', '2026-03-02'),
    aStep(13, 'Ask the port', null),
  ],
  lookAgain: [
    { sessionId: idOf(1), day: '2026-02-01', to: 'The old plan', missing: '' },
    { sessionId: idOf(2), day: '2026-04-01', to: 'Move the backups', missing: 'The restore test' },
  ],
};
const open = (view: Partial<ClientView> = {}, more: Replies = {}) =>
  openAt(clientAddress(NAME), {
    'GET /api/me': [200, LEAD],
    'GET /api/clients': [200, { ...VIEW, ...view }],
    ...more,
  });
const part = async (name: string) => within(await screen.findByRole('region', { name }));

describe('a client before the next call', () => {
  it('is asked for by its exact name, whatever signs are in it', async () => {
    const { asked } = open();
    expect(await screen.findByRole('heading', { level: 1, name: `Next call with ${NAME}` })).toBeTruthy();
    await part('Sessions');
    expect(asked('GET', '/api/clients')[0]?.query.get('name')).toBe(NAME);
  });

  it('shows first what is to come, today too, and folds away what has passed', async () => {
    open();
    const steps = await part('Next steps');
    expect(steps.getAllByRole('link').map(({ textContent }) => textContent)).toEqual([
      'Restore one file',
      'Ask the port',
      'Count the hours',
      'The old plan',
    ]);
    const passed = steps.getByText('Their day has passed').closest('details');
    expect(passed?.open).toBe(false);
    expect(within(passed as HTMLElement).queryByText('Restore one file')).toBeNull();
    expect(within(passed as HTMLElement).getByText('Count the hours')).toBeTruthy();
    const again = await part('Look again together');
    expect(again.getByText('What is missing: The restore test')).toBeTruthy();
    expect(again.queryByText('The old plan')).toBeNull();
  });

  it('leads to its sessions, and says of none which way it went', async () => {
    open();
    const sessions = await part('Sessions');
    expect(sessions.getByRole('link', { name: 'Backups' }).getAttribute('href')).toBe(`/sessions/${idOf(1)}`);
    expect(sessions.getByText(/Emil/)).toBeTruthy();
    const rows = document.getElementById('client-sessions')?.parentElement?.textContent;
    expect(rows).toMatch(/^SessionsBackupsEmil · Feb 20, 2026, [\d: APM]+$/u);
  });

  it('names no expert to who reads only their own', async () => {
    open({}, { 'GET /api/me': [200, EXPERT] });
    expect((await part('Sessions')).queryByText(/Emil/)).toBeNull();
  });

  it('says calmly that nothing was agreed, and where older sessions are', async () => {
    open({ steps: [], lookAgain: [], hasOlder: true });
    expect((await part('Next steps')).getByText('Nothing was agreed that is still to come.')).toBeTruthy();
    expect(screen.queryByText('Their day has passed')).toBeNull();
    const list = screen.getByRole('link', { name: 'Find them in the list' }).getAttribute('href') ?? '';
    expect(new URL(list, location.origin).searchParams.get('client')).toBe(NAME);
  });

  it('that is not known, or not for the reader, says so', async () => {
    open({ sessions: [], steps: [], lookAgain: [] });
    expect(await screen.findByText('No sessions with this client')).toBeTruthy();
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('without a name asks for nothing', async () => {
    const { asked } = openAt('/clients', { 'GET /api/me': [200, LEAD] });
    expect(await screen.findByText('This address names no client.')).toBeTruthy();
    expect(asked('GET', '/api/clients')).toEqual([]);
  });

  it('that cannot be read says so and tries again when asked', async () => {
    const { answers } = open({}, { 'GET /api/clients': 'offline' });
    const again = await screen.findByRole('button', { name: 'Try again' });
    answers['GET /api/clients'] = [200, VIEW];
    await userEvent.click(again);
    expect(await screen.findByRole('link', { name: 'Backups' })).toBeTruthy();
  });

  it('shows markup as text', async () => {
    open({ steps: [aStep(1, '<img src=x onerror=alert(1)>', null)] });
    expect(await screen.findByText('<img src=x onerror=alert(1)>')).toBeTruthy();
    expect(document.querySelector('[onerror]')).toBeNull();
  });
});

it("a day is the reader's own, also just before and after midnight", () => {
  expect(localDay(new Date(2026, 2, 1, 23, 59, 59))).toBe('2026-03-01');
  expect(localDay(new Date(2026, 2, 2, 0, 0, 0))).toBe('2026-03-02');
});

it('shows what they wrote before a call, also when there was no session yet', async () => {
  const check = {
    id: idOf(80),
    wish: 'ended' as const,
    closing: 'others' as const,
    organisation: NAME,
    name: '',
    email: '',
    time: '',
    message: '',
    sentAt: '2026-02-10T10:00:00.000Z',
    language: 'en',
    forName: '',
    title: 'A check',
    answered: [{ id: 'today', stage: 'situation' as const, question: 'What happens?', answer: 'It stops.' }],
    takenByName: null,
    sessionId: null,
    mayBringBack: false,
  };
  open({ checks: [check], sessions: [], steps: [], lookAgain: [] });
  expect(await screen.findByText(/They looked into it and ended it there/)).toBeTruthy();
  await userEvent.click(screen.getByText('What they wrote'));
  expect(screen.getByText('It stops.')).toBeTruthy();
});
