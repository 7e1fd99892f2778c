import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { Logger } from 'pino';
import type { Env } from '../deps';
import { Problem, type ProblemCode, problemDetails } from '../errors';

/** The one place where failures become answers. What was not expected is logged by its name and place, never its text. */
export function answerProblem(error: Error, c: Context<Env>, log: Logger): Response {
  const { code, more, headers } = expectedOf(error, c, log);
  return problemResponse(c, code, more, headers);
}

/** A failure as one of those that are expected. What was not expected is logged. */
export function expectedOf(error: Error, c: Context<Env>, log: Logger): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HTTPException) return new Problem(error.status === 413 ? 'too-large' : 'malformed');
  const requestId = c.get('requestId');
  log.error({ requestId, kind: error.name, code: codeOf(error), at: placeOf(error) }, 'unexpected failure');
  return new Problem(isOutage(error) ? 'unavailable' : 'unexpected', { requestId });
}

export function problemResponse(
  c: Context,
  code: ProblemCode,
  more: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Response {
  const body = problemDetails(code, more);
  return c.body(JSON.stringify(body), body.status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...headers,
  });
}

/** The root cause: drivers wrap it, and the wrapper's message would repeat the statement and its values. */
function rootOf(error: Error): Error & { code?: unknown } {
  return error.cause instanceof Error ? rootOf(error.cause) : error;
}

function codeOf(error: Error): string | undefined {
  const { code } = rootOf(error);
  return typeof code === 'string' ? code : undefined;
}

/** File and line only: the first line of a stack is the message, which may hold values. */
function placeOf(error: Error): string[] {
  return (rootOf(error).stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.trim());
}

/** The database cannot be reached, is starting or stopping, or has no connection left. */
function isOutage(error: Error): boolean {
  const code = codeOf(error) ?? '';
  return (
    /^(ECONN|EPIPE|ENOTFOUND|ETIMEDOUT|57P0|53|08)/.test(code) ||
    /timeout exceeded when trying to connect|Connection terminated/.test(rootOf(error).message)
  );
}
