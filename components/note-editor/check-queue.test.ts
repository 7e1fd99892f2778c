import { ChangeSet, Text } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { CheckQueue, lineInput } from './check-queue';

const TEN = Text.of(['a0', 'b1', 'c2', 'd3', 'e4', 'f5', 'g6', 'h7', 'i8', 'j9']);
const ALL = { lines: 100, units: 10_000 };
const NOWHERE = { from: 0, to: 0 };

function full(doc = TEN): CheckQueue {
  const queue = new CheckQueue();
  queue.add([{ from: 0, to: doc.length }]);
  return queue;
}
const texts = (lines: readonly { text: string }[]) => lines.map(({ text }) => text);

describe('the lines to be checked', () => {
  it('are sent in pieces, those in sight first', () => {
    const queue = full();
    const inSight = { from: TEN.line(5).from, to: TEN.line(6).to };
    expect(texts(queue.take(TEN, inSight, null, { lines: 3, units: 999 }))).toEqual(['e4', 'f5', 'a0']);
    expect(texts(queue.take(TEN, inSight, null, ALL))).toEqual(['b1', 'c2', 'd3', 'g6', 'h7', 'i8', 'j9']);
    expect(queue.waiting).toEqual([]);
  });
  it('are sent in pieces when they are long', () => {
    const doc = Text.of(['x'.repeat(50), 'y'.repeat(50), 'z']);
    expect(full(doc).take(doc, NOWHERE, null, { lines: 9, units: 60 })).toHaveLength(2);
  });
  it('leave out the line being typed until it is finished', () => {
    const queue = full();
    const busy = { from: TEN.line(2).from, to: TEN.line(9).to };
    expect(texts(queue.take(TEN, NOWHERE, busy, ALL))).toEqual(['a0', 'j9']);
    expect(queue.take(TEN, NOWHERE, busy, ALL)).toEqual([]);
    expect(queue.take(TEN, NOWHERE, null, ALL)).toHaveLength(8);
  });
  it('are the edited one and the five after it, which read it', () => {
    const queue = full();
    queue.done(queue.take(TEN, NOWHERE, null, ALL));
    const changes = ChangeSet.of([{ from: TEN.line(2).from, insert: 'x' }], TEN.length);
    const doc = changes.apply(TEN);
    queue.edited(changes, doc);
    expect(texts(queue.take(doc, NOWHERE, null, ALL))).toEqual(['xb1', 'c2', 'd3', 'e4', 'f5', 'g6']);
  });
});

describe('a line on its way', () => {
  it('follows edits before it, and is stale once it was touched itself', () => {
    const queue = full();
    const sent = queue.take(TEN, NOWHERE, null, ALL);
    const changes = ChangeSet.of([{ from: 0, insert: 'new ' }], TEN.length);
    queue.edited(changes, changes.apply(TEN));
    expect(sent.filter(({ stale }) => stale)).toHaveLength(6);
    expect(sent[9]).toEqual({ from: 31, to: 33, text: 'j9', stale: false });
  });
  it('is stale when everything is to be checked again', () => {
    const queue = full();
    const sent = queue.take(TEN, NOWHERE, null, ALL);
    queue.add([{ from: 0, to: TEN.length }]);
    expect(sent.every(({ stale }) => stale)).toBe(true);
  });
});

it('goes to the checker with at most five lines before it, the nearest last', () => {
  const line = (number: number) => ({ ...TEN.line(number), from: TEN.line(number).from, stale: false });
  expect(lineInput(TEN, { ...line(8), text: 'h7', to: 0 }, true)).toEqual({
    text: 'h7',
    theyAsked: true,
    before: ['c2', 'd3', 'e4', 'f5', 'g6'],
  });
  expect(lineInput(TEN, { ...line(1), text: 'a0', to: 0 }, false).before).toEqual([]);
});
