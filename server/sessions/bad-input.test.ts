import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { aNote } from '@/test/fixtures';
import { onEachDatabase } from '../test-api';
import { aFinished, ask, aTeam, put, type Team } from '../test-people';

describe('what is wrong with a session', () => {
  onEachDatabase((api) => {
    let team: Team;
    const sent = (path: string, body: unknown) => ask(api, team.expert, 'PUT', path, body);
    const problem = (status: number, code: string) => ({ status, body: { status, code, detail: expect.any(String) } });
    beforeAll(async () => {
      team = await aTeam(api, 'Alpha');
    });

    it('is said as problem details, with a sentence', async () => {
      const answer = await sent(`/api/sessions/${v7()}`, '{"half');
      expect(answer).toMatchObject(problem(400, 'malformed'));
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    });

    it('is named by its place when the form is wrong, never by its value', async () => {
      const session = { ...aFinished(), title: 7, client: { name: 'x'.repeat(999) } };
      const answer = await sent(`/api/sessions/${session.id}`, session);
      expect(answer).toMatchObject(problem(422, 'wrong-form'));
      expect((answer.body.issues as { path: string }[]).map(({ path }) => path).sort()).toEqual([
        'client.name',
        'title',
      ]);
      expect(JSON.stringify(answer.body)).not.toContain('xxx');
    });

    it('is its form when it is of another version', async () => {
      const session = { ...aFinished(), form: 2 };
      expect(await sent(`/api/sessions/${session.id}`, session)).toMatchObject(problem(422, 'wrong-form'));
    });

    it('is its form while it is not finished', async () => {
      expect(await put(api, team.expert, aFinished({ finishedAt: null }))).toMatchObject(problem(422, 'wrong-form'));
    });

    it('is another id than its address', async () => {
      expect(await sent(`/api/sessions/${v7()}`, aFinished())).toMatchObject(problem(422, 'id-mismatch'));
    });

    it('is an address that is no id', async () => {
      expect(await sent('/api/sessions/mine', aFinished())).toMatchObject(problem(400, 'malformed'));
    });

    it('is a playbook that nobody knows', async () => {
      const session = aFinished({ playbook: { id: 'diagnostic-sequence', version: 99 } });
      expect(await put(api, team.expert, session)).toMatchObject(problem(422, 'unknown-playbook'));
    });

    it('is a clock that is ahead, and the answer has the right time', async () => {
      const inTime = aFinished({ updatedAt: '2026-03-02T12:09:00.000Z' });
      expect((await put(api, team.expert, inTime)).status).toBe(201);
      const ahead = await put(api, team.expert, aFinished({ finishedAt: '2026-03-02T12:11:00.000Z' }));
      expect(ahead).toMatchObject(problem(422, 'clock-skew'));
      expect(ahead.body.serverTime).toBe('2026-03-02T12:00:00.000Z');
    });

    it('is more than 1 MB', async () => {
      const session = aFinished({ notes: [aNote({ text: 'ü'.repeat(600_000) })] });
      expect(await put(api, team.expert, session)).toMatchObject(problem(413, 'too-large'));
    });

    it('is more than 1 MB that does not say its length', async () => {
      const body = new ReadableStream({
        start(to) {
          for (let n = 0; n < 30; n += 1) to.enqueue(new TextEncoder().encode(' '.repeat(50_000)));
          to.close();
        },
      });
      const init = {
        method: 'PUT',
        headers: { 'content-type': 'application/json', ...team.expert.headers },
        body,
        duplex: 'half',
      };
      const answer = await fetch(`${api.origin}/api/sessions/${v7()}`, init as RequestInit);
      expect(answer.status).toBe(413);
    });

    it('is that it was deleted, when a late copy comes', async () => {
      const session = aFinished();
      await put(api, team.expert, session);
      expect((await ask(api, team.expert, 'DELETE', `/api/sessions/${session.id}`)).status).toBe(204);
      expect(await put(api, team.expert, { ...session, revision: 9 })).toMatchObject(problem(410, 'deleted'));
      expect(await ask(api, team.expert, 'GET', `/api/sessions/${session.id}`)).toMatchObject(problem(410, 'deleted'));
      expect((await ask(api, team.expert, 'DELETE', `/api/sessions/${session.id}`)).status).toBe(204);
    });

    it('leaves nothing half-stored', async () => {
      const session = aFinished({ notes: [aNote()], playbook: { id: 'nobody-knows', version: 1 } });
      await put(api, team.expert, session);
      for (const table of ['session', 'session_flag', 'session_event']) {
        const key = table === 'session' ? 'id' : 'session_id';
        expect((await api.pool.query(`select 1 from ${table} where ${key} = $1`, [session.id])).rowCount).toBe(0);
      }
    });

    it('is a route that is not there', async () => {
      expect(await ask(api, team.expert, 'GET', '/api/nothing')).toMatchObject(problem(404, 'not-found'));
    });
  });
});
