import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { EnglishTexts } from '@/components/ui/english-texts';
import { aSession, idOf } from '@/test/fixtures';
import { FactsDialog } from './facts-dialog';

afterEach(cleanup);

const session = aSession();
let ids = 300;
const WRONG = 'This address is not complete, so it will not be kept.';

function show(begun = session) {
  const on = { onSave: vi.fn(), onClose: vi.fn() };
  render(
    <EnglishTexts>
      <FactsDialog open session={begun} newId={() => idOf(++ids)} {...on} />
    </EnglishTexts>,
  );
  return on;
}
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));

it('begins with what the session says, and hands out what was changed, each person as who they are', async () => {
  const on = show();
  const client = screen.getByLabelText<HTMLInputElement>('Client', { selector: 'input' });
  expect(client.value).toBe('Harbour Hotels');
  await userEvent.type(client, ' Group');
  await press('Remove person Tobias');
  await press('Add a person');
  const added = within(screen.getAllByRole('listitem').at(-1) as HTMLElement);
  await userEvent.type(added.getByLabelText('Name'), 'Ines');
  await press('Save');
  expect(on.onSave).toHaveBeenCalledWith({
    client: 'Harbour Hotels Group',
    domain: '',
    title: 'Backups',
    people: [session.people[0], { id: idOf(ids), name: 'Ines', role: '', side: 'client' }],
  });
  expect(on.onClose).toHaveBeenCalledOnce();
});

it('is not saved without a client, and says so at the field', async () => {
  const on = show();
  const client = screen.getByLabelText<HTMLInputElement>('Client', { selector: 'input' });
  await userEvent.clear(client);
  await press('Save');
  expect(on.onSave).not.toHaveBeenCalled();
  expect(screen.getByText('Say which organisation you talk with.')).toBeTruthy();
  expect(document.activeElement).toBe(client);
});

it('changes nothing when it is left', async () => {
  const on = show();
  await userEvent.type(screen.getByLabelText('Title (if you like)'), '!');
  await press('Cancel');
  expect(on.onClose).toHaveBeenCalledOnce();
  expect(on.onSave).not.toHaveBeenCalled();
});

it('keeps an address with its person, takes one that is pasted with a name, and leads to one that cannot be, once', async () => {
  const on = show();
  const first = within(screen.getAllByRole('listitem')[0] as HTMLElement);
  const name = first.getByLabelText<HTMLInputElement>('Name');
  await userEvent.clear(name);
  await userEvent.click(name);
  await userEvent.paste('Ljerka Horvat <ljerka@harbour.example>');
  const second = within(screen.getAllByRole('listitem')[1] as HTMLElement);
  const address = second.getByLabelText<HTMLInputElement>('E-mail (to find their record)');
  await userEvent.type(address, 'tobias at harbour');
  await press('Save');
  expect(on.onSave).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(address);
  expect(second.getByText(WRONG)).toBeTruthy();
  await userEvent.clear(address);
  await press('Save');
  expect(on.onSave.mock.calls[0]?.[0].people).toEqual([
    { ...session.people[0], name: 'Ljerka Horvat', email: 'ljerka@harbour.example' },
    session.people[1],
  ]);
});

it('leads to a web address that cannot be, though it is folded away, and is saved all the same', async () => {
  const on = show();
  const summary = screen.getByText('For your CRM (if you like)');
  const details = summary.closest('details') as HTMLDetailsElement;
  expect(details.open).toBe(false);
  await userEvent.click(summary);
  const address = screen.getByLabelText('Web address of the client');
  await userEvent.type(address, 'harbour');
  await userEvent.click(summary);
  await press('Save');
  expect([details.open, document.activeElement]).toEqual([true, address]);
  expect(address.getAttribute('aria-describedby')).toContain('problem');
  await press('Save');
  expect(on.onSave.mock.calls[0]?.[0].domain).toBe('harbour');
});

it('shows the web address that a session has, and lets it go', async () => {
  const client = { name: 'Harbour Hotels', domain: 'harbour.example' };
  const on = show({ ...session, client });
  const address = screen.getByLabelText<HTMLInputElement>('Web address of the client');
  expect([address.closest('details')?.open, address.value]).toEqual([true, 'harbour.example']);
  await userEvent.clear(address);
  expect(address.closest('details')?.open).toBe(true);
  await press('Save');
  expect(on.onSave.mock.calls[0]?.[0].domain).toBe('');
});
