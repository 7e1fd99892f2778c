import { history, undo } from '@codemirror/commands';
import { EditorView } from '@codemirror/view';
import { afterEach, describe, expect, it } from 'vitest';
import { askedLines } from './asked-lines';
import { aFlag, NOW } from './checker-for-tests';
import { flagMarks, standing } from './flag-marks';
import { answer, flagAt, flagById, goTo, nextFlag, reword, takeBack } from './flag-steps';
import { readNote, rewordedFlags } from './note-reading';
import { showValue } from './outside-value';
import { settleRewording } from './settle-rewording';

// happy-dom tells of a new selection in the middle of the editor's own change; browsers tell afterwards.
document.addEventListener('selectionchange', (event) => event.stopImmediatePropagation(), true);

let view: EditorView;
afterEach(() => view.destroy());

const TEXT = 'no hurry and no quota, we guarantee';
const pieces = ['hurry', 'quota', 'guarantee'];
const flags = pieces.map((piece) => aFlag(piece, { from: TEXT.indexOf(piece) }));
function open(extra = [] as typeof flags): EditorView {
  view = new EditorView({ extensions: [flagMarks, askedLines], parent: document.body });
  view.dispatch(showValue(view.state, { text: TEXT, theyAsked: [], flags: [...flags, ...extra] }));
  return view;
}
const walk = (direction: 1 | -1) => {
  const flag = nextFlag(view.state, direction);
  if (flag) goTo(view, flag);
  return flag?.piece;
};

describe('from flag to flag', () => {
  it('goes forward and round the end', () => {
    open();
    expect([walk(1), walk(1), walk(1), walk(1)]).toEqual(['hurry', 'quota', 'guarantee', 'hurry']);
  });
  it('goes back and round the beginning', () => {
    open();
    expect([walk(-1), walk(-1), walk(-1), walk(-1)]).toEqual(['guarantee', 'quota', 'hurry', 'guarantee']);
  });
  it('goes nowhere in a note without flags', () => {
    view = new EditorView({ extensions: [flagMarks, askedLines] });
    expect(nextFlag(view.state, 1)).toBeNull();
    expect(nextFlag(view.state, -1)).toBeNull();
  });
});

describe('the flag at the cursor', () => {
  it('is found inside it and at its edges, the shortest of several', () => {
    open([aFlag('hurry and no quota', { id: 'wide', from: 3 })]);
    expect(flagAt(view.state, 4)?.piece).toBe('hurry');
    expect(flagAt(view.state, 8)?.piece).toBe('hurry');
    expect(flagAt(view.state, 11)?.id).toBe('wide');
    expect(flagAt(view.state, 0)).toBeNull();
  });
});

describe('an answer', () => {
  const kept = { kind: 'kept' as const, reason: 'their word', at: NOW };
  it('stays with its flag and no other, and can be taken back', () => {
    answer(open(), 'id-quota', kept);
    expect(standing(view.state).map((flag) => flag.answer)).toEqual([null, kept, null]);
    expect(view.dom.querySelectorAll('mark')).toHaveLength(3);
    answer(view, 'id-quota', null);
    expect(standing(view.state).map((flag) => flag.answer)).toEqual([null, null, null]);
  });
  it('takes a reworded flag off the list when it is taken back', () => {
    open([aFlag('gone', { answer: { kind: 'reworded', reason: '', at: NOW } })]);
    expect(rewordedFlags(view.state)).toHaveLength(1);
    answer(view, 'id-gone', null);
    expect(rewordedFlags(view.state)).toEqual([]);
    expect(flagById(view.state, 'id-gone')).toBeNull();
  });
});

describe('rewording', () => {
  it('selects the piece, so that typing replaces it', () => {
    reword(open(), 'id-quota');
    const { from, to } = view.state.selection.main;
    expect(view.state.sliceDoc(from, to)).toBe('quota');
    expect(view.state.field(flagMarks).rewording).toEqual(new Set(['id-quota']));
  });
  it('is given up by another answer, and asks nothing of a flag that is not there', () => {
    reword(open(), 'id-quota');
    answer(view, 'id-quota', { kind: 'disputed', reason: 'no', at: NOW });
    expect(view.state.field(flagMarks).rewording.size).toBe(0);
    const before = view.state;
    reword(view, 'nobody');
    expect(view.state).toBe(before);
  });
});

describe('a rewording that is taken back', () => {
  /** Types as a person does: one key at a time, where the cursor is. */
  const type = (words: string) => {
    for (const key of words) view.dispatch(view.state.replaceSelection(key), { userEvent: 'input.type' });
  };
  const reworded = (words: string) => {
    reword(open(), 'id-quota');
    type(words);
    settleRewording(view, () => NOW);
  };
  it('brings the old words back in place of the new ones, with the flag, unanswered', () => {
    reworded('numbers of theirs');
    expect(view.state.doc.toString()).toBe('no hurry and no numbers of theirs, we guarantee');
    takeBack(view, 'id-quota');
    expect(view.state.doc.toString()).toBe(TEXT);
    expect(standing(view.state)).toEqual(flags);
    expect(rewordedFlags(view.state)).toEqual([]);
  });
  it('leaves alone what was typed around it since', () => {
    reworded('x');
    view.dispatch({
      changes: [
        { from: 0, insert: 'Well, ' },
        { from: 17, insert: '!' },
      ],
    });
    expect(view.state.doc.toString()).toBe('Well, no hurry and no x!, we guarantee');
    takeBack(view, 'id-quota');
    expect(view.state.doc.toString()).toBe('Well, no hurry and no quota!, we guarantee');
    expect(standing(view.state).map(({ piece }) => piece)).toEqual(pieces);
  });
  it('brings back words that were deleted and not replaced, and after the note was closed too', () => {
    reword(open(), 'id-quota');
    view.dispatch(view.state.replaceSelection(''), { userEvent: 'delete' });
    settleRewording(view, () => NOW);
    const kept = { text: view.state.doc.toString(), theyAsked: [], flags: readNote(view.state).note.flags };
    view.destroy();
    view = new EditorView({ extensions: [flagMarks, askedLines], parent: document.body });
    view.dispatch(showValue(view.state, kept));
    takeBack(view, 'id-quota');
    expect(view.state.doc.toString()).toBe(TEXT);
  });
  it('keeps the lines that were typed on under it', () => {
    reworded('theirs\nThey count the scrap.\n');
    takeBack(view, 'id-quota');
    expect(view.state.doc.toString()).toBe('no hurry and no quota\nThey count the scrap.\n, we guarantee');
  });
  it('forgets a flag whose words are not kept here', () => {
    open([aFlag('', { id: 'sent', answer: { kind: 'reworded', reason: '', at: NOW } })]);
    takeBack(view, 'sent');
    expect(rewordedFlags(view.state)).toEqual([]);
    expect(view.state.doc.toString()).toBe(TEXT);
  });
  it('is a step that can be undone itself', () => {
    view?.destroy();
    view = new EditorView({ extensions: [flagMarks, askedLines, history()], parent: document.body });
    view.dispatch(showValue(view.state, { text: TEXT, theyAsked: [], flags }));
    reword(view, 'id-quota');
    type('theirs');
    settleRewording(view, () => NOW);
    takeBack(view, 'id-quota');
    undo(view);
    expect(view.state.doc.toString()).toBe('no hurry and no theirs, we guarantee');
  });
});
