import type { EditorState, StateEffect } from '@codemirror/state';
import type { Flag, Span } from '@/lib/pitch/flag';
import type { NoteFlag } from '@/lib/session/note';
import { changeFlags, type FlagChange, flagMarks, standing } from './flag-marks';
import { type Finding, LONGEST_PIECE, reattach, sameFlag } from './reattach';

/** A line as it stands in the text now, with what a check found in it (offsets in the line). */
export type CheckedLine = Span & { flags: readonly Flag[] };
export type At = { now: () => string; newId: () => string };

/** What checked lines change in the flags; null when they change nothing. */
export function settleLines(state: EditorState, lines: readonly CheckedLine[], at: At): StateEffect<FlagChange> | null {
  const marks = state.field(flagMarks);
  const all = standing(state);
  const change = { clear: [] as Span[], add: [] as NoteFlag[] };
  let gone = marks.gone;
  const rewording = new Set(marks.rewording);
  for (const line of lines) {
    const before = all.filter((flag) => flag.from >= line.from && flag.to <= line.to);
    const found = reattach(findings(state, line), [...before, ...gone], at.newId);
    const ids = new Set(found.map((flag) => flag.id));
    // As in `mergeFlags`: what the expert answered stays while its text stands, whatever a check finds.
    const after = [...found, ...before.filter((flag) => flag.answer && !ids.has(flag.id))];
    for (const flag of after) ids.add(flag.id);
    const left = before.filter((flag) => !ids.has(flag.id));
    const settled = gone.filter((flag) => !ids.has(flag.id)).map((flag) => reworded(flag, line, rewording, at));
    if (settled.length < gone.length || settled.some((flag, index) => flag !== gone[index])) gone = settled;
    if (left.length === 0 && gone === marks.gone && isSame(before, after)) continue;
    for (const flag of left) rewording.delete(flag.id);
    gone = [...gone, ...left];
    change.clear.push(line);
    change.add.push(...after);
  }
  return change.clear.length === 0 ? null : changeFlags.of({ ...change, gone, rewording });
}

function findings(state: EditorState, line: CheckedLine): Finding[] {
  return line.flags
    .map((flag) => ({ ...flag, from: flag.from + line.from, to: Math.min(flag.to + line.from, line.to) }))
    .filter((flag) => flag.from < flag.to)
    .map((flag) => ({ flag, piece: state.sliceDoc(flag.from, Math.min(flag.to, flag.from + LONGEST_PIECE)) }));
}

/** A flag whose piece the expert set out to replace, and which the check of its line did not find again. */
function reworded(flag: NoteFlag, line: Span, rewording: Set<string>, at: At): NoteFlag {
  if (flag.from < line.from || flag.from > line.to || !rewording.delete(flag.id)) return flag;
  // What was typed on the lines after it is no part of the rewording.
  return { ...flag, to: Math.min(flag.to, line.to), answer: { kind: 'reworded', reason: '', at: at.now() } };
}

function isSame(before: readonly NoteFlag[], after: readonly NoteFlag[]): boolean {
  if (before.length !== after.length) return false;
  const known = new Map(before.map((flag) => [flag.id, flag]));
  return after.every((flag) => {
    const old = known.get(flag.id);
    return old !== undefined && sameFlag(old, flag);
  });
}
