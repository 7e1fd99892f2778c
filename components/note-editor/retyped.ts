import { difference } from './difference';
import type { NoteValue } from './note-value';

/** A note whose text was changed without the editor: flags that were touched go (reworded ones stay), the rest moves. */
export function retyped(value: NoteValue, text: string): NoteValue {
  const { from, to, insert } = difference(value.text, text);
  const longer = insert.length - (to - from);
  const at = (offset: number) => (offset <= from ? offset : offset >= to ? offset + longer : from);
  return {
    text,
    theyAsked: value.theyAsked.map((span) => ({ from: at(span.from), to: Math.max(at(span.from), at(span.to)) })),
    flags: value.flags.flatMap((flag) => {
      if (flag.to <= from) return [flag];
      if (flag.from >= to) return [{ ...flag, from: flag.from + longer, to: flag.to + longer }];
      return flag.answer?.kind === 'reworded' ? [{ ...flag, from: at(flag.from), to: at(flag.to) }] : [];
    }),
  };
}
