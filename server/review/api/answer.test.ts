import { describe, expect, it } from 'vitest';
import { contentOf, isRefusal, Refusal } from './answer';

type Ok = Response & { ok: true; status: 200 };
const answer = (status: number, body: string | null) => Promise.resolve(new Response(body, { status }) as Ok);
const refused = (asked: Promise<Ok>) =>
  contentOf(asked).then(
    () => null,
    (error: unknown) => error,
  );

describe('the content of an answer', () => {
  it('is what the API sent', async () => {
    expect(await contentOf(answer(200, '{"a":1}'))).toEqual({ a: 1 });
    expect(await contentOf(answer(204, null))).toBeNull();
  });

  it('is a refusal with the code and the sentence of the problem details, the detail before the title', async () => {
    const problem = { code: 'forbidden', title: 'Your role does not allow this.', detail: 'Leads invite experts.' };
    const error = await refused(answer(403, JSON.stringify(problem)));
    expect(error).toMatchObject({ kind: 'refused', code: 'forbidden', message: 'Leads invite experts.' });
    expect(isRefusal(error, 'forbidden')).toBe(true);
    expect(isRefusal(error, 'deleted')).toBe(false);
  });

  it('is a refusal without words when something else than the API answered', async () => {
    for (const asked of [answer(502, '<html>'), answer(200, '<html>'), answer(500, null)]) {
      expect(await refused(asked)).toMatchObject({ kind: 'refused', code: '', message: '' });
    }
  });

  it('is "offline" when nothing answered', async () => {
    const error = await refused(Promise.reject(new TypeError('Failed to fetch')));
    expect(error).toBeInstanceOf(Refusal);
    expect(error).toMatchObject({ kind: 'offline' });
  });
});
