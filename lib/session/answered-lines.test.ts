import { describe, expect, it } from 'vitest';
import { aFlag, aNote, aSession } from '@/test/fixtures';
import { answeredLines, labelledRow } from './answered-lines';

const at = '2026-11-23T10:00:00.000Z';
const text = 'the NAS is old\nanchor 480, land 395\nget Kelsey alone\nno upsell';
const flagOn = (piece: string, kind: 'kept' | 'disputed' | 'reworded' | null) => ({
  ...aFlag(),
  from: text.indexOf(piece),
  to: text.indexOf(piece) + piece.length,
  piece,
  category: 'manipulation' as const,
  answer: kind && { kind, reason: 'so it is', at },
});

describe('the answered lines of a session', () => {
  it('are those whose flags were kept or disputed, with what was said', () => {
    const flags = [flagOn('anchor 480', 'kept'), flagOn('Kelsey', 'disputed'), flagOn('upsell', null)];
    expect(answeredLines(aSession({ notes: [aNote({ text, flags })] }))).toEqual([
      { line: 2, text: 'anchor 480, land 395', kept: true, category: 'manipulation', piece: 'anchor 480' },
      { line: 3, text: 'get Kelsey alone', kept: false, category: '', piece: '' },
    ]);
  });
  it('count a line with both answers as kept', () => {
    const flags = [flagOn('anchor', 'disputed'), flagOn('land 395', 'kept')];
    expect(answeredLines(aSession({ notes: [aNote({ text, flags })] }))).toMatchObject([{ kept: true }]);
  });
  it('are rows that no text can break out of', () => {
    const row = labelledRow(3, { line: 1, text: 'a\tb\r\nc', kept: false, category: '', piece: '' });
    expect(row.split('\t')).toEqual(['3', '1', 'a b c', '0', '', '1/1', '']);
  });
});
