import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EnglishTexts } from '@/components/ui/english-texts';
import { shippedPlaybooks } from '@/lib/playbooks';
import type { CallKind } from '@/lib/session/session';
import { CallSuggestion } from './call-suggestion';
import { EMPTY_DRAFT, type StartDraft, StartForm } from './start-form';

afterEach(cleanup);

let held: StartDraft;
let keys = 0;
const started = vi.fn();

function Desk({ begun }: { begun: Partial<StartDraft> }) {
  const [draft, setDraft] = useState<StartDraft>({ ...EMPTY_DRAFT, ...begun });
  held = draft;
  return (
    <StartForm
      draft={draft}
      playbooks={shippedPlaybooks}
      newKey={() => String(++keys)}
      onChange={setDraft}
      onStart={started}
    />
  );
}

function show(begun: Partial<StartDraft> = {}) {
  started.mockClear();
  render(
    <EnglishTexts>
      <Desk begun={begun} />
    </EnglishTexts>,
  );
}
const start = () => userEvent.click(screen.getByRole('button', { name: 'Start the session' }));

describe('a new session', () => {
  it('needs no more than the client, and begins with the first playbook', async () => {
    show();
    await userEvent.type(screen.getByLabelText('Client'), 'Harbour Hotels');
    await start();
    expect(started).toHaveBeenCalledWith(expect.objectContaining({ client: 'Harbour Hotels' }), shippedPlaybooks[0]);
  });
  it('does not begin without a client, and says so where it is missing', async () => {
    show({ client: '  ' });
    expect(screen.queryByText('Say which organisation you talk with.')).toBeNull();
    await start();
    expect(started).not.toHaveBeenCalled();
    expect(screen.getByText('Say which organisation you talk with.')).toBeTruthy();
    expect(document.activeElement).toBe(screen.getByLabelText('Client'));
  });
  it('offers every playbook with what it is for and how long it takes', async () => {
    show({ client: 'Acme' });
    const group = within(screen.getByRole('group', { name: 'Playbook' }));
    expect(group.getAllByRole('radio').length).toBe(shippedPlaybooks.length);
    await userEvent.click(group.getByRole('radio', { name: /First call/ }));
    expect(screen.getByText(/25 minutes\.$/)).toBeTruthy();
    await start();
    expect(started.mock.calls[0]?.[1]).toBe(shippedPlaybooks[1]);
  });
  it('takes several people of both sides, and lets them go', async () => {
    show();
    const add = () => userEvent.click(screen.getByRole('button', { name: 'Add a person' }));
    await add();
    await add();
    await userEvent.type(screen.getAllByLabelText('Name')[0] as HTMLElement, 'Ljerka');
    await userEvent.type(screen.getAllByLabelText('Role')[0] as HTMLElement, 'IT manager');
    await userEvent.type(screen.getAllByLabelText('Name')[1] as HTMLElement, 'Tobias');
    await userEvent.selectOptions(screen.getAllByLabelText('Side')[1] as HTMLElement, 'ours');
    expect(held.people).toMatchObject([
      { name: 'Ljerka', role: 'IT manager', side: 'client' },
      { name: 'Tobias', role: '', side: 'ours' },
    ]);
    await userEvent.click(screen.getByRole('button', { name: 'Remove person Ljerka' }));
    expect(held.people.map(({ name }) => name)).toEqual(['Tobias']);
  });
});

describe('a call found beside the panel', () => {
  const call = { kind: 'meet' as CallKind, host: 'meet.google.com', client: 'Acme', title: 'Backups' };
  const offer = (change = {}) => {
    const on = { onTake: vi.fn(), onIgnore: vi.fn() };
    render(
      <EnglishTexts>
        <CallSuggestion call={{ ...call, ...change }} {...on} />
      </EnglishTexts>,
    );
    return on;
  };
  it('is offered with what its tab says, to take or to ignore', async () => {
    const on = offer();
    expect(screen.getByText('You opened this beside a Google Meet call.')).toBeTruthy();
    expect(screen.getByText('Acme').tagName).toBe('DD');
    await userEvent.click(screen.getByRole('button', { name: 'Use this' }));
    expect(on.onTake).toHaveBeenCalledOnce();
    await userEvent.click(screen.getByRole('button', { name: 'Ignore' }));
    expect(on.onIgnore).toHaveBeenCalledOnce();
  });
  it('shows only what is known of it', () => {
    offer({ client: '' });
    expect(screen.getAllByRole('definition').map((one) => one.textContent)).toEqual(['Backups']);
  });
});
