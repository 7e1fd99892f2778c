import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Session } from '@/lib/session/session';
import { writeCredential } from '@/lib/settings/credential';
import { aSession } from '@/test/fixtures';
import { aCredential } from '@/test/fixtures/a-credential';
import { useTaken } from './use-taken';

const credential = aCredential();
const session = (team: string): Session => {
  const { id, startedAt: sentAt } = aSession();
  return aSession({ selfCheck: { id, team, title: '', organisation: '', sentAt, answered: [], talkedAbout: [] } });
};
let asked: string[];
let status: number;

beforeEach(async () => {
  fakeBrowser.reset();
  asked = [];
  status = 204;
  await writeCredential(credential);
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    const request = new Request(input, init);
    asked.push(`${request.method} ${new URL(request.url).pathname}`);
    const problem = JSON.stringify({ type: '', title: 'x', status, code: 'not-found' });
    return new Response(status === 204 ? null : problem, { status });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Taking({ of, onGone }: { of: Session; onGone: () => void }) {
  useTaken(of, onGone);
  return null;
}
function take(of: Session) {
  const onGone = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Taking of={of} onGone={onGone} />
    </QueryClientProvider>,
  );
  return onGone;
}

it('tells the team once that a self-check went along', async () => {
  const onGone = take(session(credential.teamId ?? ''));
  await waitFor(() => expect(asked).toEqual([`POST /api/sent-checks/${session('').selfCheck?.id}/take`]));
  expect(onGone).not.toHaveBeenCalled();
});

it('hears when its client deleted it', async () => {
  status = 404;
  const onGone = take(session(credential.teamId ?? ''));
  await waitFor(() => expect(onGone).toHaveBeenCalledOnce());
});

it('asks no other team, to which it would be unknown, and drops nothing', async () => {
  status = 404;
  const other = take(session('another-team'));
  const own = take(session(credential.teamId ?? ''));
  await waitFor(() => expect(own).toHaveBeenCalled());
  expect(other).not.toHaveBeenCalled();
  expect(asked).toHaveLength(1);
});
