import type { EditorView } from '@codemirror/view';
import { changeFlags, flagMarks } from './flag-marks';

/**
 * Counts what is being replaced as reworded now: the note is left before its line was checked again, and the answer would be
 * lost with the wait. A piece that was set out to be replaced but still stands stays as it is.
 */
export function settleRewording(view: EditorView, now: () => string): void {
  const { gone, rewording } = view.state.field(flagMarks);
  const settled = gone.filter((flag) => rewording.has(flag.id));
  if (settled.length === 0) return;
  const left = new Set(rewording);
  for (const flag of settled) left.delete(flag.id);
  const lineEnd = ({ from }: { from: number }) => view.state.doc.lineAt(from).to;
  const answer = { kind: 'reworded', reason: '', at: now() } as const;
  view.dispatch({
    effects: changeFlags.of({
      clear: [],
      add: [],
      gone: gone.map((flag) =>
        rewording.has(flag.id) ? { ...flag, to: Math.min(flag.to, lineEnd(flag)), answer } : flag,
      ),
      rewording: left,
    }),
  });
}
