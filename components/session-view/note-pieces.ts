import type { Note, NoteFlag } from '@/lib/session/note';

/** One run of a note's text over which nothing changes. `ends` are the flags whose last character it holds. */
export type Piece = { from: number; text: string; flags: NoteFlag[]; ends: NoteFlag[]; theyAsked: boolean };

type NoteText = Pick<Note, 'text' | 'theyAsked' | 'flags'>;

/** Flags that have their place in the text, in reading order: a reworded one is gone from it, one outside of it cannot be shown. */
export function placedFlags({ text, flags }: NoteText): NoteFlag[] {
  return flags
    .filter((flag) => flag.answer?.kind !== 'reworded' && flag.from < flag.to && flag.to <= text.length)
    .sort((a, b) => a.from - b.from || a.to - b.to);
}

/** Cuts a note where a flag or a "they asked" begins or ends; put together, the pieces are the text again. */
export function notePieces(note: NoteText): Piece[] {
  const flags = placedFlags(note);
  const edges = new Set([0, note.text.length]);
  for (const span of [...flags, ...note.theyAsked]) {
    if (span.to <= note.text.length) edges.add(span.from).add(span.to);
  }
  const cuts = [...edges].sort((a, b) => a - b);
  return cuts.slice(1).map((to, at) => {
    const from = cuts[at] ?? 0;
    return {
      from,
      text: note.text.slice(from, to),
      flags: flags.filter((flag) => flag.from <= from && to <= flag.to),
      ends: flags.filter((flag) => flag.to === to),
      theyAsked: note.theyAsked.some((span) => span.from <= from && to <= span.to),
    };
  });
}

/** The flags of a note as they are listed under it and numbered from 1: those in the text first, then the reworded. */
export function listedFlags(note: NoteText): NoteFlag[] {
  const placed = placedFlags(note);
  return [...placed, ...note.flags.filter((flag) => !placed.includes(flag))];
}
