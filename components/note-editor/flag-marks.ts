import { type ChangeDesc, type EditorState, StateEffect, StateField, type Transaction } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { Span } from '@/lib/pitch/flag';
import type { NoteFlag } from '@/lib/session/note';
import { markOf } from './flag-look';
import { wordAt } from './typed-word';

/** All that the editor knows of flags. Positions are of the current text wherever a flag is read through the functions below. */
export type FlagMarks = {
  /** Flags that stand in the text and are underlined. */
  shown: DecorationSet;
  /** Flags that stand in the text but touch the word being typed: not shown before that word ends. */
  held: readonly NoteFlag[];
  /** Flags that no longer stand in the text: reworded ones, and others that may be found again (undo). */
  gone: readonly NoteFlag[];
  /** Ids of flags whose piece the expert is replacing. */
  rewording: ReadonlySet<string>;
  /** The word being typed. */
  typing: Span | null;
  /** Rises whenever a flag comes, goes, is shown, held or answered. */
  version: number;
};

/** What a check or an answer changes; all positions are of the text as it is after the transaction. */
export type FlagChange = {
  /** Flags that stand in these pieces are replaced by `add`. */
  clear: readonly Span[];
  add: readonly NoteFlag[];
  gone: readonly NoteFlag[];
  rewording: ReadonlySet<string>;
};

export const changeFlags = StateEffect.define<FlagChange>();
/** The word being typed counts as ended: the expert rests or has left the note. */
export const endWord = StateEffect.define<null>();

const EMPTY: FlagMarks = {
  shown: Decoration.none,
  held: [],
  gone: [],
  rewording: new Set(),
  typing: null,
  version: 0,
};
/** How many flags that stand nowhere are remembered, in case an undo brings them back. */
const MOST_GONE = 500;

export const flagMarks = StateField.define<FlagMarks>({
  create: () => EMPTY,
  update(marks, tr) {
    let next = tr.docChanged ? acrossEdit(marks, tr.changes) : marks;
    for (const effect of tr.effects) if (effect.is(changeFlags)) next = changed(next, effect.value);
    return heldBack(next, typedWord(next.typing, tr));
  },
  provide: (field) => EditorView.decorations.from(field, (marks) => marks.shown),
});

/** The flags of a decoration set, at their present places. */
export function flagsIn(shown: DecorationSet, from = 0, to = Number.MAX_SAFE_INTEGER): NoteFlag[] {
  const flags: NoteFlag[] = [];
  shown.between(from, to, (at, end, mark) => {
    flags.push({ ...mark.spec.flag, from: at, to: end });
  });
  return flags;
}

/** The flags that stand in the text, held ones too, in ascending order. */
export function standing(state: EditorState): NoteFlag[] {
  const { shown, held } = state.field(flagMarks);
  return [...flagsIn(shown), ...held].sort(inOrder);
}

export function inOrder(a: Span, b: Span): number {
  return a.from - b.from || a.to - b.to;
}

function touches(flag: Span, changes: ChangeDesc): boolean {
  let touched = false;
  changes.iterChangedRanges((from, to) => {
    if (from < flag.to && to > flag.from) touched = true;
  });
  return touched;
}

function moved<Piece extends Span>(piece: Piece, changes: ChangeDesc): Piece {
  const from = changes.mapPos(piece.from, 1);
  return { ...piece, from, to: Math.max(from, changes.mapPos(piece.to, -1)) };
}

/** The place of a piece that is being replaced: what is typed at its edges belongs to it, so that all of it can be taken back. */
function grown<Piece extends Span>(piece: Piece, changes: ChangeDesc): Piece {
  return { ...piece, from: changes.mapPos(piece.from, -1), to: changes.mapPos(piece.to, 1) };
}

/** Moves every flag across an edit; flags whose text was touched stand no longer. */
function acrossEdit(marks: FlagMarks, changes: ChangeDesc): FlagMarks {
  const hit = new Map<string, NoteFlag>();
  changes.iterChangedRanges((from, to) => {
    for (const flag of flagsIn(marks.shown, from, to)) if (touches(flag, changes)) hit.set(flag.id, flag);
  });
  for (const flag of marks.held) if (touches(flag, changes)) hit.set(flag.id, flag);
  const shown =
    hit.size === 0 ? marks.shown : marks.shown.update({ filter: (_, __, mark) => !hit.has(mark.spec.flag.id) });
  const { held, gone } = marks;
  return {
    ...marks,
    shown: shown.map(changes),
    held: held.length === 0 ? held : held.filter((flag) => !hit.has(flag.id)).map((flag) => moved(flag, changes)),
    gone:
      gone.length + hit.size === 0
        ? gone
        : [...gone, ...hit.values()]
            .slice(-MOST_GONE)
            .map((flag) => (marks.rewording.has(flag.id) ? grown : moved)(flag, changes)),
    version: marks.version + (hit.size > 0 ? 1 : 0),
  };
}

function changed(marks: FlagMarks, change: FlagChange): FlagMarks {
  const added = new Set(change.add.map((flag) => flag.id));
  const cleared = (flag: Span & { id: string }) =>
    added.has(flag.id) || change.clear.some((piece) => flag.from >= piece.from && flag.to <= piece.to);
  const reached = [...change.clear, ...change.add];
  const shown = marks.shown.update({
    filter: (from, to, mark) => !cleared({ from, to, id: mark.spec.flag.id }),
    filterFrom: reached.reduce((least, piece) => Math.min(least, piece.from), Number.MAX_SAFE_INTEGER),
    filterTo: reached.reduce((most, piece) => Math.max(most, piece.to), 0),
    add: placed(change.add),
  });
  return {
    ...marks,
    shown,
    held: marks.held.filter((flag) => !cleared(flag)),
    gone: change.gone,
    rewording: change.rewording,
    version: marks.version + 1,
  };
}

function placed(flags: readonly NoteFlag[]) {
  return [...flags].sort(inOrder).map((flag) => markOf(flag).range(flag.from, flag.to));
}

function typedWord(before: Span | null, tr: Transaction): Span | null {
  if (tr.effects.some((effect) => effect.is(endWord))) return null;
  if (tr.isUserEvent('input.paste') || tr.isUserEvent('input.drop')) return null;
  if (tr.isUserEvent('input') || tr.isUserEvent('delete')) return wordAt(tr.newDoc, tr.newSelection.main.head);
  if (tr.selection && !tr.docChanged) return null;
  return before && tr.docChanged ? moved(before, tr.changes) : before;
}

/** Hides flags that touch the word being typed, and shows those that no longer do. */
function heldBack(marks: FlagMarks, typing: Span | null): FlagMarks {
  const word = typing;
  const touching = (flag: Span) => word !== null && flag.from <= word.to && flag.to >= word.from;
  const hide = word ? flagsIn(marks.shown, word.from, word.to) : [];
  const show = marks.held.filter((flag) => !touching(flag));
  if (hide.length + show.length === 0) return marks.typing === typing ? marks : { ...marks, typing };
  const hidden = new Set(hide.map((flag) => flag.id));
  const filter = (_: number, __: number, mark: Decoration) => !hidden.has(mark.spec.flag.id);
  return {
    ...marks,
    typing,
    shown: marks.shown.update({
      ...(word && hide.length > 0 ? { filter, filterFrom: word.from, filterTo: word.to } : {}),
      add: placed(show),
    }),
    held: [...marks.held.filter(touching), ...hide],
    version: marks.version + 1,
  };
}
