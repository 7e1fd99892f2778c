import type { NoteFlag } from './note';
import type { Session } from './session';

/** A line of a note whose flag the expert kept (the flag is right, the words stay) or disputed (no agenda). */
export type AnsweredLine = { line: number; text: string; kept: boolean; category: string; piece: string };

/** The lines on which an expert said of a flag whether it was right; a line with both answers counts as kept. Lines count from 1. */
export function answeredLines(session: Session): AnsweredLine[] {
  return session.notes.flatMap(({ text, flags }) => {
    const answered = flags.filter(({ answer }) => answer?.kind === 'kept' || answer?.kind === 'disputed');
    const byLine = Map.groupBy(answered, ({ from }) => text.slice(0, from).split('\n').length);
    return [...byLine].map(([line, found]) => asLine(line, text.split('\n')[line - 1] ?? '', found));
  });
}

function asLine(line: number, text: string, flags: readonly NoteFlag[]): AnsweredLine {
  const kept = flags.find(({ answer }) => answer?.kind === 'kept');
  return { line, text, kept: kept !== undefined, category: kept?.category ?? '', piece: kept?.piece ?? '' };
}

/** Columns of a file of labelled notes, as `npm run train -- --with` reads it. */
export const LABELLED_COLUMNS = ['session', 'line', 'text', 'label', 'category', 'agree', 'span'] as const;

/** One row of such a file; the session is a number, not its id. Tabs and breaks become spaces. */
export function labelledRow(session: number, { line, text, kept, category, piece }: AnsweredLine): string {
  const cells = [session, line, text, kept ? 1 : 0, category, '1/1', piece];
  return cells.map((cell) => String(cell).replace(/[\t\r\n\u2028\u2029]+/g, ' ')).join('\t');
}
