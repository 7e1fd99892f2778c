import type { Category, CheckContext, Flag, LineInput } from '@/lib/pitch/flag';
import type { NoteFlag } from '@/lib/session/note';
import type { NoteChecker } from './check-with';

export const CONTEXT: CheckContext = { stage: null, sensitivity: 'normal', clientNames: [] };

const WORDS: Record<string, Category> = { guarantee: 'feature-pitch', hurry: 'pressure', quota: 'quota' };

/** Flags three words; "hurry" not when a line before says "calm". As the real engine does, it reads the lines before. */
export function flagsOf(line: LineInput): Flag[] {
  if (line.theyAsked) return [];
  return [...line.text.matchAll(/\b(guarantee|hurry|quota)\b/g)]
    .filter((match) => match[0] !== 'hurry' || !line.before.some((before) => before.includes('calm')))
    .map((match) => ({
      from: match.index,
      to: match.index + match[0].length,
      category: WORDS[match[0]] ?? 'pressure',
      why: `because of ${match[0]}`,
      ask: 'What have you seen?',
      sureness: 0.7,
      part: { kind: 'rule', id: match[0] },
      engine: 'test-1',
    }));
}

export const checker: NoteChecker = { checkLines: async (lines) => lines.map(flagsOf) };

/** Ids in order: readable, and the same in every run. */
export function ids(): () => string {
  let next = 0;
  return () => `00000000-0000-7000-8000-${String(next++).padStart(12, '0')}`;
}

export const NOW = '2026-03-02T10:00:00.000Z';

/** A flag as a note keeps it, on `piece` at the beginning of the text unless told otherwise. */
export function aFlag(piece: string, rest: Partial<NoteFlag> = {}): NoteFlag {
  const from = rest.from ?? 0;
  return {
    id: `id-${piece}`,
    from,
    to: from + piece.length,
    piece,
    category: WORDS[piece] ?? 'pressure',
    why: `because of ${piece}`,
    ask: 'What have you seen?',
    sureness: 0.7,
    part: { kind: 'rule', id: piece },
    engine: 'test-1',
    answer: null,
    ...rest,
  };
}
