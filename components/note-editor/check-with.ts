import type { CheckContext, Flag, LineInput } from '@/lib/pitch/flag';

/** Checks lines somewhere else, a worker in the panel; the offsets of the flags are in their line. */
export type NoteChecker = { checkLines(lines: readonly LineInput[], context: CheckContext): Promise<Flag[][]> };

/** What the editor checks with; read anew for every sending. */
export type CheckWith = { checker: NoteChecker; context: CheckContext; now: () => string; newId: () => string };
