import { beforeAll, describe, expect, it } from 'vitest';
import type { Session } from '@/lib/session/session';
import { countFlags } from '@/lib/session/standing-flags';
import type { SessionSummary } from '../sessions/wire';
import { onEachDatabase } from '../test-api';
import { aPerson, ask, type Caller, cookiesOf } from '../test-people';
import { DEMO_TEAM, demoSignIns } from './demo-team';
import { type Seeded, seedDemo } from './seed-demo';
import { idsOf } from './session-of-story';
import { STORIES } from './stories';

describe('the demo team', () => {
  onEachDatabase((api) => {
    const signedIn = async (role: string): Promise<Caller> => {
      const { email, password } = demoSignIns.find((one) => one.role === role) ?? {};
      const headers = { origin: api.origin };
      const answer = await ask(api, { headers }, 'POST', '/api/auth/sign-in/email', { email, password });
      return { headers: { ...headers, cookie: cookiesOf(answer.headers) } };
    };
    const clientsOf = async (role: string) => {
      const { body } = await ask(api, await signedIn(role), 'GET', '/api/sessions');
      return (body.sessions as { client: string }[]).map(({ client }) => client);
    };
    let seeded: Seeded;
    beforeAll(async () => {
      seeded = await seedDemo({ origin: api.origin, databaseUrl: api.databaseUrl, now: api.clock.now });
    });

    it('has an expert, a lead and an admin who can sign in', async () => {
      expect(seeded).toEqual({ kind: 'ready', signIns: demoSignIns });
      for (const { role, name } of demoSignIns) {
        const me = await ask(api, await signedIn(role), 'GET', '/api/me');
        expect(me.body).toMatchObject({ user: { name }, team: { name: DEMO_TEAM, role } });
      }
    });

    it('has finished sessions, of which the lead reads all and the expert their own', async () => {
      expect(await clientsOf('lead')).toEqual(STORIES.map((story) => story.client));
      expect(await clientsOf('expert')).toEqual(
        STORIES.filter((story) => story.by === 'expert').map((story) => story.client),
      );
    });

    it('has the same counts of flags in the list as in each session', async () => {
      const lead = await signedIn('lead');
      const { body } = await ask(api, lead, 'GET', '/api/sessions');
      for (const { id, flagsByCategory } of body.sessions as SessionSummary[]) {
        const stored = await ask(api, lead, 'GET', `/api/sessions/${id}`);
        expect(flagsByCategory).toEqual(countFlags(stored.body.session as Session).standing);
      }
    });

    it('is the same when it is put there again, even on another day and beside a new team', async () => {
      const other = await aPerson(api, 'Olga');
      await ask(api, other, 'POST', '/api/teams', { name: 'Another team' });
      const later = new Date(api.clock.now.getTime() + 86_400_000);
      api.clock.now = later;
      expect(await seedDemo({ origin: api.origin, databaseUrl: api.databaseUrl, now: later })).toEqual(seeded);
      expect(await clientsOf('lead')).toEqual(STORIES.map((story) => story.client));
    });

    it('does not bring back what was deleted', async () => {
      const id = idsOf(0)();
      expect((await ask(api, await signedIn('expert'), 'DELETE', `/api/sessions/${id}`)).status).toBe(204);
      await seedDemo({ origin: api.origin, databaseUrl: api.databaseUrl, now: api.clock.now });
      expect(await clientsOf('expert')).not.toContain(STORIES[0]?.client);
    });
  });
});

describe('a demo team is refused', () => {
  onEachDatabase((api) => {
    it('in production, and anywhere but on this machine', async () => {
      expect(await seedDemo({ origin: api.origin, nodeEnv: 'production' })).toMatchObject({ kind: 'refused' });
      expect(await seedDemo({ origin: 'https://eitherway.example.com' })).toMatchObject({ kind: 'refused' });
    });

    it('where another team works already', async () => {
      await ask(api, await aPerson(api, 'Olga'), 'POST', '/api/teams', { name: 'Another team' });
      const refused = await seedDemo({ origin: api.origin, databaseUrl: api.databaseUrl });
      expect(refused).toMatchObject({ kind: 'refused', why: expect.stringContaining('other teams') });
      const { rowCount } = await api.pool.query('select 1 from sign_in."user" where email like $1', ['%@example.com']);
      expect(rowCount).toBe(0);
    });
  });
});
