import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clearCredential, writeCredential } from '@/lib/settings/credential';
import { aPlaybook } from '@/test/fixtures';
import { aCredential } from '@/test/fixtures/a-credential';
import { useTeamPlaybooks } from './use-team-playbooks';

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const own = [1, 2].map((version) => ({ ...aPlaybook(), id: 'on-call', version, title: `On call ${version}` }));

function Titles() {
  const titles = useTeamPlaybooks().map(({ title }) => title);
  return <p>offered: {titles.join(', ') || 'none'}</p>;
}

function show(): void {
  vi.stubGlobal('fetch', async (input: RequestInfo | URL) => {
    const [id, version] = new URL(String(input)).pathname.split('/').slice(3);
    const heads = [aPlaybook(), ...own].map((one) => ({ ...one, from: one.id === 'on-call' ? 'team' : 'eitherway' }));
    const one = own.find((each) => each.id === id && String(each.version) === version);
    return Response.json(one ?? { playbooks: heads });
  });
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Titles />
    </QueryClientProvider>,
  );
}

describe("the team's playbooks", () => {
  it('come when its expert signs in while the panel is open, each in its newest version, and go when they sign out', async () => {
    show();
    await screen.findByText('offered: none');
    await writeCredential(aCredential());
    await screen.findByText('offered: On call 2');
    await clearCredential();
    expect(await screen.findByText('offered: none')).toBeTruthy();
  });
});
