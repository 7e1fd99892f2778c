import { checkLine } from './check-line';
import type { Engine } from './engine';
import type { CheckContext, Flag, LineInput, NoteInput } from './flag';

/** How many lines before a line the engine may look at. */
export const LINES_BEFORE = 5;

/** A line of a note, where it begins in it, and what the engine gets of it. */
export type NoteLine = { from: number; input: LineInput };

/** Cuts a note into its lines. A line counts as "they asked" when a marked piece touches it. */
export function linesOf(note: NoteInput): NoteLine[] {
  const texts = note.text.split('\n');
  let from = 0;
  return texts.map((text, index) => {
    const line = { from, to: from + text.length };
    from = line.to + 1;
    const theyAsked = note.theyAsked.some(
      (span) => span.from <= line.to && span.to >= line.from && span.to > span.from,
    );
    return {
      from: line.from,
      input: { text, theyAsked, before: texts.slice(Math.max(0, index - LINES_BEFORE), index) },
    };
  });
}

/** The flags of a whole note, ascending; the same as its lines give one by one. Offsets are UTF-16 and count from the beginning of the note. */
export function check(note: NoteInput, context: CheckContext, engine: Engine): Flag[] {
  return linesOf(note).flatMap(({ from, input }) =>
    checkLine(input, context, engine).map((flag) => ({ ...flag, from: from + flag.from, to: from + flag.to })),
  );
}
