import type { RecordResponse } from './record';

/** What the client wrote can be taken back by them, as long as nothing was made of it. */
export function mayTakeBack({ kind, answer }: Pick<RecordResponse, 'kind' | 'answer'>): boolean {
  return kind === 'dissent' || (kind === 'correct' && answer === null);
}
