import { useState } from 'react';
import { type FieldProps, NEEDED } from '@/components/ui/field';
import { TextArea } from '@/components/ui/text-field';

/** A list typed as one thing a line, at least one; empty lines count for nothing. */
export function LinesField({
  lines,
  onChange,
  ...field
}: FieldProps & { id?: string; lines: readonly string[]; onChange: (lines: string[]) => void }) {
  const [typed, setTyped] = useState(() => lines.join('\n'));
  // Follows a change from elsewhere (another window), but not the empty line that is just being typed.
  const shown = read(typed).join('\n') === lines.join('\n') ? typed : lines.join('\n');
  return (
    <TextArea
      {...field}
      {...NEEDED}
      value={shown}
      onChange={(text) => {
        setTyped(text);
        onChange(read(text));
      }}
    />
  );
}

/** At most 50 lines of 500 characters: what a decision may keep. */
function read(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim().slice(0, 500))
    .filter(Boolean)
    .slice(0, 50);
}
