import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { Env } from '../deps';
import { PROBLEMS, Problem, type ProblemCode } from '../errors';
import { answerProblem } from './answer-problem';

async function answerTo(error: unknown) {
  const logged: string[] = [];
  const log = pino({}, { write: (line: string) => logged.push(line) });
  const app = new Hono<Env>()
    .onError((thrown, c) => answerProblem(thrown, c, log))
    .get('/', () => {
      throw error;
    });
  const answer = await app.request('/');
  return { status: answer.status, headers: answer.headers, body: await answer.json(), logged: logged.join('') };
}

const withCode = (message: string, code: string) => Object.assign(new Error(message), { code });

describe('a failure', () => {
  it.each(Object.keys(PROBLEMS) as ProblemCode[])('%s has a status and a sentence', async (code) => {
    const { status, body, headers } = await answerTo(new Problem(code));
    const [expected, sentence] = PROBLEMS[code];
    expect(status).toBe(expected);
    expect(body).toEqual({
      type: `/api/reference#problem-${code}`,
      title: sentence,
      status: expected,
      detail: sentence,
      code,
    });
    expect(headers.get('content-type')).toBe('application/problem+json');
    expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it('may say more, and more in its headers', async () => {
    const { body, headers } = await answerTo(new Problem('stale-revision', { revision: 9 }, { 'retry-after': '3' }));
    expect([body.revision, headers.get('retry-after')]).toEqual([9, '3']);
  });

  it('of the framework is one of ours', async () => {
    expect((await answerTo(new HTTPException(400, { message: 'Malformed JSON' }))).body.code).toBe('malformed');
    expect((await answerTo(new HTTPException(413))).body.code).toBe('too-large');
  });

  it.each(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P03', '53300', '08006'])(
    'by %s of the database is an outage',
    async (code) => {
      const wrapped = new Error('Failed query: insert … params: NOTE', { cause: withCode('gone: NOTE', code) });
      const { status, body, logged } = await answerTo(wrapped);
      expect([status, body.code]).toEqual([503, 'unavailable']);
      expect(logged).toContain(code);
      expect(logged).not.toContain('NOTE');
    },
  );

  it('that nobody expected says nothing of itself, here or in the log', async () => {
    const { status, body, logged } = await answerTo(withCode('Unexpected NOTE in "NOTE"', '23514'));
    expect([status, body.code]).toEqual([500, 'unexpected']);
    expect(JSON.stringify(body) + logged).not.toContain('NOTE');
    expect(logged).toContain('answer-problem.test');
  });
});
