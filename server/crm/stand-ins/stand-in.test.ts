import { Hono } from 'hono';
import { afterEach, describe, expect, it } from 'vitest';
import { type Fault, type StandIn, type StandInPart, startStandIn } from './stand-in';

let running: StandIn | null = null;
afterEach(() => running?.stop());

/** Counts what was done. */
async function aStandIn(fault: Fault) {
  const done: string[] = [];
  const app = new Hono().post('/things', async (c) => {
    done.push(await c.req.text());
    return c.json({ id: done.length, words: 'long enough to be cut' }, 201, { 'x-own': 'yes' });
  });
  running = await startStandIn({ app, part: {} as StandInPart });
  running.faults(() => fault);
  const ask = async () => {
    const answer = await fetch(`${running?.origin}/things`, { method: 'POST', body: 'one' });
    return { status: answer.status, headers: answer.headers, text: await answer.text() };
  };
  return { ask, done };
}

describe('a fault', () => {
  it.each<[Fault, number]>([
    [{ kind: 'cut-before' }, 0],
    [{ kind: 'cut-after' }, 1],
  ])('$kind ends the connection without an answer, having done as it says', async (fault, times) => {
    const { ask, done } = await aStandIn(fault);
    await expect(ask()).rejects.toThrow('fetch failed');
    expect(done).toHaveLength(times);
  });

  it.each([true, false])('of a status is an answer of its own, whether done (%s) or not', async (isDone) => {
    const body = '<html>Bad Gateway</html>';
    const { ask, done } = await aStandIn({
      kind: 'status',
      status: 502,
      done: isDone,
      body,
      headers: { 'retry-after': '7' },
    });
    const answer = await ask();
    expect(answer).toMatchObject({ status: 502, text: body });
    expect(answer.headers.get('retry-after')).toBe('7');
    expect(answer.headers.get('x-own')).toBeNull();
    expect(done).toHaveLength(isDone ? 1 : 0);
  });

  it('of garbage is half a document under the true status', async () => {
    const { ask, done } = await aStandIn({ kind: 'garbage' });
    const answer = await ask();
    expect(answer.status).toBe(201);
    expect(() => JSON.parse(answer.text)).toThrow();
    expect(done).toEqual(['one']);
  });

  it('of slowness is the true answer, whole', async () => {
    const { ask, done } = await aStandIn({ kind: 'slow', ms: 30 });
    const answer = await ask();
    expect(answer.status).toBe(201);
    expect(answer.headers.get('x-own')).toBe('yes');
    expect(JSON.parse(answer.text)).toEqual({ id: 1, words: 'long enough to be cut' });
    expect(done).toEqual(['one']);
  });
});
