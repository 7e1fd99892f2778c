import { useState } from 'react';
import { TextArea } from '@/components/ui/text-field';

/** A list of lines as one text, a line each; blank lines are not part of it. */
export function LinesField({
  label,
  lines,
  problem,
  onChange,
}: {
  label: string;
  lines: readonly string[];
  problem: string | null;
  onChange: (lines: string[]) => void;
}) {
  const [text, setText] = useState(lines.join('\n'));
  const same = linesIn(text).join('\n') === lines.join('\n');
  return (
    <TextArea
      label={label}
      value={same ? text : lines.join('\n')}
      problem={problem}
      onChange={(next) => {
        setText(next);
        onChange(linesIn(next));
      }}
    />
  );
}

function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}
