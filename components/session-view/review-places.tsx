import { createContext, type ReactNode, useContext } from 'react';
import type { Note, NoteFlag } from '@/lib/session/note';

/** What a page sets beside the parts of a session: under a flag, under a note, under a question. Nothing where it is only read. */
export type ReviewPlaces = {
  flag?: (flag: NoteFlag) => ReactNode;
  note?: (note: Note) => ReactNode;
  question?: (questionId: string) => ReactNode;
};

const Places = createContext<ReviewPlaces>({});

export const ReviewPlacesProvider = Places.Provider;

export function useReviewPlaces(): ReviewPlaces {
  return useContext(Places);
}
