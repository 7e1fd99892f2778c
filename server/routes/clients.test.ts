import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { aNo, aNotYet, idOf } from '@/test/fixtures';
import type { ClientView } from '../clients/wire';
import { onEachDatabase } from '../test-api';
import { aFinished, ask, aTeam, type Person, put, type Team } from '../test-people';

const aStep = (n: number, date: string | null) => ({
  id: idOf(n),
  text: `Step ${n}`,
  owner: { side: 'ours' as const, name: 'Tobias' },
  date,
});

describe('one client before the next call', () => {
  onEachDatabase((api) => {
    let team: Team;
    const quay = { name: 'Quay & Söhne 100%' };
    const older = aFinished({
      client: quay,
      title: 'First talk',
      startedAt: '2026-02-01T10:00:00.000Z',
      decision: aNotYet({ nextSteps: [aStep(1, '2026-02-09'), aStep(2, null)] }),
    });
    const newer = aFinished({
      client: quay,
      title: 'Second talk',
      startedAt: '2026-02-20T10:00:00.000Z',
      decision: aNo({ nextSteps: [aStep(3, '2026-03-09')], lookAgainOn: '2026-06-01' }),
    });
    const view = async (who: Person, name = quay.name) => {
      const { status, body } = await ask(api, who, 'GET', `/api/clients?name=${encodeURIComponent(name)}`);
      expect(status).toBe(200);
      return body as unknown as ClientView;
    };
    beforeAll(async () => {
      team = await aTeam(api, 'Alpha');
      await put(api, team.expert, older);
      await put(api, team.colleague, newer);
      await put(api, team.expert, aFinished({ client: { name: 'Quay & Söhne 100% more' } }));
    });

    it('holds what they wrote by themselves before, by their name or by the session it went along with', async () => {
      const sent = async (organisation: string, sessionId: string | null) => {
        const id = v7();
        await api.pool.query(
          `insert into sent_check (team_id, id, link_id, self_check_id, self_check_version, language, wish, closing, answers,
             answered, organisation, name, email, time, message, sent_at, session_id)
           values ($1, $2, $2, 'is-a-talk-worth-it', 1, 'en', 'talk', 'talk', '{}', '[]', $3, '', '', '', '', now(), $4)`,
          [team.id, id, organisation, sessionId],
        );
        return id;
      };
      const [named, taken] = [await sent('quay & söhne 100%', null), await sent('', older.id)];
      await sent('Others', null);
      const ids = (checks: { id: string }[]) => checks.map(({ id }) => id).sort();
      expect(ids((await view(team.lead)).checks)).toEqual([named, taken].sort());
      expect((await view(team.lead, 'Nobody')).checks).toEqual([]);
    });

    it('is their sessions of exactly that name, the newest first, with what was agreed, the next day first', async () => {
      const { name, sessions, steps, lookAgain, hasOlder } = await view(team.lead);
      expect([name, hasOlder]).toEqual([quay.name, false]);
      expect(sessions.map(({ id, title }) => [id, title])).toEqual([
        [newer.id, 'Second talk'],
        [older.id, 'First talk'],
      ]);
      expect(sessions[0]?.expert).toEqual({ id: team.colleague.id, name: team.colleague.name });
      expect(steps.map(({ text, date, sessionId }) => [text, date, sessionId])).toEqual([
        ['Step 1', '2026-02-09', older.id],
        ['Step 3', '2026-03-09', newer.id],
        ['Step 2', null, older.id],
      ]);
      expect(lookAgain).toEqual([
        { sessionId: older.id, day: '2026-04-01', to: 'Move the backups off the site', missing: 'The restore test' },
      ]);
    });

    it('says of no session which way it went, and counts nothing', async () => {
      const { sessions, ...more } = await view(team.lead);
      expect(Object.keys(sessions[0] ?? {}).sort()).toEqual(['expert', 'finishedAt', 'id', 'startedAt', 'title']);
      expect(Object.keys(more).sort()).toEqual(['checks', 'hasOlder', 'lookAgain', 'name', 'steps']);
    });

    it('is for an expert what they wrote themselves, and for another team nothing', async () => {
      expect((await view(team.expert)).sessions.map(({ id }) => id)).toEqual([older.id]);
      const other = await aTeam(api, 'Beta');
      expect(await view(other.lead)).toEqual({
        ...{ name: quay.name, sessions: [], checks: [], hasOlder: false, steps: [], lookAgain: [] },
      });
    });

    it('of no name, or one that is too long, is refused', async () => {
      for (const query of ['', '?name=', `?name=${'a'.repeat(201)}`])
        expect((await ask(api, team.lead, 'GET', `/api/clients${query}`)).status).toBe(400);
    });

    it('with more than a hundred sessions has the newest hundred, and says that there are older ones', async () => {
      const busy = await aTeam(api, 'Busy');
      const one = aFinished({ client: { name: 'Busy' }, decision: aNo({ nextSteps: [] }) });
      await put(api, busy.expert, one);
      await api.pool.query(
        `insert into session select (jsonb_populate_record(s, jsonb_build_object('id', ids.id))).*
         from session s, jsonb_array_elements_text($2::jsonb) as ids (id) where s.id = $1`,
        [one.id, JSON.stringify(Array.from({ length: 100 }, () => v7()))],
      );
      const { sessions, hasOlder } = await view(busy.lead, 'Busy');
      expect([sessions.length, hasOlder]).toEqual([100, true]);
    });
  });
});
