import { TextArea } from '@/components/ui/text-field';
import type { Note } from '@/lib/session/note';

type Value = Pick<Note, 'text' | 'theyAsked' | 'flags'>;

/** A note without the editor, for when that cannot be loaded: typing must always be possible. */
export function PlainNote({
  value,
  label,
  hint,
  onChange,
}: {
  value: Value;
  label: string;
  hint: string;
  onChange: (value: Value) => void;
}) {
  return (
    <TextArea
      label={label}
      hint={hint}
      value={value.text}
      onChange={(text) => onChange(retyped(value, text))}
      rows={4}
    />
  );
}

/** The note with another text: marks before the first difference stay, those after the last one move along, those touched go. */
export function retyped(value: Value, text: string): Value {
  const before = value.text;
  const most = Math.min(before.length, text.length);
  let head = 0;
  while (head < most && before[head] === text[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === text[text.length - 1 - tail]) tail += 1;
  const shift = text.length - before.length;
  const moved = <Piece extends { from: number; to: number }>(pieces: readonly Piece[]): Piece[] =>
    pieces.flatMap((piece) => {
      if (piece.to <= head) return [piece];
      if (piece.from >= before.length - tail) return [{ ...piece, from: piece.from + shift, to: piece.to + shift }];
      return [];
    });
  return { text, theyAsked: moved(value.theyAsked), flags: moved(value.flags) };
}
