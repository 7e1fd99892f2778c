import * as z from 'zod/mini';
import { type Part, PartKind, partsOf } from './parts';
import type { RecordDocument } from './record';

/** A part that reads otherwise in a later version; empty where it did not stand. Of the outcome: its name, or empty. */
export const Change = z.object({
  id: z.string(),
  kind: z.union([PartKind, z.literal('outcome')]),
  before: z.string(),
  after: z.string(),
});
export type Change = z.infer<typeof Change>;

/** What reads otherwise in `after` than in `before`, in the order in which a record is read. */
export function changesBetween(before: RecordDocument, after: RecordDocument): Change[] {
  const old = byId(partsOf(before));
  const now = byId(partsOf(after));
  const changes: Change[] = [];
  if (before.outcome !== after.outcome)
    changes.push({ id: 'outcome', kind: 'outcome', before: before.outcome ?? '', after: after.outcome ?? '' });
  for (const [id, { kind }] of new Map([...now, ...old])) {
    const texts = { before: old.get(id)?.text ?? '', after: now.get(id)?.text ?? '' };
    if (texts.before !== texts.after) changes.push({ id, kind, ...texts });
  }
  return changes;
}

function byId(parts: readonly Part[]): Map<string, Part> {
  return new Map(parts.map((part) => [part.id, part]));
}
