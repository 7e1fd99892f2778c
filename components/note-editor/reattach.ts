import type { Flag } from '@/lib/pitch/flag';
import type { NoteFlag } from '@/lib/session/note';

/** The longest piece that a flag keeps (see `NoteFlag`). */
export const LONGEST_PIECE = 2_000;

/** A finding, with the piece of text it stands on. */
export type Finding = { flag: Flag; piece: string };

function sameFinding(known: NoteFlag, { flag, piece }: Finding): boolean {
  return (
    known.part.id === flag.part.id &&
    known.part.kind === flag.part.kind &&
    known.category === flag.category &&
    known.piece === piece
  );
}

/**
 * Gives each finding the id and the answer of the known flag that it is: same part of the engine, same category, same
 * piece, the nearest when there are several. A reworded flag that stands in the text again is open again.
 * `known` first holds what stands in the line, then what lately stood in the note; each is taken once.
 */
export function reattach(found: readonly Finding[], known: readonly NoteFlag[], newId: () => string): NoteFlag[] {
  const free = new Set(known);
  return found.map((finding) => {
    let best: NoteFlag | null = null;
    for (const candidate of free) {
      if (!sameFinding(candidate, finding)) continue;
      if (best === null || distance(candidate, finding) < distance(best, finding)) best = candidate;
    }
    if (best) free.delete(best);
    const answer = best && best.answer?.kind !== 'reworded' ? best.answer : null;
    return { ...finding.flag, id: best?.id ?? newId(), piece: finding.piece, answer };
  });
}

function distance(known: NoteFlag, { flag }: Finding): number {
  return Math.abs(known.from - flag.from);
}

/** Whether two records of one flag say the same at the same place. */
export function sameFlag(a: NoteFlag, b: NoteFlag): boolean {
  return (
    a.id === b.id &&
    a.from === b.from &&
    a.to === b.to &&
    a.why === b.why &&
    a.ask === b.ask &&
    a.sureness === b.sureness &&
    a.engine === b.engine &&
    sameAnswer(a, b)
  );
}

export function sameAnswer(a: NoteFlag, b: NoteFlag): boolean {
  return a.answer?.kind === b.answer?.kind && a.answer?.reason === b.answer?.reason && a.answer?.at === b.answer?.at;
}
