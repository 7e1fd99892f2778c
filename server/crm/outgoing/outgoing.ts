/** One request to somewhere else. No redirect is followed, and no more than `maxBytes` of the answer is read. */
export type OutgoingRequest = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
  /** Which of the vendor's paces it counts for besides 'all'. */
  pace?: string;
};
export type OutgoingAnswer = { status: number; headers: Headers; text: string };
export type Outgoing = (request: OutgoingRequest) => Promise<OutgoingAnswer>;

/**
 * `not-sent`: nothing left us (no such host, refused, no TLS). `in-doubt`: it may have arrived (time-out, reset, an answer
 * that broke off or is too large). `forbidden`: the address may not be reached from here.
 */
export type OutgoingFailure = 'not-sent' | 'in-doubt' | 'forbidden';

export class OutgoingError extends Error {
  readonly kind: OutgoingFailure;
  constructor(kind: OutgoingFailure) {
    super(`outgoing request: ${kind}`);
    this.kind = kind;
  }
}
