import { EditorState } from '@codemirror/state';
import { EditorView, keymap, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { NoteFlag } from '@/lib/session/note';
import { askedExtension, askedLines, isAsked, toggleAsked } from './asked-lines';
import { bareEditor } from './bare-editor';
import type { CheckWith } from './check-with';
import { flagMarks, flagsIn } from './flag-marks';
import { flagAt, goTo, nextFlag } from './flag-steps';
import { LineChecks } from './line-checks';
import { readNote, rewordedFlags } from './note-reading';
import { LONGEST_TEXT, type NoteValue } from './note-value';
import { fromOutside, showValue } from './outside-value';
import { settleRewording } from './settle-rewording';
import { ValueLink } from './value-link';

/** What the parts around the editor show. */
export type NoteAround = { flags: readonly NoteFlag[]; reworded: readonly NoteFlag[]; askedHere: boolean };

export type NoteViewProps = {
  parent: HTMLElement;
  value: NoteValue;
  caret: { from: number; to: number } | null;
  label: string;
  asked: { label: string; className: string };
  checkWith: () => CheckWith;
  onChange: (value: NoteValue) => void;
  onAround: (around: NoteAround) => void;
  /** The cursor came into a flag. */
  onOpen: (id: string) => void;
  /** Ctrl+Enter in a flag: the expert wants to go to its card. */
  onEnter: (id: string) => void;
  onEscape: () => boolean;
  /** Lines were marked "they asked", or no longer are. */
  onAsked: (marked: boolean) => void;
  /** More was typed or pasted than a note holds; nothing was taken in. */
  onFull: () => void;
};

export type NoteView = {
  view: EditorView;
  receive: (value: NoteValue) => void;
  checkAll: () => void;
  destroy: () => void;
};

function aroundOf(state: EditorState): NoteAround {
  return {
    flags: flagsIn(state.field(flagMarks).shown),
    reworded: rewordedFlags(state),
    askedHere: askedHere(state),
  };
}

function askedHere(state: EditorState): boolean {
  return state.field(askedLines).length > 0 && isAsked(state, state.doc.lineAt(state.selection.main.head));
}

/** The editor of one note, free of React. */
export function createNoteView(props: NoteViewProps): NoteView {
  const settle = () => settleRewording(view, () => props.checkWith().now());
  // Before the link's own listener, so that what is settled is handed out with the rest.
  window.addEventListener('pagehide', settle, true);
  const link = new ValueLink(props.value, props.onChange);
  const checks = ViewPlugin.define((view) => new LineChecks(view, props.checkWith));
  const start = EditorState.create({
    extensions: [
      keymap.of(noteKeys(props)),
      bareEditor(props.label),
      askedExtension(props.asked.label, props.asked.className),
      flagMarks,
      checks,
      EditorState.changeFilter.of((tr) => roomFor(tr.changes.newLength, tr.startState.doc.length, props.onFull)),
      EditorView.updateListener.of((update) => follow(update, link, props)),
    ],
  });
  const filled = start.update(showValue(start, props.value)).state;
  const within = (at: number) => Math.min(at, filled.doc.length);
  const state = props.caret
    ? filled.update({ selection: { anchor: within(props.caret.from), head: within(props.caret.to) } }).state
    : filled;
  const view = new EditorView({ state, parent: props.parent });
  props.onAround(aroundOf(view.state));
  return {
    view,
    receive: (value) => link.receive(view, value),
    checkAll: () => view.plugin(checks)?.checkAll(),
    destroy: () => {
      window.removeEventListener('pagehide', settle, true);
      settle();
      link.flush();
      link.dispose();
      view.destroy();
    },
  };
}

function roomFor(length: number, before: number, onFull: () => void): boolean {
  if (length <= LONGEST_TEXT || length <= before) return true;
  queueMicrotask(onFull);
  return false;
}

/** The keys of the note itself; all others are the panel's, or the browser's own. */
export function noteKeys(props: NoteViewProps) {
  const step = (direction: 1 | -1) => (view: EditorView) => {
    const flag = nextFlag(view.state, direction);
    if (flag) goTo(view, flag);
    return flag !== null;
  };
  const enter = ({ state }: EditorView) => {
    const flag = flagAt(state, state.selection.main.head);
    if (flag) {
      props.onAround(aroundOf(state));
      props.onEnter(flag.id);
    }
    return flag !== null;
  };
  return [
    { key: 'F8', run: step(1), shift: step(-1) },
    { key: 'Ctrl-Enter', run: enter },
    { key: 'Alt-a', run: toggleAsked },
    { key: 'Escape', run: props.onEscape },
  ];
}

function follow(update: ViewUpdate, link: ValueLink, props: NoteViewProps): void {
  const { startState, state } = update;
  const flags = state.field(flagMarks).version !== startState.field(flagMarks).version;
  const asked = state.field(askedLines) !== startState.field(askedLines);
  if (update.docChanged || flags || asked) {
    const outside = update.transactions.every((tr) => tr.annotation(fromOutside));
    if (!outside) link.changed(() => readNote(update.view.state));
  }
  if (asked && !update.docChanged) props.onAsked(askedHere(state));
  if (flags || askedHere(startState) !== askedHere(state))
    link.around(() => props.onAround(aroundOf(update.view.state)));
  if (!update.selectionSet || update.docChanged) return;
  if (!update.transactions.some((tr) => tr.isUserEvent('select'))) return;
  const here = flagAt(state, state.selection.main.head);
  if (!here) return;
  // The list may be a frame behind, and a card opens only for a flag that it knows.
  props.onAround(aroundOf(state));
  props.onOpen(here.id);
}
