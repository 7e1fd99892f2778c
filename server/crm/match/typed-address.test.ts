import { expect, it, vi } from 'vitest';
import { clientAddresses } from '@/lib/session/client-addresses';
import { writeFacts } from '@/lib/session/facts';
import { type Beginning, startSession } from '@/lib/session/start-session';
import { anAt, aPlaybook, aSession } from '@/test/fixtures';
import type { Match } from '../connector';
import { matchSession } from './match';

const record = (kind: Match['kind'], id: string): Match => ({ kind, id, name: id, detail: '', url: null });
const ljerka = record('person', '7');
const harbour = record('company', '9');

/** A CRM that knows one person by their address and one company by its host. */
const find = () =>
  vi.fn(async (query: { emails: string[] } | { domain: string }) => {
    if ('domain' in query) return query.domain === 'harbour.example' ? [harbour] : [];
    return query.emails.includes('ljerka@harbour.example') ? [ljerka] : [];
  });

const begun = (typed: Pick<Beginning, 'client' | 'people'>) =>
  startSession({ ...typed, title: '', playbook: aPlaybook(), call: aSession().call }, anAt());

it('finds the person by the address that was typed in the panel, and asks for no company', async () => {
  const session = begun({
    client: { name: 'Harbour Hotels', domain: 'harbour.example' },
    people: [
      { name: 'Ljerka', role: '', side: 'client', email: ' Ljerka@Harbour.example ' },
      { name: 'Tobias', role: '', side: 'ours', email: 'tobias@ours.example' },
    ],
  });
  const asked = find();
  expect(await matchSession(session.id, clientAddresses(session), {}, asked)).toEqual({
    kind: 'matched',
    links: [ljerka],
  });
  expect(asked.mock.calls).toEqual([[{ emails: ['ljerka@harbour.example'] }]]);
});

it('finds the company by the web address that was typed, when nobody has an address', async () => {
  const session = begun({ client: { name: 'Harbour Hotels', domain: 'https://www.Harbour.example/' }, people: [] });
  expect(await matchSession(session.id, clientAddresses(session), {}, find())).toEqual({
    kind: 'matched',
    links: [harbour],
  });
});

it('finds the person once an address is added to a session that runs, and asks a person when it was none', async () => {
  const session = aSession();
  const [first, ...others] = session.people;
  if (!first) throw new Error('nobody');
  const after = (email: string) =>
    writeFacts(session, { client: 'Harbour', title: '', people: [{ ...first, email }, ...others] }, anAt());
  const matched = (email: string) => matchSession(session.id, clientAddresses(after(email)), {}, find());
  expect(await matched('ljerka@harbour.example')).toEqual({ kind: 'matched', links: [ljerka] });
  expect(await matched('ljerka at harbour')).toEqual({ kind: 'unsure', candidates: [] });
});
