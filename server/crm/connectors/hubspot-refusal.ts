import * as z from 'zod/mini';
import type { OutgoingAnswer } from '../outgoing/outgoing';
import type { Refusal } from '../vendor';

const Problem = z.looseObject({
  category: z.nullish(z.string()),
  message: z.nullish(z.string()),
  code: z.nullish(z.string()),
  policyName: z.nullish(z.string()),
  errorType: z.nullish(z.string()),
});
type Problem = z.infer<typeof Problem>;
const Body = z.looseObject({ ...Problem.shape, errors: z.nullish(z.array(Problem)) });

/** What the team set at HubSpot, or chose in the mapping, and not what was written. The last two since its version 2026-09. */
const SET_BY_TEAM = [
  'PROPERTY_DOESNT_EXIST',
  'READ_ONLY_VALUE',
  'INVALID_OPTION',
  'MISSING_REQUIRED_PROPERTY',
  'MISSING_CONDITIONAL_REQUIRED_PROPERTY',
];
/** The window of its limits, in milliseconds; whether a 429 carries Retry-After differs by what one reads. */
const WINDOW_MS = 10_000;
const LONGEST_MS = 3_600_000;

/** An answer to a batch may be 207 and name what failed of it: every batch of ours has one input, so the first problem is it. */
export function hubspotRefusal({ status, headers }: OutgoingAnswer, json: unknown): Refusal | null {
  const read = z.safeParse(Body, json);
  if (!read.success) return status === 429 ? limited(headers, null) : null;
  const { errors, ...whole } = read.data;
  const [first] = errors ?? [];
  if (status >= 200 && status < 300) return first ? meaning(first, status) : null;
  if (status === 429) return limited(headers, whole.policyName);
  if (status === 423) return { kind: 'retry', after: headers.has('retry-after') ? null : 2_000, code: 'LOCKED' };
  if (status === 477) return { kind: 'retry', code: 'MIGRATION_IN_PROGRESS' };
  if (status === 403) return { kind: 'config', code: 'right-missing' };
  if (status === 400 || status === 409) return meaning({ ...whole, code: first?.code ?? whole.code }, status);
  return null;
}

function limited(headers: Headers, policy: string | null | undefined): Refusal {
  const after = policy === 'DAILY' ? LONGEST_MS : WINDOW_MS;
  return { kind: 'retry', after: headers.has('retry-after') ? null : after, code: 'RATE_LIMIT' };
}

function meaning({ category, code, message }: Problem, status: number): Refusal {
  const word = SET_BY_TEAM.find((known) => known === code || message?.includes(known));
  if (word) return { kind: 'config', code: word };
  if (category === 'RATE_LIMITS') return { kind: 'retry', after: WINDOW_MS, code: category };
  if (category === 'OBJECT_NOT_FOUND') return { kind: 'gone', code: category };
  if (category === 'MISSING_SCOPES' || category === 'BANNED') return { kind: 'config', code: 'right-missing' };
  // Of a batch that may be sent again: HubSpot failed, not what was written.
  if (status < 300 && category === 'INTERNAL_ERROR') return { kind: 'retry', code: category };
  return { kind: 'bad', code: code ?? category ?? null };
}
