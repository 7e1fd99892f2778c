import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { UPLOAD_LIMIT } from '@/lib/session/for-team';
import type { Env } from '../deps';
import { Problem } from '../errors';
import { limitBody } from './limit-body';

const app = new Hono<Env>()
  .onError((error, c) => c.text(error instanceof Problem ? error.code : String(error)))
  .use(limitBody())
  .put('/', async (c) => c.text(`${(await c.req.arrayBuffer()).byteLength} bytes`));

async function answerTo(bytes: number, headers: Record<string, string> = {}): Promise<string> {
  const body = new Blob(['x'.repeat(bytes)]).stream();
  const asked = await app.request('/', { method: 'PUT', body, headers, duplex: 'half' } as RequestInit);
  return asked.text();
}

describe('what a body may weigh', () => {
  it('goes by what it says of itself', async () => {
    expect(await answerTo(10, { 'content-length': '10' })).toBe('10 bytes');
    expect(await answerTo(10, { 'content-length': String(UPLOAD_LIMIT + 1) })).toBe('too-large');
    expect(await answerTo(10, { 'content-length': 'some' })).toBe('too-large');
  });

  it('is counted when it says nothing, or comes in pieces', async () => {
    expect(await answerTo(UPLOAD_LIMIT)).toBe(`${UPLOAD_LIMIT} bytes`);
    expect(await answerTo(UPLOAD_LIMIT + 1)).toBe('too-large');
    const pieces = { 'content-length': '10', 'transfer-encoding': 'chunked' };
    expect(await answerTo(UPLOAD_LIMIT + 1, pieces)).toBe('too-large');
  });
});
