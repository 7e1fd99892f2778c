import { describe, expect, it } from 'vitest';
import { listSentChecks, takeSentCheck } from './sent-checks';

const who = { apiOrigin: 'https://eitherway.example.com', token: 't' };
const answering = (status: number, body: unknown) => async () =>
  new Response(status === 204 ? null : JSON.stringify(body), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' },
  });
const problem = (code: string, status: number) =>
  answering(status, { type: '', title: 'x', status, detail: 'x', code });
const take = (fetcher: typeof fetch) => takeSentCheck(who, { id: 'a', sessionId: 'b' }, fetcher);

describe('telling that a self-check went along with a session', () => {
  it.each([
    ['is done', answering(204, null), 'taken'],
    ['says that another session has it', problem('already-there', 409), 'elsewhere'],
    ['says that its client deleted it', problem('not-found', 404), 'gone'],
    ['waits for a sign-in', problem('signed-out', 401), 'later'],
    ['waits for the service', problem('unavailable', 503), 'later'],
    ['waits for the network', () => Promise.reject(new TypeError('away')), 'later'],
  ])('%s', async (_what, fetcher, told) => {
    expect(await take(fetcher as typeof fetch)).toBe(told);
  });
});

it('what clients sent is read, or why not', async () => {
  const read = (fetcher: unknown) => listSentChecks(who, fetcher as typeof fetch);
  expect(await read(answering(200, { sent: [] }))).toEqual({ kind: 'read', value: [] });
  expect(await read(answering(200, { sent: [{}] }))).toEqual({ kind: 'failed', sentence: '' });
  expect(await read(problem('signed-out', 401))).toEqual({ kind: 'signed-out' });
});
