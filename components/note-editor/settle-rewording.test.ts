import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { afterEach, expect, it } from 'vitest';
import { aFlag } from '@/test/fixtures';
import { changeFlags, flagMarks, standing } from './flag-marks';
import { rewordedFlags } from './note-reading';
import { settleRewording } from './settle-rewording';

const now = () => '2026-03-02T10:30:00.000Z';
let view: EditorView;
afterEach(() => view.destroy());

function aViewWithFlag() {
  const state = EditorState.create({ doc: 'sign today or lose it', extensions: [flagMarks] });
  view = new EditorView({ state, parent: document.body });
  view.dispatch({ effects: changeFlags.of({ clear: [], add: [aFlag()], gone: [], rewording: new Set() }) });
}

/** What "Reword" on the card does, without the focus. */
function beginRewording() {
  const change = { clear: [], add: [aFlag()], gone: [], rewording: new Set([aFlag().id]) };
  view.dispatch({ effects: changeFlags.of(change) });
}

it('counts a replaced piece as reworded when the note is left before its line was checked', () => {
  aViewWithFlag();
  beginRewording();
  view.dispatch({ changes: { from: 0, to: 10, insert: 'ask for their date' } });
  expect(rewordedFlags(view.state)).toEqual([]);
  settleRewording(view, now);
  expect(rewordedFlags(view.state).map(({ id, answer }) => [id, answer?.kind, answer?.at])).toEqual([
    [aFlag().id, 'reworded', now()],
  ]);
});

it('leaves a piece that still stands unanswered', () => {
  aViewWithFlag();
  beginRewording();
  settleRewording(view, now);
  expect(rewordedFlags(view.state)).toEqual([]);
  expect(standing(view.state).map((flag) => flag.answer)).toEqual([null]);
});

it('does not call deleted what nobody set out to reword', () => {
  aViewWithFlag();
  view.dispatch({ changes: { from: 0, to: 10 } });
  settleRewording(view, now);
  expect(rewordedFlags(view.state)).toEqual([]);
});
