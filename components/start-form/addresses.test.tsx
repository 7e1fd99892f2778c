import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EnglishTexts } from '@/components/ui/english-texts';
import { shippedPlaybooks } from '@/lib/playbooks';
import { EMPTY_DRAFT, type StartDraft, StartForm } from './start-form';

afterEach(cleanup);

const WRONG = 'This address is not complete, so it will not be kept.';
const EMAIL = 'E-mail (to find their record)';
const someone = { key: '1', name: '', role: '', side: 'client' as const };
const started = vi.fn();
let held: StartDraft;

function Desk({ begun }: { begun: Partial<StartDraft> }) {
  const [draft, setDraft] = useState<StartDraft>({ ...EMPTY_DRAFT, client: 'Harbour Hotels', ...begun });
  held = draft;
  return (
    <StartForm draft={draft} playbooks={shippedPlaybooks} newKey={() => '2'} onChange={setDraft} onStart={started} />
  );
}
const show = (begun: Partial<StartDraft> = {}) =>
  render(
    <EnglishTexts>
      <Desk begun={begun} />
    </EnglishTexts>,
  );
const told = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
const start = () => userEvent.click(screen.getByRole('button', { name: 'Start the session' }));

beforeEach(() => started.mockClear());

describe('an address of a person', () => {
  it('goes from the name to its own field when it is pasted or typed there, which is said', async () => {
    show({ people: [someone] });
    await userEvent.click(screen.getByLabelText('Name'));
    await userEvent.paste('Ljerka Horvat <ljerka@harbour.example>');
    expect(held.people).toEqual([{ ...someone, name: 'Ljerka Horvat', email: 'ljerka@harbour.example' }]);
    expect(told()).toContain('The address went into the e-mail field.');
  });
  it('is not mistaken for a name, so that no summary shows it', async () => {
    show({ people: [someone] });
    await userEvent.type(screen.getByLabelText('Name'), 'l.horvat@harbour.example');
    await userEvent.tab();
    expect(held.people).toEqual([{ ...someone, name: 'l.horvat', email: 'l.horvat@harbour.example' }]);
  });
  it('may be pasted with the name into the e-mail field; a name that is there stays', async () => {
    show({ people: [someone, { ...someone, key: '3', name: 'Davor' }] });
    for (const field of screen.getAllByLabelText(EMAIL)) {
      await userEvent.click(field);
      await userEvent.paste('"Horvat, D." <horvat@harbour.example>');
    }
    expect(held.people.map(({ name, email }) => [name, email])).toEqual([
      ['Horvat, D.', 'horvat@harbour.example'],
      ['Davor', 'horvat@harbour.example'],
    ]);
  });
  it('that cannot be one is told when it is left, at the field and aloud, until it is put right', async () => {
    show({ people: [{ ...someone, name: 'Ljerka' }] });
    const field = screen.getByLabelText(EMAIL);
    await userEvent.type(field, 'ljerka@harbour');
    expect(screen.queryByText(WRONG)).toBeNull();
    await userEvent.tab();
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(told()).toContain(WRONG);
    await userEvent.type(field, '.example');
    expect(screen.queryByText(WRONG)).toBeNull();
  });
});

describe('what is typed for the CRM', () => {
  it('is folded away, with the reason for it inside', async () => {
    show();
    const field = screen.getByLabelText('Web address of the client', { selector: 'input' });
    expect(field.closest('details')?.open).toBe(false);
    expect(screen.getByText('So that the note finds their record.').id).toBe(field.getAttribute('aria-describedby'));
  });
  it('is told to be wrong when it is left, at the field and aloud', async () => {
    show({ domain: 'harbour' });
    await userEvent.click(screen.getByLabelText('Web address of the client'));
    await userEvent.tab();
    expect(told()).toContain(WRONG);
    await userEvent.type(screen.getByLabelText('Web address of the client'), '.example');
    expect(told()).not.toContain(WRONG);
    expect(held.domain).toBe('harbour.example');
  });
  it('never keeps a session from beginning', async () => {
    show({ people: [{ ...someone, name: 'Ljerka', email: 'ljerka at harbour' }], domain: 'no address' });
    await start();
    expect(started).toHaveBeenCalledWith(expect.objectContaining({ domain: 'no address' }), shippedPlaybooks[0]);
  });
});
