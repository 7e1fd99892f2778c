import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { EnglishTexts } from '@/components/ui/english-texts';
import type { NoteAtCrm } from '@/lib/crm/session-crm';
import { type CrmActions, CrmNotes } from './crm-notes';

afterEach(cleanup);

const NOTE: NoteAtCrm = {
  connectionId: '01890000-0000-7000-8000-000000000001',
  connectionName: 'Tryton',
  crmName: 'Tryton',
  sessionId: '01890000-0000-7000-8000-000000000002',
  client: 'Nordlicht',
  kind: 'note',
  state: 'done',
  problem: null,
  url: 'https://crm.example/notes/7',
  shortened: false,
  nextAt: null,
  deliveredAt: '2026-03-02T12:00:00.000Z',
  changedAt: '2026-03-02T12:00:00.000Z',
  candidates: [],
  paused: false,
};
const INES = { kind: 'person', id: '7', name: 'Ines Roth', detail: 'ines@nordlicht.example', url: null } as const;

function show(notes: NoteAtCrm[], change: Partial<CrmActions> = {}) {
  const actions: CrmActions = {
    choose: vi.fn(async () => {}),
    find: vi.fn(async () => [INES]),
    retry: vi.fn(async () => {}),
    sentence: () => 'This did not work.',
    ...change,
  };
  render(
    <EnglishTexts>
      <CrmNotes notes={notes} actions={actions} />
    </EnglishTexts>,
  );
  return actions;
}

it('says where a note is, since when, and opens it', () => {
  show([NOTE]);
  expect(screen.getByText(/In Tryton/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Open in Tryton' }).getAttribute('href')).toBe(NOTE.url);
});

it('shows nothing where no CRM is connected', () => {
  show([]);
  expect(screen.queryByRole('heading')).toBeNull();
});

it('has a person choose among those found, with none chosen beforehand', async () => {
  const actions = show([
    {
      ...NOTE,
      state: 'needs-match',
      problem: 'several',
      url: null,
      candidates: [INES, { ...INES, id: '8', detail: 'old' }],
    },
  ]);
  expect(screen.getAllByRole('radio').filter((each) => (each as HTMLInputElement).checked)).toEqual([]);
  expect(screen.getByRole('button', { name: 'Write the note there' })).toHaveProperty('disabled', true);
  await userEvent.click(screen.getByRole('radio', { name: /old/ }));
  await userEvent.click(screen.getByRole('button', { name: 'Write the note there' }));
  expect(actions.choose).toHaveBeenCalledWith(NOTE.connectionId, { link: { kind: 'person', id: '8' }, remember: true });
});

it('looks for another one by e-mail or host, and keeps the note here when told', async () => {
  const actions = show([{ ...NOTE, state: 'needs-match', problem: 'none', url: null }]);
  await userEvent.type(screen.getByLabelText('E-mail or web address of the client'), 'Ines@Nordlicht.example{Enter}');
  expect(await screen.findByRole('radio', { name: /Ines Roth/ })).toBeTruthy();
  expect(actions.find).toHaveBeenCalledWith(NOTE.connectionId, { email: 'ines@nordlicht.example' });
  await userEvent.click(screen.getByRole('button', { name: 'Keep the note here' }));
  expect(actions.choose).toHaveBeenCalledWith(NOTE.connectionId, { link: null, remember: false });
});

it('says why a person is needed and tries again, and says when that fails', async () => {
  show([{ ...NOTE, state: 'needs-person', problem: 'in-doubt', url: null }], {
    retry: () => Promise.reject(new Error()),
  });
  expect(screen.getByText(/may be there already/)).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect((await screen.findByRole('alert')).textContent).toBe('This did not work.');
});

it('names the words of a vendor it does not know by their code alone', () => {
  show([{ ...NOTE, state: 'needs-person', problem: 'FIELD_INTEGRITY', url: null }]);
  expect(screen.getByText(/FIELD_INTEGRITY/)).toBeTruthy();
});
