import { check, linesOf } from '@/lib/pitch/check';
import type { Engine } from '@/lib/pitch/engine';
import type { CheckContext } from '@/lib/pitch/flag';
import type { Note, NoteFlag } from '@/lib/session/note';
import type { Noted } from './story';

/** A note as the panel would have kept it: flagged by the engine, answered as the story says. */
export function noteOfStory(
  noted: Noted,
  context: CheckContext,
  engine: Engine,
  at: { now: string; newId: () => string },
): Pick<Note, 'text' | 'theyAsked' | 'flags'> {
  const { text } = noted;
  const asked = linesOf({ text, theyAsked: [] }).filter(({ input }) => noted.theyAsked?.includes(input.text));
  const theyAsked = asked.map(({ from, input }) => ({ from, to: from + input.text.length }));
  const standing = check({ text, theyAsked }, context, engine).map((flag): NoteFlag => {
    const piece = text.slice(flag.from, flag.to);
    const answer = noted.answers?.find(({ words }) => overlaps(text, words, flag));
    return {
      ...flag,
      id: at.newId(),
      piece,
      answer: answer ? { kind: answer.kind, reason: answer.reason, at: at.now } : null,
    };
  });
  const reworded = (noted.reworded ?? []).flatMap(({ was, now }) => {
    const from = now ? Math.max(0, text.indexOf(now)) : text.length;
    return check({ text: was, theyAsked: [] }, context, engine).map(
      (flag): NoteFlag => ({
        ...flag,
        from,
        to: from + now.length,
        id: at.newId(),
        piece: '',
        answer: { kind: 'reworded', reason: '', at: at.now },
      }),
    );
  });
  return { text, theyAsked, flags: [...standing, ...reworded] };
}

function overlaps(text: string, words: string, span: { from: number; to: number }): boolean {
  const from = text.indexOf(words);
  return from >= 0 && from < span.to && from + words.length > span.from;
}
