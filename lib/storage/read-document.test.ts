import { expect, it } from 'vitest';
import { aNote, aSession } from '@/test/fixtures';
import { readDocument } from './read-document';

it('opens what was stored', () => {
  expect(readDocument(aSession())).toEqual({ kind: 'found', session: aSession() });
});

it('opens texts, lists and dates that no team would accept, so that nothing typed is out of reach', () => {
  const session = aSession({ title: 'x'.repeat(5_000), notes: [aNote({ text: 'y'.repeat(1_000_000) })] });
  session.decision.lookAgainOn = '12026-01-01';
  expect(readDocument(session)).toEqual({ kind: 'found', session });
});

it.each([
  ['nothing', undefined, 'broken'],
  ['a text', 'session', 'broken'],
  ['no form', { id: 'a' }, 'broken'],
  ['a form that is no number', { form: 'one' }, 'broken'],
  ['a form before the first', { form: 0 }, 'broken'],
  ['parts missing', { form: 1, id: 'a' }, 'broken'],
  ['parts of another kind', { ...aSession(), notes: 'text' }, 'broken'],
  ['a form to come', { ...aSession(), form: 2 }, 'newer-form'],
])('calls a document with %s unreadable', (_, document, reason) => {
  expect(readDocument(document)).toEqual({ kind: 'unreadable', reason });
});
