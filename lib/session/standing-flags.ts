import type { Category } from '@/lib/pitch/flag';
import type { NoteFlag } from './note';
import type { Session } from './session';

export type FlagCounts = Partial<Record<Category, number>>;

/** Whether a flag still says something of the note: its words were not taken back, and its expert did not say "not an agenda". */
export function stands({ answer }: Pick<NoteFlag, 'answer'>): boolean {
  return answer === null || answer.kind === 'kept';
}

/** The flags of a session that still stand, by category; and how many were reworded or disputed. */
export function countFlags({ notes }: Pick<Session, 'notes'>): { standing: FlagCounts; settled: number } {
  const flags = [...new Map(notes.flatMap((note) => note.flags).map((flag) => [flag.id.toLowerCase(), flag])).values()];
  const standing: FlagCounts = {};
  for (const { category } of flags.filter(stands)) standing[category] = (standing[category] ?? 0) + 1;
  return { standing, settled: flags.filter((flag) => !stands(flag)).length };
}
