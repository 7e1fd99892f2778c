import * as z from 'zod/mini';
import type { OutgoingAnswer } from '../outgoing/outgoing';
import type { Refusal } from '../vendor';

const Problems = z.array(z.looseObject({ errorCode: z.string() }));
const NotWritten = z.looseObject({
  success: z.literal(false),
  errors: z.array(z.looseObject({ statusCode: z.string() })),
});

/** What the team set at Salesforce or chose in the mapping: fields, options, rules. */
const SET_BY_TEAM =
  /^(INVALID_FIELD\w*|REQUIRED_FIELD_MISSING|FIELD_CUSTOM_VALIDATION_EXCEPTION|INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST|DUPLICATES_DETECTED)$/;

/** An answer of 2xx may say too that nothing was written, as duplicate rules do. */
function codeOf(status: number, json: unknown): string | undefined {
  if (status >= 400) {
    const read = z.safeParse(Problems, json);
    return read.success ? read.data[0]?.errorCode : undefined;
  }
  const read = z.safeParse(NotWritten, json);
  return read.success ? (read.data.errors[0]?.statusCode ?? 'NOT_WRITTEN') : undefined;
}

export function salesforceRefusal({ status }: OutgoingAnswer, json: unknown): Refusal | null {
  if (status === 300) return { kind: 'config', code: 'several' };
  const code = codeOf(status, json);
  if (!code) return null;
  if (code === 'INVALID_SESSION_ID') return { kind: 'auth', code };
  if (code === 'REQUEST_LIMIT_EXCEEDED') return { kind: 'retry', after: 3_600_000, code };
  if (/^(UNABLE_TO_LOCK_ROW|SERVER_UNAVAILABLE)$/.test(code)) return { kind: 'retry', code };
  if (/^(NOT_FOUND|ENTITY_IS_DELETED)$/.test(code)) return { kind: 'gone', code };
  if (code === 'INVALID_CROSS_REFERENCE_KEY') return { kind: 'gone', code: 'link-gone' };
  if (/^(API_DISABLED_FOR_ORG|INSUFFICIENT_ACCESS\w*)$/.test(code)) return { kind: 'config', code: 'right-missing' };
  if (SET_BY_TEAM.test(code)) return { kind: 'config', code };
  return status < 500 && status !== 429 && status !== 401 ? { kind: 'bad', code } : null;
}
