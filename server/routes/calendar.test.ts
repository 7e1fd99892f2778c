import ICAL from 'ical.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { aNotYet, idOf } from '@/test/fixtures';
import { onEachDatabase } from '../test-api';
import { aFinished, ask, aTeam, type Person, put, remove, SIGNED_OUT, type Team } from '../test-people';

const aStep = (date: string | null, text = 'Restore one file') => ({
  id: idOf(50),
  text,
  owner: { side: 'client' as const, name: 'Ljerka' },
  date,
});

describe("a member's calendar feed", () => {
  onEachDatabase((api) => {
    let team: Team;
    beforeAll(async () => {
      team = await aTeam(api, 'Alpha');
    });
    const make = async (who: Person) => {
      const { status, body, headers } = await ask(api, who, 'POST', '/api/calendar');
      expect([status, headers.get('cache-control')]).toEqual([201, 'no-store']);
      return new URL(String(body.address)).pathname;
    };
    const read = (path: string) => ask(api, SIGNED_OUT, 'GET', path);
    const daysAt = async (path: string) => {
      const { status, body } = await read(path);
      expect(status).toBe(200);
      const events = new ICAL.Component(ICAL.parse(String(body.text))).getAllSubcomponents('vevent');
      return events.map((each) => new ICAL.Event(each));
    };
    const titles = async (path: string) => (await daysAt(path)).map(({ summary }) => summary);
    /** Stores a session and waits until its days are known. */
    const store = async (who: Person, session: ReturnType<typeof aFinished>) => {
      expect((await put(api, who, session)).status).toBeLessThan(300);
      const known = 'select 1 from session_digest where session_id = $1 and revision = $2';
      await expect
        .poll(async () => (await api.pool.query(known, [session.id, session.revision])).rowCount, { timeout: 20_000 })
        .toBe(1);
    };

    it('has the days to come of the sessions that they may read, and changes with them', async () => {
      const client = { name: 'Quay, Ltd' };
      const decision = aNotYet({ nextSteps: [aStep('2026-03-09'), { ...aStep(null), id: idOf(51) }] });
      const session = aFinished({ client, decision });
      await store(team.expert, session);
      const [ofExpert, ofColleague, ofLead] = [
        await make(team.expert),
        await make(team.colleague),
        await make(team.lead),
      ];
      const [step, again] = await daysAt(ofExpert);
      expect(step).toMatchObject({
        uid: `${session.id}.${idOf(50)}@eitherway`,
        sequence: 3,
        summary: 'Restore one file (Quay, Ltd)',
      });
      expect(step?.startDate.toString()).toBe('2026-03-09');
      expect(step?.component.getFirstPropertyValue('url')).toBe(`${api.origin}/sessions/${session.id}`);
      expect(again?.summary).toBe('Look again together: Move the backups off the site (Quay, Ltd)');
      expect(await titles(ofLead)).toContain('Restore one file (Quay, Ltd)');
      expect(await titles(ofColleague)).toEqual([]);

      await store(team.expert, {
        ...session,
        revision: 4,
        decision: { ...decision, nextSteps: [aStep('2026-03-12')] },
      });
      const [moved] = await daysAt(ofExpert);
      expect([moved?.uid, moved?.sequence, moved?.startDate.toString()]).toEqual([step?.uid, 4, '2026-03-12']);
      await ask(api, team.expert, 'DELETE', `/api/sessions/${session.id}`);
      expect(await titles(ofExpert)).toEqual([]);
    });

    it('shows leads nothing of a session that is not shared yet', async () => {
      await ask(api, team.admin, 'PATCH', '/api/team/settings', { shareAfterHours: 24 });
      const decision = aNotYet({ nextSteps: [aStep('2026-03-20', 'Only mine yet')] });
      await store(team.expert, aFinished({ decision, client: { name: '' } }));
      await ask(api, team.admin, 'PATCH', '/api/team/settings', { shareAfterHours: 0 });
      expect(await titles(await make(team.lead))).not.toContain('Only mine yet');
      expect(await titles(await make(team.expert))).toContain('Only mine yet');
    });

    it('keeps a day for a month after it has passed', async () => {
      const steps = [aStep('2026-01-29', 'Long past'), { ...aStep('2026-02-05', 'Weeks ago'), id: idOf(52) }];
      const past = aFinished({
        decision: aNotYet({ nextSteps: steps, lookAgainOn: '2026-01-10' }),
        client: { name: '' },
      });
      await store(team.colleague, past);
      await store(
        team.colleague,
        aFinished({ decision: aNotYet({ nextSteps: [aStep('2025-12-01')], lookAgainOn: null }) }),
      );
      expect(await titles(await make(team.colleague))).toEqual(['Weeks ago']);
    });

    it('is told once, made anew, and taken back', async () => {
      expect((await ask(api, team.admin, 'GET', '/api/calendar')).body).toEqual({ feed: null });
      const first = await make(team.admin);
      expect(first).toMatch(/^\/calendar\/[\w-]+\.[\w-]{43}\.ics$/);
      const own = await ask(api, team.admin, 'GET', '/api/calendar');
      expect(own.body).toEqual({ feed: { madeAt: api.clock.now.toISOString(), readAt: null } });
      const answer = await read(first);
      expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-store');
      expect((await ask(api, team.admin, 'GET', '/api/calendar')).body).toMatchObject({
        feed: { readAt: api.clock.now.toISOString() },
      });
      const second = await make(team.admin);
      expect([(await read(first)).status, (await read(second)).status]).toEqual([404, 200]);
      expect((await ask(api, team.admin, 'DELETE', '/api/calendar')).status).toBe(204);
      expect((await ask(api, team.admin, 'DELETE', '/api/calendar')).status).toBe(204);
      const gone = await read(second);
      expect([gone.status, gone.body.code]).toEqual([404, 'no-such-link']);
      const { entries } = (await ask(api, team.admin, 'GET', '/api/audit')).body as { entries: { action: string }[] };
      expect(entries.map(({ action }) => action).filter((action) => action.startsWith('calendar'))).toContain(
        'calendar-revoked',
      );
    });

    it('keeps no secret: not in the database, not in the log', async () => {
      const path = await make(team.lead);
      const secret = path.split('.')[1] ?? '';
      await read(path);
      await read(`/calendar/${team.id}.${secret.replace(/^./, '_')}.ics`);
      const { rows } = await api.pool.query('select * from calendar_feed');
      expect(JSON.stringify(rows)).not.toContain(secret);
      expect(rows.length).toBeGreaterThan(0);
      const logged = api.logged.join('');
      expect(logged).toContain('"route":"/calendar/:file"');
      expect(logged).not.toContain(secret.slice(1));
    });

    it.each([
      '/calendar/x',
      '/calendar/x.ics',
      `/calendar/team.${'a'.repeat(43)}.ics`,
      `/calendar/${"'%22".repeat(30)}.ics`,
    ])('says nothing at %s', async (path) => {
      expect(await read(path)).toMatchObject({ status: 404, body: { code: 'no-such-link' } });
    });

    it("opens nothing with another team's name before the secret", async () => {
      const other = await aTeam(api, 'Beta');
      const secret = (await make(team.lead)).split('.')[1];
      expect((await read(`/calendar/${other.id}.${secret}.ics`)).status).toBe(404);
    });

    it('ends with the membership, and does not come back with it', async () => {
      const gone = await aTeam(api, 'Gamma');
      const path = await make(gone.colleague);
      expect((await read(path)).status).toBe(200);
      await remove(api, gone.admin, gone.colleague);
      expect((await read(path)).status).toBe(404);
      expect((await api.pool.query('select 1 from calendar_feed where team_id = $1', [gone.id])).rowCount).toBe(0);
    });

    it('rests while the team asks for a second factor that they have not set up', async () => {
      const strict = await aTeam(api, 'Delta');
      const path = await make(strict.expert);
      await api.pool.query('update sign_in.organization set require_two_factor = true where id = $1', [strict.id]);
      expect((await read(path)).status).toBe(404);
      await api.pool.query('update sign_in."user" set two_factor_enabled = true where id = $1', [strict.expert.id]);
      expect((await read(path)).status).toBe(200);
    });
  });
});

describe('too many readings of calendars', () => {
  onEachDatabase(
    (api) => {
      it('are refused for one feed, and guesses for one address', async () => {
        const team = await aTeam(api, 'Alpha');
        const path = new URL(String((await ask(api, team.expert, 'POST', '/api/calendar')).body.address)).pathname;
        const asked = async (at: string, times: number) => {
          const seen: number[] = [];
          for (let each = 0; each < times; each++) seen.push((await ask(api, SIGNED_OUT, 'GET', at)).status);
          return seen;
        };
        expect(await asked(path, 4)).toEqual([200, 200, 200, 429]);
        expect(await asked(`/calendar/${team.id}.${'a'.repeat(43)}.ics`, 3)).toEqual([404, 404, 429]);
      });
    },
    { limits: { calendarByFeed: [3, 600], clientGuessByAddress: [2, 600] } },
  );
});
