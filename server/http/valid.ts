import type { StandardSchemaV1 } from '@standard-schema/spec';
import type { Env as HonoEnv, ValidationTargets } from 'hono';
import { validator } from 'hono-openapi';
import { Problem } from '../errors';

/**
 * Checks one part of a request against a schema. A body of the wrong form is 422, a bad address or query 400. The answer
 * names the places, never the values: a value may be a note.
 */
export function valid<Schema extends StandardSchemaV1, Target extends keyof ValidationTargets, P extends string>(
  target: Target,
  schema: Schema,
) {
  return validator<Schema, Target, HonoEnv, P>(target, schema, (result) => {
    if (result.success) return;
    throw new Problem(target === 'json' ? 'wrong-form' : 'malformed', { issues: placesOf(result.error) });
  });
}

function placesOf(issues: readonly StandardSchemaV1.Issue[]): { path: string; message: string }[] {
  return issues.slice(0, 20).map((issue) => ({
    path: (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.'),
    message: issue.message,
  }));
}
