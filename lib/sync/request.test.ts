import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { answerOf, patientFetch } from './request';

const never: typeof fetch = (_, init) =>
  new Promise((_resolve, reject) => init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)));

describe('a request', () => {
  it('gives up after its time, and counts as no network', async () => {
    expect(await answerOf(() => patientFetch(never, 1)('https://api.example'))).toEqual({ kind: 'offline' });
  });

  it('gives up at once when it is cancelled', async () => {
    const signal = AbortSignal.abort(new Error('cancelled'));
    const fetch = vi.fn<typeof globalThis.fetch>(async (_, init) => {
      init?.signal?.throwIfAborted();
      return new Response('{}');
    });
    await expect(patientFetch(fetch)('https://api.example', { signal })).rejects.toThrow('cancelled');
  });

  it('uses the browser’s own fetch when none is given', async () => {
    const fetch = vi.fn(async () => new Response('{"a":1}'));
    vi.stubGlobal('fetch', fetch);
    onTestFinished(() => void vi.unstubAllGlobals());
    expect(await answerOf(() => patientFetch()('https://api.example'))).toMatchObject({ body: { a: 1 } });
  });

  it('counts an answer that breaks off as no network', async () => {
    const broken = { text: () => Promise.reject(new TypeError('network error')) };
    expect(await answerOf(async () => broken)).toEqual({ kind: 'offline' });
  });
});
