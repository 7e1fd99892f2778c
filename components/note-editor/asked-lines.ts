import { invertedEffects } from '@codemirror/commands';
import {
  type ChangeDesc,
  type EditorState,
  type Extension,
  RangeSetBuilder,
  StateEffect,
  StateField,
  type Text,
} from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { Span } from '@/lib/pitch/flag';
import { joined, overlapsAny, type Spans, without } from './spans';

/** Sets all pieces marked "they asked" at once. */
export const setAsked = StateEffect.define<Spans>({
  map: (spans, changes) => spans.map((span) => moved(span, changes)),
});

/** The pieces for which the client gave leave: whole lines, neighbours joined. */
export const askedLines = StateField.define<Spans>({
  create: () => [],
  update(spans, tr) {
    let next = spans;
    if (tr.docChanged && spans.length > 0) next = acrossEdit(spans, tr.changes, tr.newDoc);
    for (const effect of tr.effects) if (effect.is(setAsked)) next = wholeLines(effect.value, tr.newDoc);
    return next;
  },
});

/** An empty marked line takes in what is typed on it; a marked line's new neighbours stay unmarked. */
function moved({ from, to }: Span, changes: ChangeDesc): Span {
  const start = changes.mapPos(from, 1);
  const end = changes.mapPos(to, -1);
  return start <= end ? { from: start, to: end } : { from: end, to: start };
}

function acrossEdit(spans: Spans, changes: ChangeDesc, doc: Text): Spans {
  const kept = spans.filter(({ from, to }) => {
    let swallowed = false;
    changes.iterChangedRanges((a, b) => {
      if (a <= from && b >= to && (a < from || b > to)) swallowed = true;
    });
    return !swallowed;
  });
  return wholeLines(
    kept.map((span) => moved(span, changes)),
    doc,
  );
}

function wholeLines(spans: Spans, doc: Text): Spans {
  const end = doc.length;
  return joined(
    spans
      .filter((span) => span.from <= end)
      .map((span) => ({ from: doc.lineAt(span.from).from, to: doc.lineAt(Math.min(span.to, end)).to })),
    1,
  );
}

export function isAsked(state: EditorState, line: Span): boolean {
  return overlapsAny(state.field(askedLines), line);
}

/** Marks the selected lines, or unmarks them when every one of them is marked. */
export function toggleAsked(view: EditorView): boolean {
  const { doc, selection } = view.state;
  const chosen = selection.ranges.map(({ from, to }) => ({ from: doc.lineAt(from).from, to: doc.lineAt(to).to }));
  const spans = view.state.field(askedLines);
  const marked = chosen.every((piece) => spans.some((span) => span.from <= piece.from && span.to >= piece.to));
  view.dispatch({ effects: setAsked.of(marked ? chosen.reduce(without, spans) : [...spans, ...chosen]) });
  return true;
}

function decorate(view: EditorView, label: string, className: string): DecorationSet {
  const mark = Decoration.line({ class: className, attributes: { 'data-label': label } });
  const lines = new RangeSetBuilder<Decoration>();
  const { doc } = view.state;
  for (const span of view.state.field(askedLines)) {
    const { from, to } = view.viewport;
    if (span.to < from || span.from > to) continue;
    let line = doc.lineAt(Math.max(span.from, from));
    while (line.from <= Math.min(span.to, to)) {
      lines.add(line.from, line.from, mark);
      if (line.number === doc.lines) break;
      line = doc.line(line.number + 1);
    }
  }
  return lines.finish();
}

/** The field, its small label on the lines that are in sight, and its way back by undo. */
export function askedExtension(label: string, className: string): Extension {
  const looks = ViewPlugin.define(
    (view) => ({
      lines: decorate(view, label, className),
      update(update: ViewUpdate) {
        const before = update.startState.field(askedLines);
        const now = update.state.field(askedLines);
        if (before === now && (now.length === 0 || !(update.docChanged || update.viewportChanged))) return;
        this.lines = decorate(update.view, label, className);
      },
    }),
    { decorations: (plugin) => plugin.lines },
  );
  const back = invertedEffects.of((tr) => {
    const before = tr.startState.field(askedLines);
    const lost = tr.docChanged && before.length > 0 && tr.state.field(askedLines).length < before.length;
    return lost ? [setAsked.of(before)] : [];
  });
  return [askedLines, looks, back];
}
