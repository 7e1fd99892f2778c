import { expect, it } from 'vitest';
import { aNote, aSession, idOf } from '@/test/fixtures';
import { copyOf, onlyMoved } from './losing-window';

const stored = { ...aSession(), revision: 4 };

it('tells looking around from typing', () => {
  const cursor = { ...stored.cursor, questionId: 'another' };
  expect(onlyMoved(stored, { ...stored, cursor, updatedAt: '2026-03-02T12:00:00.000Z' })).toBe(true);
  expect(onlyMoved(stored, { ...stored, notes: [aNote()] })).toBe(false);
});

it('never takes a session that is not stored yet for unchanged', () => {
  expect(onlyMoved({ ...stored, revision: 0 }, stored)).toBe(false);
});

it('copies everything typed into an unfinished session with a title that fits', () => {
  const finished = { ...stored, notes: [aNote()], finishedAt: '2026-03-02T12:00:00.000Z' };
  const copy = copyOf(finished, idOf(77), 'x'.repeat(400));
  expect(copy).toEqual({ ...finished, id: idOf(77), revision: 0, finishedAt: null, title: 'x'.repeat(300) });
});
