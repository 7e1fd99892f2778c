import { expect, it } from 'vitest';
import { aFlag, aNote, aSession, idOf } from '@/test/fixtures';
import { countFlags } from './standing-flags';

const answered = (kind: 'reworded' | 'kept' | 'disputed') => ({
  kind,
  reason: 'Their words.',
  at: '2026-03-02T10:20:00.000Z',
});

it('counts flags that stand by category, over all notes, and the settled ones apart', () => {
  const notes = [
    aNote({
      flags: [
        aFlag({ id: idOf(1) }),
        aFlag({ id: idOf(2), answer: answered('kept') }),
        aFlag({ id: idOf(3), answer: answered('reworded') }),
      ],
    }),
    aNote({ questionId: null, flags: [aFlag({ id: idOf(4), category: 'quota', answer: answered('disputed') })] }),
    aNote({ questionId: null, flags: [aFlag({ id: idOf(5), category: 'flattery' })] }),
  ];
  expect(countFlags(aSession({ notes }))).toEqual({ standing: { pressure: 2, flattery: 1 }, settled: 2 });
});

it('counts a flag once, in whichever case its id is written', () => {
  const id = '0198a000-0000-7000-8000-00000000000a';
  const notes = [aNote({ flags: [aFlag({ id }), aFlag({ id: id.toUpperCase() })] })];
  expect(countFlags(aSession({ notes })).standing).toEqual({ pressure: 1 });
});

it('counts nothing where nothing is flagged', () => {
  expect(countFlags(aSession())).toEqual({ standing: {}, settled: 0 });
});
