import { EditorState, type TransactionSpec } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { aFlag } from './checker-for-tests';
import { changeFlags, endWord, flagMarks, flagsIn, standing } from './flag-marks';

let state: EditorState;
function open(doc: string, ...pieces: string[]): void {
  state = EditorState.create({ doc, extensions: flagMarks });
  const add = pieces.map((piece) => aFlag(piece, { from: doc.indexOf(piece) }));
  apply({ effects: changeFlags.of({ clear: [], add, gone: [], rewording: new Set() }) });
}
function apply(spec: TransactionSpec): void {
  state = state.update(spec).state;
}
function type(from: number, insert: string, to = from): void {
  apply({ changes: { from, to, insert }, selection: { anchor: from + insert.length }, userEvent: 'input.type' });
}
const shown = () => flagsIn(state.field(flagMarks).shown).map((flag) => state.sliceDoc(flag.from, flag.to));
const version = () => state.field(flagMarks).version;

describe('flags and edits', () => {
  it('move with their words', () => {
    open('no hurry here', 'hurry');
    type(0, 'well, ');
    expect(shown()).toEqual(['hurry']);
    expect(flagsIn(state.field(flagMarks).shown)[0]?.from).toBe(9);
  });
  it.each([
    ['typing inside', 5, 'x', 5],
    ['deleting a letter', 4, '', 5],
    ['replacing what holds it', 0, 'all', 13],
  ])('go when their words are touched by %s, and are remembered', (_, from, insert, to) => {
    open('no hurry here', 'hurry');
    const before = version();
    type(from, insert, to);
    expect(shown()).toEqual([]);
    expect(state.field(flagMarks).gone).toMatchObject([{ piece: 'hurry' }]);
    expect(version()).toBeGreaterThan(before);
  });
  it('do not change at all while other words are typed', () => {
    open('no hurry here and there', 'hurry');
    const before = version();
    type(22, 'x');
    expect(version()).toBe(before);
  });
});

describe('a flag at the word being typed', () => {
  it('is held back until the word has ended', () => {
    open('hurry', 'hurry');
    type(5, 'i');
    expect(shown()).toEqual([]);
    expect(standing(state)).toMatchObject([{ piece: 'hurry', from: 0, to: 5 }]);
    type(6, ' ');
    expect(shown()).toEqual(['hurry']);
  });
  it('is held back when it is found there, too', () => {
    open('');
    type(0, 'hurry');
    const add = [aFlag('hurry')];
    apply({ effects: changeFlags.of({ clear: [{ from: 0, to: 5 }], add, gone: [], rewording: new Set() }) });
    expect(shown()).toEqual([]);
    apply({ selection: { anchor: 0 } });
    expect(shown()).toEqual(['hurry']);
  });
  it('is shown when the expert rests', () => {
    open('hurry', 'hurry');
    type(5, 's');
    apply({ effects: endWord.of(null) });
    expect(shown()).toEqual(['hurry']);
  });
  it('is shown beside text that was pasted', () => {
    open('hurry', 'hurry');
    apply({ changes: { from: 5, insert: 'ing' }, selection: { anchor: 8 }, userEvent: 'input.paste' });
    expect(shown()).toEqual(['hurry']);
  });
  it('goes from where it was held when its words are touched', () => {
    open('hurry', 'hurry');
    type(5, 's');
    type(2, 'x');
    expect(standing(state)).toEqual([]);
  });
  it('stays held while the text before it changes elsewhere', () => {
    open('a hurry', 'hurry');
    type(7, 's');
    apply({ changes: { from: 0, insert: 'bb' } });
    expect(shown()).toEqual([]);
    expect(standing(state)).toMatchObject([{ from: 4, to: 9 }]);
  });
});
