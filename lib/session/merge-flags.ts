import type { Flag } from '@/lib/pitch/flag';
import type { NoteFlag } from './note';

/**
 * Puts a fresh check and what was known of a note together: a flag found again (same part of the engine, same piece) keeps its
 * id and answer, the nearest one where several fit; reworded ones stay as a memory; the others that are gone are dropped.
 */
export function mergeFlags(
  previous: readonly NoteFlag[],
  found: readonly Flag[],
  text: string,
  newId: () => string,
): NoteFlag[] {
  const known = previous.filter((flag) => flag.answer?.kind !== 'reworded');
  const used = new Set<NoteFlag>();
  const merged = found.map((flag) => {
    const piece = text.slice(flag.from, flag.to);
    const same = nearest(
      flag,
      known.filter((one) => !used.has(one) && isSame(one, flag, piece)),
    );
    if (same) used.add(same);
    return { ...flag, id: same?.id ?? newId(), piece: piece.slice(0, 2_000), answer: same?.answer ?? null };
  });
  const standing = known.filter(
    (flag) => flag.answer && !used.has(flag) && text.slice(flag.from, flag.to) === flag.piece,
  );
  const reworded = previous.filter((flag) => flag.answer?.kind === 'reworded');
  return [...merged, ...standing, ...reworded].sort((a, b) => a.from - b.from);
}

function isSame(known: NoteFlag, flag: Flag, piece: string): boolean {
  return known.category === flag.category && known.part.id === flag.part.id && known.piece === piece.slice(0, 2_000);
}

function nearest(flag: Flag, candidates: readonly NoteFlag[]): NoteFlag | undefined {
  return candidates.toSorted((a, b) => Math.abs(a.from - flag.from) - Math.abs(b.from - flag.from))[0];
}
