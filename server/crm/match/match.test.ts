import { expect, it, vi } from 'vitest';
import type { Match } from '../connector';
import { keysToAsk, keysToRemember, matchSession } from './match';

const record = (id: string, kind: Match['kind'] = 'person'): Match => ({ kind, id, name: id, detail: '', url: null });
const ID = '01890000-0000-7000-8000-000000000001';
const TWO = { emails: ['a@x.example', 'b@x.example'], domain: 'x.example' };
const finding = (found: Record<string, Match[]>) =>
  vi.fn(
    async (query: { emails: string[] } | { domain: string }) =>
      found['domain' in query ? query.domain : (query.emails[0] ?? '')] ?? [],
  );

it('links everyone whose address belongs to one record', async () => {
  const find = finding({ 'a@x.example': [record('1')], 'b@x.example': [record('2')] });
  expect(await matchSession(ID, TWO, {}, find)).toEqual({ kind: 'matched', links: [record('1'), record('2')] });
});

it('asks when one address belongs to two, whoever else was found', async () => {
  const find = finding({ 'a@x.example': [record('1')], 'b@x.example': [record('2'), record('3')] });
  expect(await matchSession(ID, TWO, {}, find)).toEqual({
    kind: 'unsure',
    candidates: [record('1'), record('2'), record('3')],
  });
});

it('takes the organisation only when nobody was found, and never one of two', async () => {
  const company = record('9', 'company');
  expect(await matchSession(ID, TWO, {}, finding({ 'x.example': [company] }))).toEqual({
    kind: 'matched',
    links: [company],
  });
  const two = finding({ 'x.example': [company, record('8', 'company')] });
  expect((await matchSession(ID, TWO, {}, two)).kind).toBe('unsure');
  expect(await matchSession(ID, { emails: [], domain: null }, {}, two)).toEqual({ kind: 'unsure', candidates: [] });
});

it('lets what a person chose go first, for the session and then for its addresses, without asking the vendor', async () => {
  const find = finding({});
  const chosen = { 'email:a@x.example': record('4'), 'email:b@x.example': null };
  expect(await matchSession(ID, TWO, chosen, find)).toEqual({ kind: 'matched', links: [record('4')] });
  expect(await matchSession(ID, TWO, { ...chosen, [`session:${ID}`]: null }, find)).toEqual({ kind: 'nowhere' });
  expect(find).not.toHaveBeenCalled();
});

it('remembers a choice by the addresses, else by the organisation, and asks for all of them', () => {
  expect(keysToRemember(ID, TWO)).toEqual([`session:${ID}`, 'email:a@x.example', 'email:b@x.example']);
  expect(keysToRemember(ID, { ...TWO, emails: [] })).toEqual([`session:${ID}`, 'domain:x.example']);
  expect(keysToAsk(ID, TWO)).toHaveLength(4);
});
