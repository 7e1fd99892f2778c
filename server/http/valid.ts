import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Env as HonoEnv, ValidationTargets } from 'hono';
import { validator } from 'hono-openapi';
import { Problem } from '../errors';
import { unstorableAt } from './unstorable';

/**
 * Checks one part of a request against a schema. A body of the wrong form is 422, a bad address or query 400. The answer
 * names the places, never the values: a value may be a note. Texts that cannot be stored as they are, are refused, unless
 * `anyText` says that the route sees to them.
 */
export function valid<Schema extends StandardSchemaV1, Target extends keyof ValidationTargets, P extends string>(
  target: Target,
  schema: Schema,
  { anyText = false } = {},
) {
  const code = target === 'json' ? 'wrong-form' : 'malformed';
  return validator<Schema, Target, HonoEnv, P>(target, schema, (result) => {
    if (!result.success) throw new Problem(code, { issues: placesOf(result.error) });
    const place = anyText ? null : unstorableAt(result.data);
    if (place) throw new Problem(code, { issues: [{ path: place.join('.'), message: 'NUL or half a character' }] });
  });
}

function placesOf(issues: readonly StandardSchemaV1.Issue[]): { path: string; message: string }[] {
  return issues.slice(0, 20).map((issue) => ({
    path: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
    message: issue.message,
  }));
}
