import * as z from 'zod/mini';
import type { RecordDocument } from './record';

export const PartKind = z.enum(['to', 'reason', 'undecided', 'missing', 'objective', 'good', 'bad', 'step', 'dissent']);
export type PartKind = z.infer<typeof PartKind>;

/** A part of a record that can be worded otherwise. */
export type Part = { id: string; kind: PartKind; text: string };

/** Longest text of a correction; lines of the record hold 500 signs, texts 10,000. */
export const LONGEST_LINE = 500;
export const LONGEST_TEXT = 10_000;

/** Every part that stands in a record, in the order in which it is read. */
export function partsOf(document: RecordDocument): Part[] {
  const { objectives, options, nextSteps } = document;
  const parts: Part[] = [
    { id: 'to', kind: 'to', text: document.to },
    { id: 'reason', kind: 'reason', text: document.reason },
    { id: 'undecided', kind: 'undecided', text: document.undecidedReason },
    { id: 'missing', kind: 'missing', text: document.missing },
    ...objectives.map((text, at): Part => ({ id: `objective.${at}`, kind: 'objective', text })),
    ...options.flatMap(({ id, good, bad }): Part[] => [
      { id: `good.${id}`, kind: 'good', text: good },
      { id: `bad.${id}`, kind: 'bad', text: bad },
    ]),
    ...nextSteps.map(({ id, text }): Part => ({ id: `step.${id}`, kind: 'step', text })),
    { id: 'dissent', kind: 'dissent', text: document.dissent },
  ];
  return parts.filter(({ text }) => text.trim() !== '');
}

/** The longest text that a part can hold. */
export function longestOf(id: string): number {
  return /^(to$|objective\.|step\.)/.test(id) ? LONGEST_LINE : LONGEST_TEXT;
}

/** The record with another wording of one part, or null when it has no such part. */
export function withCorrection(document: RecordDocument, id: string, given: string): RecordDocument | null {
  if (!partsOf(document).some((part) => part.id === id)) return null;
  const text = given.slice(0, longestOf(id));
  const [kind, of] = id.split('.');
  switch (kind) {
    case 'to':
      return { ...document, to: text };
    case 'reason':
      return { ...document, reason: text };
    case 'undecided':
      return { ...document, undecidedReason: text };
    case 'missing':
      return { ...document, missing: text };
    case 'dissent':
      return { ...document, dissent: text };
    case 'objective':
      return { ...document, objectives: document.objectives.map((one, at) => (String(at) === of ? text : one)) };
    case 'step':
      return { ...document, nextSteps: document.nextSteps.map((one) => (one.id === of ? { ...one, text } : one)) };
    default:
      return {
        ...document,
        options: document.options.map((one) =>
          one.id === of ? { ...one, [kind === 'good' ? 'good' : 'bad']: text } : one,
        ),
      };
  }
}
