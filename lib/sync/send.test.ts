import { describe, expect, it, vi } from 'vitest';
import type { OutboxEntry } from '@/lib/storage/outbox-entry';
import { aFlag, aNote, aSession } from '@/test/fixtures';
import { createSend } from './send';

const session = { ...aSession({ finishedAt: '2026-03-02T11:00:00.000Z' }), revision: 3 };
const entry: OutboxEntry = {
  sessionId: session.id,
  revision: 3,
  kind: 'put',
  teamId: 'team-a',
  enqueuedAt: 0,
  attempts: 0,
  notBefore: 0,
  waitsFor: null,
  refusal: null,
};
const receipt = { id: session.id, revision: 3, receivedAt: '2026-03-02T11:00:01.000Z', state: 'stored' };

function answering(status: number, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const fetch = vi.fn<typeof globalThis.fetch>(
    async () => new Response(status === 204 ? null : text, { status, headers }),
  );
  return { fetch, send: createSend({ apiOrigin: 'https://api.example', token: 'token-1', fetch, now: () => 0 }) };
}
const problem = (code: string, more = {}) => ({ type: 'x', title: 'Short.', detail: 'In a sentence.', code, ...more });

describe('sending a session', () => {
  it('puts it under its own id, with the token in a header and no cookie', async () => {
    const { fetch, send } = answering(201, receipt);
    expect(await send(entry, session)).toEqual({ kind: 'accepted' });
    const [address, init] = fetch.mock.calls[0] ?? [];
    expect(String(address)).toBe(`https://api.example/api/sessions/${session.id}`);
    expect(init).toMatchObject({ method: 'PUT', credentials: 'omit', redirect: 'error', cache: 'no-store' });
    expect(new Headers(init?.headers).get('Authorization')).toBe('Bearer token-1');
    expect(JSON.parse(String(init?.body))).toEqual(session);
  });

  it('leaves words on the device that the expert took back', async () => {
    const flag = aFlag({ answer: { kind: 'reworded', reason: '', at: '2026-03-02T10:06:00.000Z' } });
    const { fetch, send } = answering(200, { ...receipt, state: 'already' });
    await send(entry, { ...session, notes: [aNote({ text: 'What sets their date?', flags: [flag] })] });
    expect(String(fetch.mock.calls[0]?.[1]?.body)).not.toContain(flag.piece);
  });

  it.each([
    ['a page of the hotel', 200, '<html>Welcome to the hotel</html>'],
    ['a receipt for another session', 200, { ...receipt, id: 'other' }],
    ['a receipt for another revision', 200, { ...receipt, revision: 2 }],
    ['a refusal that is not the API’s own', 403, '<html>Forbidden by the proxy</html>'],
    ['a sign-in of the proxy', 401, 'Who are you?'],
  ])('takes %s for no receipt, and tries again', async (_, status, body) => {
    expect(await answering(status, body).send(entry, session)).toEqual({ kind: 'retry', everyone: true, askedMs: 0 });
  });

  it.each([
    ['wrong-form', 422],
    ['revision-conflict', 409],
    ['deleted', 410],
    ['forbidden', 403],
    ['unknown-playbook', 422],
  ])('is refused for %s, with the API’s own sentence', async (code, status) => {
    const refusal = { code, sentence: 'In a sentence.' };
    expect(await answering(status, problem(code)).send(entry, session)).toEqual({ kind: 'refused', refusal });
  });

  it.each([
    [{ revision: 9 }, /already has revision 9, which is newer/],
    [{}, /already has a newer revision/],
  ])('says that the team has a newer one (%j)', async (more, sentence) => {
    const result = await answering(409, problem('stale-revision', more)).send(entry, session);
    expect(result).toMatchObject({
      kind: 'refused',
      refusal: { code: 'stale-revision', sentence: expect.stringMatching(sentence) },
    });
  });

  it('is refused as too large by any server on the way, and by itself before it is sent', async () => {
    const refusal = { refusal: { code: 'too-large' } };
    expect(await answering(413, 'Request Entity Too Large').send(entry, session)).toMatchObject(refusal);
    const { fetch, send } = answering(201, receipt);
    const large = { ...session, notes: [aNote({ text: 'ü'.repeat(600_000) })] };
    expect(await send(entry, large)).toMatchObject(refusal);
    expect(fetch).not.toHaveBeenCalled();
  });

  it('stays on the device when this version cannot read it', async () => {
    expect(await answering(201, receipt).send(entry, null)).toMatchObject({ refusal: { code: 'unreadable' } });
  });

  it.each([
    [429, { 'Retry-After': '60' }, { everyone: true, askedMs: 60_000 }],
    [503, {}, { everyone: true, askedMs: 0 }],
    [500, {}, { everyone: false, askedMs: 0 }],
    [502, { 'Retry-After': '5' }, { everyone: false, askedMs: 5_000 }],
    [408, {}, { everyone: false, askedMs: 0 }],
    [425, {}, { everyone: false, askedMs: 0 }],
  ])('waits after a %i', async (status, headers, more) => {
    const { send } = answering(status, problem('unavailable'), headers as Record<string, string>);
    expect(await send(entry, session)).toEqual({ kind: 'retry', ...more });
  });

  it('asks for a sign-in when the token is over', async () => {
    expect(await answering(401, problem('signed-out')).send(entry, session)).toEqual({ kind: 'signed-out' });
  });

  it('takes a network that is away, or too slow, or elsewhere, for no answer', async () => {
    const fetch = async () => {
      throw new TypeError('Failed to fetch');
    };
    const send = createSend({ apiOrigin: 'https://api.example', token: 'token-1', fetch });
    expect(await send(entry, session)).toEqual({ kind: 'offline' });
    expect(await send({ ...entry, kind: 'delete' }, null)).toEqual({ kind: 'offline' });
  });
});

describe('deleting from the team', () => {
  const deletion = { ...entry, kind: 'delete' as const };

  it.each([
    ['done', 204, ''],
    ['not there', 404, problem('not-found')],
    ['deleted before', 410, problem('deleted')],
  ])('is over when it is %s', async (_, status, body) => {
    const { fetch, send } = answering(status, body);
    expect(await send(deletion, null)).toEqual({ kind: 'accepted' });
    expect(fetch.mock.calls[0]?.[1]?.method).toBe('DELETE');
  });

  it('is tried again when something else than the API answers', async () => {
    expect(await answering(404, 'no such page').send(deletion, null)).toMatchObject({ kind: 'retry' });
  });
});
