import { describe, expect, it, vi } from 'vitest';
import { idOf } from '@/test/fixtures';
import {
  acknowledgeComment,
  askForLook,
  endTalk,
  listCommented,
  readReview,
  sendAnswer,
  shareSession,
} from './reviews';

const who = { apiOrigin: 'https://api.example', token: 'token-1' };
const answering = (status: number, body: unknown) =>
  vi.fn<typeof fetch>(async () => new Response(status === 204 ? null : JSON.stringify(body), { status }));
const AT = '2026-03-02T10:50:00.000Z';
const COMMENT = {
  id: idOf(1),
  parentId: null,
  author: { id: 'u-lead', name: 'Lea' },
  kind: 'praise',
  anchor: null,
  text: 'Well asked.',
  createdAt: AT,
  editedAt: null,
  acknowledgedAt: null,
};

describe('comments on one’s sessions', () => {
  it('are listed by session, and read with the words of each', async () => {
    const session = { id: idOf(9), client: 'Fenwick', title: '', startedAt: AT, comments: 1, unread: 1, lastAt: AT };
    expect(await listCommented(who, answering(200, { sessions: [session] }))).toEqual({
      kind: 'read',
      value: [session],
    });
    const standing = { sharedFrom: AT, look: null, reviewed: null, talk: null, looks: [] };
    const fetch = answering(200, { comments: [COMMENT], ...standing, needs: [] });
    expect(await readReview(who, idOf(9), fetch)).toEqual({
      kind: 'read',
      value: { comments: [COMMENT], ...standing },
    });
    expect(String(fetch.mock.calls[0]?.[0])).toBe(`https://api.example/api/sessions/${idOf(9)}/review`);
  });

  it('are answered under the id that was made for it, and said to be read', async () => {
    const fetch = answering(201, { id: idOf(2), state: 'stored' });
    const answer = { id: idOf(2), parentId: idOf(1), text: 'Thank you.' };
    expect(await sendAnswer(who, idOf(9), answer, fetch)).toEqual({ kind: 'read', value: null });
    expect(JSON.parse(String(fetch.mock.calls[0]?.[1]?.body))).toEqual({ ...answer, kind: 'answer', anchor: null });
    const read = answering(204, null);
    expect(await acknowledgeComment(who, idOf(9), idOf(1), read)).toEqual({ kind: 'read', value: null });
    expect(String(read.mock.calls[0]?.[0])).toContain(`/comments/${idOf(1)}/acknowledge`);
  });

  it('are asked for, and shared before their time', async () => {
    const said: [string | undefined, string, unknown][] = [];
    const fetcher: typeof fetch = async (input, init) => {
      said.push([init?.method, String(input).split(idOf(9))[1] ?? '', init?.body && JSON.parse(String(init.body))]);
      return new Response(null, { status: 204 });
    };
    const nothing = { kind: 'read', value: null };
    expect(await shareSession(who, idOf(9), fetcher)).toEqual(nothing);
    expect(await askForLook(who, idOf(9), 'The costs.', fetcher)).toEqual(nothing);
    expect(await askForLook(who, idOf(9), null, fetcher)).toEqual(nothing);
    expect(await endTalk(who, idOf(9), fetcher)).toEqual(nothing);
    expect(said).toEqual([
      ['POST', '/share', undefined],
      ['PUT', '/look', { for: 'The costs.' }],
      ['DELETE', '/look', undefined],
      ['DELETE', '/talk', undefined],
    ]);
  });

  it('say what went wrong', async () => {
    const gone = answering(404, { code: 'not-found', title: 'There is nothing here.' });
    expect(await readReview(who, idOf(9), gone)).toEqual({ kind: 'failed', sentence: 'There is nothing here.' });
    const offline = (async () => Promise.reject(new TypeError())) as typeof fetch;
    expect(await acknowledgeComment(who, idOf(9), idOf(1), offline)).toEqual({ kind: 'offline' });
    expect(await listCommented(who, answering(401, { code: 'signed-out', title: 'x' }))).toEqual({
      kind: 'signed-out',
    });
  });
});
