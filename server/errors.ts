import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Every expected failure of the API: its stable code, its status and what it means in one sentence. The panel shows the sentence. */
export const PROBLEMS = {
  malformed: [400, 'The request could not be read.'],
  'signed-out': [401, 'Please sign in.'],
  forbidden: [403, 'Your role does not allow this.'],
  'foreign-origin': [403, 'This request did not come from a page of this API.'],
  'second-factor-needed': [403, 'Your team asks for a second factor. Please turn it on under your account.'],
  'not-confirmed': [403, 'This password or code is not right.'],
  'no-team': [403, 'You are not in a team yet.'],
  'not-invited': [403, 'An account here needs an invitation. Please ask a lead or an admin of your team for a link.'],
  'not-found': [404, 'There is nothing here.'],
  'no-such-link': [404, 'There is nothing at this address.'],
  'stale-revision': [409, 'A newer revision of this session is already stored.'],
  'revision-conflict': [409, 'This revision is already stored with other content.'],
  'last-admin': [409, 'A team needs an admin. Please make someone else an admin first.'],
  'already-there': [409, 'This is already there and stays as it is.'],
  answered: [409, 'This was answered and stays, so that the answer makes sense.'],
  'draft-changed': [409, 'Someone changed this draft in the meantime.'],
  'too-many-comments': [409, 'There are as many comments as a session can hold.'],
  'too-many-views': [409, 'You keep as many views as there is room for. Please remove one first.'],
  deleted: [410, 'This was deleted.'],
  'link-ended': [410, 'This link has run out or was taken back.'],
  'invitation-over': [410, 'This invitation was used, revoked or has run out.'],
  'too-large': [413, 'This is larger than 1 MB.'],
  'wrong-form': [422, 'The content does not have the expected form.'],
  'unknown-playbook': [422, 'This version of the playbook is neither shipped nor one of your team.'],
  'example-fails': [422, 'An example is not flagged as it says. A rule is published when all of its examples hold.'],
  'crm-refused': [422, 'The CRM did not accept this.'],
  'wrong-mapping': [422, 'This way of writing notes does not hold together.'],
  'no-mail': [422, 'No mail is set up here. Please copy the address and send it yourself.'],
  'clock-skew': [422, 'The clock of your device is ahead. Please correct it and send again.'],
  'id-mismatch': [422, 'The id in the address and the id in the content differ.'],
  'rate-limited': [429, 'Too many requests. Please try again later.'],
  unexpected: [500, 'Something went wrong on our side.'],
  'crm-away': [502, 'The CRM cannot be reached right now. Please try again later.'],
  unavailable: [503, 'The service is not available right now. Please try again later.'],
} as const satisfies Record<string, readonly [ContentfulStatusCode, string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** One failure to answer with. `more` is added to the problem details and must never carry note texts or tokens. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly more: Record<string, unknown>;
  readonly headers: Record<string, string>;

  constructor(code: ProblemCode, more: Record<string, unknown> = {}, headers: Record<string, string> = {}) {
    super(PROBLEMS[code][1]);
    this.code = code;
    this.more = more;
    this.headers = headers;
  }
}

/** The body of a problem answer, as RFC 9457 wants it. */
export function problemDetails(code: ProblemCode, more: Record<string, unknown> = {}) {
  const [status, title] = PROBLEMS[code];
  return { type: `/api/reference#problem-${code}`, title, status, detail: title, code, ...more };
}
