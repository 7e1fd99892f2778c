import { QueryClientProvider } from '@tanstack/react-query';
import { configure, render } from '@testing-library/react';
import { vi } from 'vitest';
import { EnglishTexts } from '@/components/ui/english-texts';
import { idOf } from '@/test/fixtures';
import { createQueries } from './api/create-queries';
import { App } from './app';

/** How long a busy machine may take to reach what a test waits for, in milliseconds. */
configure({ asyncUtilTimeout: 15_000 });

/** What the API answers: [status, content], or 'offline'; or a function of the request that says so. */
type Reply = [number, unknown?] | 'offline';
export type Replies = Record<string, Reply | ((sent: Sent) => Reply)>;
export type Sent = { method: string; path: string; query: URLSearchParams; body: unknown };

export const LEAD = {
  user: { id: 'u-lead', name: 'Lea', email: 'lea@example.test' },
  team: { id: 't-1', name: 'Northwind', role: 'lead' },
  teams: [{ id: 't-1', name: 'Northwind', role: 'lead' }],
  via: 'web',
  deviceId: null,
  mail: false,
};
export const EXPERT = { ...LEAD, team: { ...LEAD.team, role: 'expert' }, user: { ...LEAD.user, name: 'Emil' } };
export const ADMIN = { ...LEAD, team: { ...LEAD.team, role: 'admin' } };
export const SIGNED_OUT: Reply = [401, { code: 'signed-out', title: 'Please sign in.', status: 401 }];

const FINISHED = '2026-03-02T10:50:00.000Z';

/** A session as the list shows it: its n-th, and whose the client is. */
export const aSummary = (n: number, client: string, more = {}) => ({
  id: idOf(n),
  client,
  title: 'Backups',
  expert: { id: 'u-1', name: 'Emil' },
  startedAt: '2026-03-02T10:00:00.000Z',
  finishedAt: FINISHED,
  playbook: { id: 'diagnostic-sequence', version: 1 },
  flagsByCategory: {},
  decisionReached: true,
  revision: 3,
  needs: [],
  reviewedAt: null,
  sharedFrom: FINISHED,
  commentCount: 0,
  ...more,
});

/** Opens the web app at an address, with an API that answers as told. What is not told does not exist. */
export function openAt(address: string, replies: Replies) {
  const sent: Sent[] = [];
  const answers: Replies = { ...replies };
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const url = new URL(String(input), location.origin);
    const body = init.body ? JSON.parse(String(init.body)) : null;
    const one = { method: init.method ?? 'GET', path: url.pathname, query: url.searchParams, body };
    sent.push(one);
    const told = answers[`${one.method} ${one.path}`] ?? [404, { code: 'not-found', title: 'There is nothing here.' }];
    const reply = typeof told === 'function' ? told(one) : told;
    if (reply === 'offline') throw new TypeError('Failed to fetch');
    const [status, content] = reply;
    return new Response(content === undefined ? null : JSON.stringify(content), { status });
  });
  history.replaceState(null, '', address);
  render(
    <EnglishTexts>
      <QueryClientProvider client={createQueries()}>
        <App />
      </QueryClientProvider>
    </EnglishTexts>,
  );
  const asked = (method: string, path: string) => sent.filter((one) => one.method === method && one.path === path);
  return { sent, asked, answers };
}
