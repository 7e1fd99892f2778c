import { describe, expect, it } from 'vitest';
import { shippedPlaybooks } from '@/lib/playbooks';
import { teamUploadProblem } from '@/lib/session/for-team';
import { Session } from '@/lib/session/session';
import { onEachDatabase } from '../test-api';
import { aPerson, ask, type Person } from '../test-people';
import { paragraphs } from './paragraphs';
import { teamIdOf } from './people';
import { showProgress } from './progress';
import { seed } from './seed';
import { seededSession } from './seeded-session';

const NOW = new Date('2026-03-02T12:00:00.000Z');
const BANK = paragraphs(50);

describe('a seeded session', () => {
  it('is one that a panel could have sent, of about 10 kB', () => {
    for (let n = 0; n < 200; n += 1) {
      const { session } = seededSession(n, BANK, NOW);
      expect(Session.parse(session)).toEqual(session);
      expect(teamUploadProblem(session)).toBe(null);
      const { length } = JSON.stringify(session);
      expect([n, length > 8_000 && length < 14_000]).toEqual([n, true]);
      expect(shippedPlaybooks.some(({ id }) => id === session.playbook.id)).toBe(true);
    }
  });

  it('is the same again by its number, and another by another', () => {
    expect(seededSession(7, BANK, NOW)).toEqual(seededSession(7, BANK, NOW));
    const ids = Array.from({ length: 1_000 }, (_, n) => seededSession(n, BANK, NOW).session.id);
    expect(new Set(ids).size).toBe(1_000);
  });
});

describe('progress', () => {
  it('is told every five seconds and at the end', () => {
    const said: string[] = [];
    let at = 0;
    const tell = showProgress(
      () => at,
      (line) => said.push(line),
    );
    for (; at <= 12_000; at += 1_000) tell(at, 12_000, 'sessions');
    tell(12_000, 12_000, 'index');
    expect(said).toEqual([
      '5 s  5000 of 12000  1000 a second  sessions',
      '10 s  10000 of 12000  1000 a second  sessions',
      '12 s  12000 of 12000  1000 a second  sessions',
      '13 s  12000 of 12000  923 a second  making the index of words',
    ]);
  });
});

describe('seeding', () => {
  onEachDatabase((api) => {
    const sessions = async () => (await api.pool.query('select count(*)::int as n from session')).rows[0].n;
    const fill = (count: number) => seed({ databaseUrl: api.databaseUrl, sessions: count, teams: 3, now: NOW });
    async function aLead(): Promise<Person> {
      const lead = await aPerson(api, 'Lea');
      const values = [lead.id, teamIdOf(1)];
      await api.pool.query(`insert into sign_in.member values ('lea', $2, $1, 'lead', now())`, values);
      return lead;
    }

    it('writes what is missing, spread over the teams', async () => {
      expect(await fill(20)).toBe(20);
      expect(await fill(50)).toBe(30);
      expect(await fill(50)).toBe(0);
      expect(await sessions()).toBe(50);
      const { rows } = await api.pool.query('select count(*)::int as n from session group by team_id order by n');
      expect(rows.map(({ n }) => n)).toEqual([16, 17, 17]);
    });

    it('leaves what the API and its job would have left', async () => {
      const lead = await aLead();
      const get = async (path: string) => (await ask(api, lead, 'GET', path)).body;
      const all = (await get('/api/sessions?limit=100')).sessions as { id: string; client: string; needs: string[] }[];
      expect(all).toHaveLength(17);
      expect(new Set(all.flatMap(({ needs }) => needs))).toEqual(
        new Set(['look-asked', 'open-dispute', 'sure-flag', 'undecided']),
      );
      const [first] = all;
      const one = (await get(`/api/sessions/${first?.id}`)) as unknown as { session: Session };
      const word = one.session.notes[0]?.text.match(/\b[A-Z][a-z]{7,}\b/)?.[0] ?? one.session.client.name;
      const found = (await get(`/api/sessions?limit=100&text=${word}`)).sessions as { id: string }[];
      expect(found.map(({ id }) => id)).toContain(first?.id);
      expect((await get('/api/sessions?order=need&limit=100')).sessions).toHaveLength(17);
    });

    it('finds the words that the job would have found', async () => {
      const { rows } = await api.pool.query(`
        select tsvector_to_array(w.words) = tsvector_to_array(search.words_of(s.team_id, s.document)) as same, count(*)::int
        from search.session_words w join session s on s.team_id = w.team_id and s.id = w.session_id group by 1`);
      expect(rows).toEqual([{ same: true, count: 50 }]);
    });
  });
});
