import { EditorView, ViewPlugin } from '@codemirror/view';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LineInput } from '@/lib/pitch/flag';
import { askedLines, toggleAsked } from './asked-lines';
import { CONTEXT, flagsOf, ids, NOW } from './checker-for-tests';
import { flagMarks, flagsIn } from './flag-marks';
import { LineChecks, REST, WORD_REST } from './line-checks';

let view: EditorView;
let sent: string[][];
let fails: boolean;
const plugin = ViewPlugin.define((editor) => new LineChecks(editor, () => checkWith));
const checkWith = {
  context: CONTEXT,
  now: () => NOW,
  newId: ids(),
  checker: {
    checkLines: async (lines: readonly LineInput[]) => {
      sent.push(lines.map(({ text }) => text));
      if (fails) throw new Error('no worker');
      return lines.map(flagsOf);
    },
  },
};

beforeEach(() => {
  vi.useFakeTimers();
  sent = [];
  fails = false;
});
afterEach(() => {
  view.destroy();
  vi.useRealTimers();
});

function open(doc: string): void {
  view = new EditorView({ doc, extensions: [flagMarks, askedLines, plugin], parent: document.body });
}
async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
}
function type(insert: string): void {
  const { head } = view.state.selection.main;
  view.dispatch({
    changes: { from: head, insert },
    selection: { anchor: head + insert.length },
    userEvent: 'input.type',
  });
}
const shown = () => flagsIn(view.state.field(flagMarks).shown).map(({ piece }) => piece);

describe('a note that is opened', () => {
  it('is checked whole, piece by piece', async () => {
    open(Array.from({ length: 100 }, (_, at) => `hurry ${at}`).join('\n'));
    await pass(2_000);
    expect(shown()).toHaveLength(100);
    expect(sent.length).toBeGreaterThan(1);
    expect(sent.flat()).toHaveLength(100);
  });
});

describe('the line being typed', () => {
  it('is not sent before typing rests', async () => {
    open('');
    await pass(100);
    sent = [];
    for (const letter of 'hurry now') {
      type(letter);
      await pass(REST / 3);
    }
    expect(sent).toEqual([]);
    await pass(REST + 600);
    expect(sent).toEqual([['hurry now']]);
    expect(shown()).toEqual(['hurry']);
  });
  it('is sent when it is broken off', async () => {
    open('');
    await pass(100);
    type('hurry\n');
    await pass(100);
    expect(shown()).toEqual(['hurry']);
  });
  it('is sent when the cursor leaves it', async () => {
    open('\nbelow');
    await pass(100);
    type('hurry on');
    view.dispatch({ selection: { anchor: view.state.doc.length } });
    await pass(100);
    expect(shown()).toEqual(['hurry']);
  });
  it('shows a flag on its last word only after a longer rest', async () => {
    open('');
    vi.spyOn(view, 'hasFocus', 'get').mockReturnValue(true);
    type('no hurry');
    await pass(REST + 600);
    expect(sent.at(-1)).toEqual(['no hurry']);
    expect(shown()).toEqual([]);
    await pass(WORD_REST);
    expect(shown()).toEqual(['hurry']);
  });
});

describe('what has changed since', () => {
  it('is checked again, and what the old answer said is not shown', async () => {
    open('no hurry');
    await pass(1);
    view.dispatch({ changes: { from: 3, to: 8, insert: 'pause' } });
    await pass(2_000);
    expect(shown()).toEqual([]);
  });
  it('is only the marked line when they asked for it', async () => {
    open('hurry\nquota\nhurry');
    await pass(1_000);
    sent = [];
    view.dispatch({ selection: { anchor: 7 } });
    toggleAsked(view);
    await pass(1_000);
    expect(sent).toEqual([['quota']]);
    expect(shown()).toEqual(['hurry', 'hurry']);
  });
  it('is everything when the context is another one', async () => {
    open('hurry\nquota');
    await pass(1_000);
    sent = [];
    view.plugin(plugin)?.checkAll();
    await pass(1_000);
    expect(sent).toEqual([['hurry', 'quota']]);
  });
});

describe('a checker that fails', () => {
  it('is asked again, ever more seldom, until it answers', async () => {
    fails = true;
    open('hurry');
    await pass(10_000);
    expect(sent.length).toBeGreaterThan(2);
    expect(sent.length).toBeLessThan(6);
    fails = false;
    await pass(60_000);
    expect(shown()).toEqual(['hurry']);
  });
  it('is left alone once the note is closed', async () => {
    fails = true;
    open('hurry');
    await pass(100);
    view.destroy();
    const before = sent.length;
    await pass(60_000);
    expect(sent).toHaveLength(before);
  });
});
