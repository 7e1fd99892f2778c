import { history, redo, undo } from '@codemirror/commands';
import { EditorSelection } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { afterEach, describe, expect, it } from 'vitest';
import { askedExtension, askedLines, isAsked, toggleAsked } from './asked-lines';

let view: EditorView;
afterEach(() => view.destroy());

function open(doc: string, at = 0, to = at): EditorView {
  view = new EditorView({
    doc,
    selection: EditorSelection.range(at, to),
    extensions: [history(), askedExtension('they asked', 'asked')],
    parent: document.body,
  });
  return view;
}
const marked = () =>
  Array.from({ length: view.state.doc.lines }, (_, at) => view.state.doc.line(at + 1))
    .filter((line) => isAsked(view.state, line))
    .map((line) => line.text);
const type = (from: number, insert: string, to = from) => view.dispatch({ changes: { from, to, insert } });

describe('lines that they asked for', () => {
  it('are marked and unmarked by the same key, with a label on them', () => {
    toggleAsked(open('one\ntwo\nthree', 5));
    expect(marked()).toEqual(['two']);
    expect(view.dom.querySelector('.asked')?.getAttribute('data-label')).toBe('they asked');
    toggleAsked(view);
    expect(marked()).toEqual([]);
    expect(view.dom.querySelector('.asked')).toBeNull();
  });
  it('are all marked when only some of the chosen ones were', () => {
    toggleAsked(open('one\ntwo\nthree', 0));
    view.dispatch({ selection: EditorSelection.range(0, 6) });
    toggleAsked(view);
    expect(marked()).toEqual(['one', 'two']);
    expect(view.state.field(askedLines)).toEqual([{ from: 0, to: 7 }]);
  });
  it('leave their neighbours marked when one of them is unmarked', () => {
    toggleAsked(open('one\ntwo\nthree', 0, 12));
    view.dispatch({ selection: EditorSelection.cursor(5) });
    toggleAsked(view);
    expect(marked()).toEqual(['one', 'three']);
  });
  it('stay whole lines as words are typed into them', () => {
    toggleAsked(open('one\ntwo', 0));
    type(3, ' more');
    type(0, 'number ');
    expect(marked()).toEqual(['number one more']);
  });
  it('take in what is typed on an empty line', () => {
    toggleAsked(open('one\n\nthree', 4));
    type(4, 'they asked how');
    expect(marked()).toEqual(['they asked how']);
  });
  it('are both marked when one is broken in two, and a line begun after it is not', () => {
    toggleAsked(open('one two', 0));
    type(3, '\n');
    expect(marked()).toEqual(['one', ' two']);
    type(8, '\nnext');
    expect(marked()).toEqual(['one', ' two']);
  });
  it('go with their line, and come back with it', () => {
    toggleAsked(open('one\ntwo\nthree', 5));
    type(3, '', 8);
    expect(marked()).toEqual([]);
    undo(view);
    expect(marked()).toEqual(['two']);
    redo(view);
    expect(marked()).toEqual([]);
  });
  it('stay on a line whose words were all deleted', () => {
    toggleAsked(open('one\ntwo', 0));
    type(0, '', 3);
    type(0, 'again');
    expect(marked()).toEqual(['again']);
  });
});
