import { expect, it } from 'vitest';
import { aSession } from '@/test/fixtures';
import { clientAddresses } from './client-addresses';
import type { Person } from './session';

const person = (email: string | undefined, side: Person['side'] = 'client'): Person => ({
  id: '01890000-0000-7000-8000-000000000001',
  name: 'Ines',
  role: '',
  side,
  ...(email !== undefined && { email }),
});
const of = (people: Person[], domain?: string) =>
  clientAddresses(aSession({ people, client: { name: 'Nordlicht', ...(domain && { domain }) } }));

it('takes the addresses of the client, once each and in lower case, never ours', () => {
  const people = [
    person('Ines@Nordlicht.example'),
    person('ines@nordlicht.example'),
    person('us@ours.example', 'ours'),
  ];
  expect(of(people)).toEqual({ emails: ['ines@nordlicht.example'], domain: 'nordlicht.example' });
});

it('knows no organisation by two hosts, by a public mailbox or by nothing', () => {
  expect(of([person('a@one.example'), person('b@two.example')]).domain).toBeNull();
  for (const host of ['gmail.com', 'GMX.de', 'yahoo.co.uk']) expect(of([person(`a@${host}`)]).domain).toBeNull();
  expect(of([person(undefined)])).toEqual({ emails: [], domain: null });
});

it('prefers the host that was given', () => {
  expect(of([person('a@gmail.com')], 'nordlicht.example').domain).toBe('nordlicht.example');
});
