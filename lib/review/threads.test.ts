import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf } from '@/test/fixtures';
import type { Comment } from './review';
import { anchorsOf, placeOfAnchor, threadsOf, unreadOf } from './threads';

const aComment = (n: number, change: Partial<Comment> = {}): Comment => ({
  id: idOf(n),
  parentId: null,
  author: { id: 'lead', name: 'Lea' },
  kind: 'question',
  anchor: null,
  text: 'What made them ask?',
  createdAt: '2026-03-02T10:00:00.000Z',
  editedAt: null,
  acknowledgedAt: null,
  ...change,
});

describe('threads', () => {
  it('hold each comment with its answers, in their order', () => {
    const all = [
      aComment(1),
      aComment(2),
      aComment(3, { parentId: idOf(1), kind: 'answer' }),
      aComment(4, { parentId: idOf(1), kind: 'answer' }),
    ];
    expect(threadsOf(all).map(({ comment, answers }) => [comment.id, answers.map(({ id }) => id)])).toEqual([
      [idOf(1), [idOf(3), idOf(4)]],
      [idOf(2), []],
    ]);
  });

  it('count what the expert has not read: others’ words without an acknowledgement', () => {
    const read = { acknowledgedAt: '2026-03-02T11:00:00.000Z' };
    const own = { author: { id: 'expert', name: 'Emil' } };
    expect(unreadOf([aComment(1), aComment(2, read), aComment(3, own)], 'expert')).toBe(1);
  });
});

describe('what a comment is about', () => {
  it('is any line of a note that has words, where it stands', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (one, two) => {
        const note = { id: idOf(1), text: `${one}\n\n${two}` };
        for (const anchor of anchorsOf(note)) {
          expect(note.text.slice(anchor.span.from, anchor.span.to)).toBe(anchor.piece);
          expect(placeOfAnchor(anchor, note)).toBe(anchor.span.from);
        }
      }),
    );
  });

  it('is found again where its words moved to, and is gone with them', () => {
    const [anchor] = anchorsOf({ id: idOf(1), text: 'They count by hand.' });
    if (!anchor) throw new Error('a line has an anchor');
    expect(placeOfAnchor(anchor, { text: 'On Fridays:\nThey count by hand.' })).toBe(12);
    expect(placeOfAnchor(anchor, { text: 'They count twice.' })).toBeNull();
  });
});
