import type { RecordResponse } from './record';

/** Where a record stands between the two sides. */
export type RecordState =
  /** For the client to say something to the newest version. */
  | { kind: 'waiting' }
  /** For the expert to answer so many corrections. */
  | { kind: 'corrections'; open: number }
  /** Confirmed by both, `at` the moment the client did. */
  | { kind: 'confirmed'; at: string; name: string }
  /** The client would rather not answer, which is fine. */
  | { kind: 'declined'; at: string };

type Said = Pick<RecordResponse, 'version' | 'kind' | 'saidAt' | 'name' | 'answer' | 'answeredAt'>;

/**
 * Confirmed by both only when the client confirmed the version that counts, after every answer to a correction, and no
 * correction waits. A newer version is confirmed by the expert who made it, and waits for the client.
 */
export function stateOf(version: number, responses: readonly Said[]): RecordState {
  const corrections = responses.filter(({ kind }) => kind === 'correct');
  const open = corrections.filter(({ answer }) => answer === null).length;
  if (open > 0) return { kind: 'corrections', open };
  const answered = corrections.map(({ answeredAt }) => answeredAt ?? '').sort();
  const since = answered.at(-1) ?? '';
  const last = responses
    .filter(
      (one) => one.version === version && (one.kind === 'confirm' || one.kind === 'decline') && one.saidAt >= since,
    )
    .sort((a, b) => (a.saidAt < b.saidAt ? -1 : 1))
    .at(-1);
  if (!last) return { kind: 'waiting' };
  return last.kind === 'confirm'
    ? { kind: 'confirmed', at: last.saidAt, name: last.name }
    : { kind: 'declined', at: last.saidAt };
}
