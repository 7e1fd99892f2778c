import type { Text } from '@codemirror/state';
import type { Span } from '@/lib/pitch/flag';

/** How far from the cursor a word's ends are looked for, in UTF-16 units. */
const REACH = 100;
const BEFORE = /[\p{L}\p{M}\p{N}_'’‑-]+$/u;
const AFTER = /^[\p{L}\p{M}\p{N}_'’‑-]+/u;

/** The word that a position stands in or at the edge of; null between spaces. */
export function wordAt(doc: Text, at: number): Span | null {
  const line = doc.lineAt(at);
  const offset = at - line.from;
  const before = BEFORE.exec(line.text.slice(Math.max(0, offset - REACH), offset))?.[0].length ?? 0;
  const after = AFTER.exec(line.text.slice(offset, offset + REACH))?.[0].length ?? 0;
  return before + after === 0 ? null : { from: at - before, to: at + after };
}
