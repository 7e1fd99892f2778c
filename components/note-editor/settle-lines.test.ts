import { EditorState } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { aFlag, flagsOf, ids, NOW } from './checker-for-tests';
import { changeFlags, flagMarks, standing } from './flag-marks';
import { settleLines } from './settle-lines';

const at = { now: () => NOW, newId: ids() };
let state: EditorState;

function open(doc: string): void {
  state = EditorState.create({ doc, extensions: flagMarks });
}
/** Checks one line of the note and brings in what was found; says whether anything changed. */
function check(number: number, flags?: ReturnType<typeof flagsOf>): boolean {
  const { from, to, text } = state.doc.line(number);
  const found = flags ?? flagsOf({ text, theyAsked: false, before: [] });
  const effect = settleLines(state, [{ from, to, flags: found }], at);
  if (effect) state = state.update({ effects: effect }).state;
  return effect !== null;
}
const edit = (from: number, to: number, insert: string) => {
  state = state.update({ changes: { from, to, insert } }).state;
};
function setOut(id: string): void {
  const { gone } = state.field(flagMarks);
  const effect = changeFlags.of({ clear: [], add: [], gone, rewording: new Set([id]) });
  state = state.update({ effects: effect }).state;
}

describe('a checked line', () => {
  it('changes nothing when it says what was known', () => {
    open('we guarantee it');
    expect(check(1)).toBe(true);
    expect(check(1)).toBe(false);
  });
  it('leaves the flags of other lines alone', () => {
    open('hurry\nquota');
    check(1);
    check(2);
    check(1, []);
    expect(standing(state)).toMatchObject([{ piece: 'quota' }]);
  });
  it('keeps the id of a flag whose words were deleted and came back', () => {
    open('we guarantee it');
    check(1);
    const [first] = standing(state);
    edit(3, 12, '');
    check(1);
    expect(standing(state)).toEqual([]);
    edit(3, 3, 'guarantee');
    check(1);
    expect(standing(state)).toEqual([first]);
  });
  it('keeps what the expert answered for as long as its words stand', () => {
    open('hurry');
    const answer = { kind: 'disputed' as const, reason: 'their own deadline', at: NOW };
    const add = [aFlag('hurry', { answer })];
    state = state.update({ effects: changeFlags.of({ clear: [], add, gone: [], rewording: new Set() }) }).state;
    check(1, []);
    expect(standing(state)).toMatchObject([{ answer }]);
  });
  it('takes no finding that is empty or reaches beyond the line', () => {
    open('hurry\nnext');
    const [flag] = flagsOf({ text: 'hurry', theyAsked: false, before: [] });
    if (!flag) throw new Error('no flag');
    check(1, [
      { ...flag, from: 2, to: 2 },
      { ...flag, to: 9 },
    ]);
    expect(standing(state)).toMatchObject([{ from: 0, to: 5, piece: 'hurry' }]);
  });
});

describe('a flag that the expert set out to reword', () => {
  it('counts as reworded when other words stand there', () => {
    open('we guarantee it');
    check(1);
    const id = standing(state)[0]?.id ?? '';
    setOut(id);
    edit(3, 12, 'will try');
    check(1);
    expect(state.field(flagMarks).gone).toMatchObject([
      { id, piece: 'guarantee', answer: { kind: 'reworded', reason: '', at: NOW } },
    ]);
  });
  it('is open when its words come back', () => {
    open('we guarantee it');
    check(1);
    const id = standing(state)[0]?.id ?? '';
    setOut(id);
    edit(3, 12, 'will try');
    check(1);
    edit(3, 11, 'guarantee');
    check(1);
    expect(standing(state)).toMatchObject([{ id, answer: null }]);
    expect(state.field(flagMarks).gone).toEqual([]);
  });
  it('is not called reworded when only its line was checked anew', () => {
    open('we guarantee it');
    check(1);
    setOut(standing(state)[0]?.id ?? '');
    check(1, []);
    check(1, []);
    expect(state.field(flagMarks).gone).toMatchObject([{ answer: null }]);
  });
});
