import { v7 } from 'uuid';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { aBrowser } from '../client/test-browser';
import { onEachDatabase } from '../test-api';
import { aDevice, aFinished, ask, aTeam, type Caller, put, SIGNED_OUT, type Team } from '../test-people';

type Stream = { said: () => string; ended: () => boolean; close: () => void; status: number };

describe('what is told at once', () => {
  onEachDatabase((api) => {
    let team: Team;
    let other: Team;
    const open: Stream[] = [];
    beforeAll(async () => {
      [team, other] = [await aTeam(api, 'Alpha'), await aTeam(api, 'Beta')];
    });
    afterEach(() => {
      for (const stream of open.splice(0)) stream.close();
    });

    const listen = async (who: Caller): Promise<Stream> => {
      const stop = new AbortController();
      const answer = await fetch(`${api.origin}/api/news`, { headers: who.headers, signal: stop.signal });
      let text = '';
      let ended = false;
      const read = async () => {
        for await (const chunk of answer.body ?? []) text += new TextDecoder().decode(chunk);
      };
      void read()
        .catch(() => {})
        .finally(() => (ended = true));
      const stream = { said: () => text, ended: () => ended, close: () => stop.abort(), status: answer.status };
      open.push(stream);
      if (answer.status === 200) await vi.waitFor(() => expect(text).toContain('welcome'));
      return stream;
    };
    const hears = (stream: Stream, kind: string, id: string) =>
      vi.waitFor(() => expect(stream.said()).toContain(JSON.stringify({ kind, id })), { timeout: 20_000 });

    it('is a new session, to its expert and the leads, and to nobody else', async () => {
      const [lead, device, colleague, foreign] = await Promise.all([
        listen(team.lead),
        listen(await aDevice(api, team.expert)),
        listen(team.colleague),
        listen(other.lead),
      ]);
      const session = aFinished({ title: 'Words that stay here' });
      await put(api, team.expert, session);
      await hears(lead, 'session', session.id);
      await hears(device, 'session', session.id);
      // What comes later was told, so what did not come before it will not come.
      const [theirs, elsewhere] = [aFinished(), aFinished()];
      await put(api, team.colleague, theirs);
      await put(api, other.expert, elsewhere);
      await hears(colleague, 'session', theirs.id);
      await hears(foreign, 'session', elsewhere.id);
      for (const stream of [colleague, foreign]) expect(stream.said()).not.toContain(session.id);
      expect(device.said()).not.toContain(theirs.id);
      expect(lead.said()).not.toContain('Words');
    });

    it('is nothing of a session that is not shared yet, until it is', async () => {
      await ask(api, team.admin, 'PATCH', '/api/team/settings', { shareAfterHours: 720 });
      const session = aFinished();
      const [lead, expert] = [await listen(team.lead), await listen(team.expert)];
      await put(api, team.expert, session);
      await ask(api, team.admin, 'PATCH', '/api/team/settings', { shareAfterHours: 0 });
      await hears(expert, 'session', session.id);
      expect(lead.said()).not.toContain(session.id);
      await ask(api, team.expert, 'POST', `/api/sessions/${session.id}/share`);
      await hears(lead, 'review', session.id);
    });

    it('is a comment, and an answer to it', async () => {
      const session = aFinished();
      await put(api, team.expert, session);
      const [lead, expert] = [await listen(team.lead), await listen(team.expert)];
      const comment = { id: v7(), parentId: null, kind: 'praise', anchor: null, text: 'Well asked.' };
      await ask(api, team.lead, 'POST', `/api/sessions/${session.id}/comments`, comment);
      await hears(expert, 'comment', session.id);
      await hears(lead, 'comment', session.id);
      expect(expert.said()).not.toContain('Well asked');
    });

    it('is what a client says to a decision record, without their words', async () => {
      const session = aFinished();
      await put(api, team.expert, session);
      const shared = await ask(api, team.expert, 'POST', `/api/sessions/${session.id}/record`);
      const [lead, expert] = [await listen(team.lead), await listen(team.expert)];
      const form = (await aBrowser(api).open(new URL(String(shared.body.address)).pathname)).formOf('dissent');
      form.fill('text', 'Seen otherwise');
      await form.press('dissent');
      await hears(expert, 'record', session.id);
      await hears(lead, 'record', session.id);
      expect(expert.said()).not.toContain('Seen');
    });

    it('is told to who is signed in, in a bounded number of streams', async () => {
      expect((await listen(SIGNED_OUT)).status).toBe(401);
      const states = [];
      for (let n = 0; n < 13; n += 1) states.push((await listen(team.admin)).status);
      expect(states).toEqual([...Array(12).fill(200), 429]);
      open.shift();
      for (const stream of open.splice(0)) stream.close();
      await vi.waitFor(async () => expect((await listen(team.admin)).status).toBe(200), { timeout: 10_000 });
    });

    it('goes on when the connection that listens was lost', async () => {
      const lead = await listen(team.lead);
      await api.pool.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'eitherway-news' and datname = current_database()",
      );
      await vi.waitFor(
        async () => {
          const session = aFinished();
          await put(api, team.expert, session);
          await vi.waitFor(() => expect(lead.said()).toContain(session.id), { timeout: 4_000 });
        },
        { timeout: 30_000 },
      );
    });
  });
});
