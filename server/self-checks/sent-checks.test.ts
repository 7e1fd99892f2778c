import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { SentChecks } from '@/lib/self-check/sent';
import type { Session } from '@/lib/session/session';
import { onEachDatabase } from '../test-api';
import { aFinished, ask, aTeam, type Person, put, type Team } from '../test-people';

describe('a self-check that a client sent', () => {
  onEachDatabase((api) => {
    let team: Team;
    beforeAll(async () => {
      team = await aTeam(api, 'Alpha');
    });

    async function aSent(): Promise<string> {
      const link = { id: v7(), selfCheckId: 'is-a-talk-worth-it' };
      const made = await ask(api, team.expert, 'POST', '/api/client-links', link);
      const email = `${v7()}@client.example`;
      const sent = await fetch(api.origin + new URL(String(made.body.address)).pathname, {
        method: 'POST',
        body: new URLSearchParams({ form: v7(), v: '1', at: 'end', go: 'send', email }),
        redirect: 'manual',
      });
      expect(sent.status).toBe(303);
      return (await all()).find((one) => one.email === email)?.id ?? '';
    }
    const listed = async (state: string) =>
      SentChecks.parse((await ask(api, team.lead, 'GET', `/api/sent-checks?state=${state}`)).body).sent;
    const all = () => listed('all');
    const isOpen = async (id: string) => (await listed('open')).some((one) => one.id === id);
    const of = async (id: string) => (await all()).find((one) => one.id === id);
    const post = async (who: Person | Team['expert'], id: string, what: string, body?: unknown) =>
      (await ask(api, who, 'POST', `/api/sent-checks/${id}/${what}`, body)).status;
    const holding = (id: string, change: Partial<Session> = {}): Session => {
      const started = aFinished(change);
      const check = { id, team: team.id, title: '', organisation: '', sentAt: started.startedAt };
      return { ...started, selfCheck: { ...check, answered: [], talkedAbout: [] } };
    };

    it('is put away by one and brought back by another', async () => {
      const id = await aSent();
      expect(await post(team.expert, id, 'away')).toBe(204);
      expect(await isOpen(id)).toBe(false);
      expect(await post(team.colleague, id, 'back', { sessionId: null })).toBe(204);
      expect(await of(id)).toMatchObject({ takenByName: null, sessionId: null });
      expect(await isOpen(id)).toBe(true);
    });

    it('is taken out of a session by who took it or by a lead, and only out of that one', async () => {
      const id = await aSent();
      const sessionId = v7();
      expect(await post(team.expert, id, 'take', { sessionId })).toBe(204);
      expect(await post(team.colleague, id, 'back', { sessionId })).toBe(403);
      expect(await post(team.expert, id, 'back', { sessionId: v7() })).toBe(204);
      expect(await of(id)).toMatchObject({ sessionId });
      expect(await post(team.expert, id, 'back', { sessionId })).toBe(204);
      expect(await isOpen(id)).toBe(true);
      await post(team.expert, id, 'take', { sessionId });
      expect(await post(team.lead, id, 'back', { sessionId })).toBe(204);
      expect(await isOpen(id)).toBe(true);
    });

    it('goes along with the session that holds it, also when nobody could say so, until that lets it go', async () => {
      const id = await aSent();
      const session = holding(id);
      await put(api, team.expert, session);
      await expect.poll(async () => (await of(id))?.sessionId).toBe(session.id);
      expect(await of(id)).toMatchObject({ takenByName: team.expert.name });
      const { selfCheck: _, ...without } = session;
      await put(api, team.expert, { ...without, revision: session.revision + 1 });
      await expect.poll(() => isOpen(id)).toBe(true);
      expect(await of(id)).toMatchObject({ takenByName: null, sessionId: null });
    });

    it('stays with the first of two that took it while the network was away', async () => {
      const id = await aSent();
      const [first, second, third] = [holding(id), holding(id), aFinished()];
      await put(api, team.expert, first);
      await expect.poll(async () => (await of(id))?.sessionId).toBe(first.id);
      for (const session of [second, third]) await put(api, team.colleague, session);
      const done = `select 1 from session_event where session_id = any($1) and processed_at is not null`;
      await expect
        .poll(async () => (await api.pool.query(done, [[second.id, third.id]])).rowCount, { timeout: 20_000 })
        .toBe(2);
      expect(await of(id)).toMatchObject({ sessionId: first.id, takenByName: team.expert.name });
    });
  });
});
