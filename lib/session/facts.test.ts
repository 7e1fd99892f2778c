import { describe, expect, it } from 'vitest';
import { aNo, anAt, aSession, idOf } from '@/test/fixtures';
import { writeFacts } from './facts';
import { Session } from './session';

const later = { now: '2026-03-02T10:40:00.000Z' };
const session = aSession({ decision: aNo() });
const facts = { client: session.client.name, title: session.title, people: session.people };

describe('whom a session is with', () => {
  it('can be told better at any time, and every person keeps who they are', () => {
    const [ljerka, tobias] = session.people;
    if (!ljerka || !tobias) throw new Error('nobody');
    const ines = { id: idOf(77), name: ' Ines ', role: '', side: 'client' as const };
    const changed = writeFacts(
      session,
      { client: ' Harbour Group ', title: ' Copies ', people: [{ ...ljerka, role: 'head of IT' }, tobias, ines] },
      later,
    );
    expect([changed.client.name, changed.title, changed.updatedAt]).toEqual(['Harbour Group', 'Copies', later.now]);
    expect(changed.people).toEqual([{ ...ljerka, role: 'head of IT' }, tobias, { ...ines, name: 'Ines' }]);
    expect(changed.decision).toEqual(session.decision);
    expect(Session.safeParse(changed).success).toBe(true);
  });
  it('names nobody as deciding who is no longer there', () => {
    const [, tobias] = session.people;
    if (!tobias) throw new Error('nobody');
    const without = writeFacts(session, { ...facts, people: [tobias] }, later);
    expect(without.decision.tookPart).toEqual([tobias.id]);
    expect(writeFacts(session, { ...facts, people: [{ ...tobias, name: ' ' }] }, later).people).toEqual([]);
  });
  it('keeps addresses as they are compared, and drops what is none', () => {
    const [ljerka, tobias] = session.people;
    if (!ljerka || !tobias) throw new Error('nobody');
    const people = [
      { ...ljerka, email: ' Ljerka@Harbour.example ' },
      { ...tobias, email: 'tobias at harbour' },
    ];
    const changed = writeFacts(session, { ...facts, people }, later);
    expect(changed.people).toEqual([{ ...ljerka, email: 'ljerka@harbour.example' }, tobias]);
    expect(Session.safeParse(changed).success).toBe(true);
  });
  it('keeps where their organisation is found', () => {
    const found = { ...session, client: { ...session.client, domain: 'harbour.example' } };
    expect(writeFacts(found, { ...facts, client: 'Harbour' }, later).client).toEqual({
      name: 'Harbour',
      domain: 'harbour.example',
    });
  });
  it('takes their web address as it is typed, changes it and lets it go', () => {
    const typed = (domain: string, now = session) => writeFacts(now, { ...facts, domain }, later);
    const found = typed('https://www.Harbour.example/');
    expect(found.client.domain).toBe('harbour.example');
    expect(typed('harbour', found).client).toEqual({ name: 'Harbour Hotels' });
    expect(typed('', found).client).toEqual({ name: 'Harbour Hotels' });
  });
  it('calls someone of whom there is only an address by its first part, never by the address', () => {
    const [ljerka] = session.people;
    if (!ljerka) throw new Error('nobody');
    const people = [{ ...ljerka, name: ' ', email: 'l.horvat@harbour.example' }];
    expect(writeFacts(session, { ...facts, people }, later).people).toMatchObject([
      { name: 'l.horvat', email: 'l.horvat@harbour.example' },
    ]);
  });
  it('keeps the client’s name when none is given', () => {
    expect(writeFacts(session, { ...facts, client: '  ' }, anAt()).client.name).toBe('Harbour Hotels');
  });
});
