import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { apiRoutes } from '../app';
import { authorisationPage, TABLE } from '../authorisation/table';
import { storedSession } from '../authorisation/test-session-rows';
import { type Cast, WHO, type Who } from '../authorisation/who';
import { onEachDatabase } from '../test-api';
import { aDevice, aPerson, ask, aTeam, type Caller, join, remove, SIGNED_OUT } from '../test-people';

const routes = [...new Set(apiRoutes({} as never).routes.map(({ method, path }) => `${method} ${path}`))];

describe('who may use which route', () => {
  it('is decided for every route', () => {
    expect(routes.sort()).toEqual(Object.keys(TABLE).sort());
  });

  it('stands in the documents as it is tried', () => {
    expect(readFileSync('docs/authorisation.md', 'utf8')).toBe(authorisationPage());
  });

  onEachDatabase((api) => {
    const cast = {} as Cast;
    beforeAll(async () => {
      const team = await aTeam(api, 'Alpha');
      const other = await aTeam(api, 'Beta');
      const removedMember = await aPerson(api, 'Remo');
      await join(api, team.admin, removedMember, 'lead');
      await remove(api, team.admin, removedMember);
      const revoked = await aDevice(api, team.expert);
      await ask(api, team.expert, 'DELETE', `/api/devices/${revoked.id}`);
      const callers = {
        signedOut: SIGNED_OUT,
        revoked,
        teamless: await aPerson(api, 'Toni'),
        removedMember,
        expert: team.expert,
        colleague: team.colleague,
        lead: team.lead,
        admin: team.admin,
        device: await aDevice(api, team.expert),
        leadDevice: await aDevice(api, team.lead),
        otherAdmin: other.admin,
      };
      Object.assign(cast, { team, other, callers });
    });

    it.each(Object.entries(TABLE))('%s', async (route, { target, expected }) => {
      const [method = ''] = route.split(' ');
      const seen: Record<string, number> = {};
      for (const who of WHO) {
        // Making or joining a team changes who someone is, so it is tried by a person of its own.
        const changes = route === 'POST /api/teams' || route.endsWith('/accept');
        const caller =
          changes && ['teamless', 'removedMember', 'otherAdmin'].includes(who) ? await standIn(who) : cast.callers[who];
        const { path, body } = await target(cast, api);
        seen[who] = (await ask(api, caller, method, path, body)).status;
        if (route === 'POST /api/teams') await backToOwnTeam(caller);
      }
      expect(seen).toEqual(expected);
    });

    it('leaves a session in place when another team deletes its id', async () => {
      const { path } = await storedSession(cast, api);
      await ask(api, cast.callers.otherAdmin, 'DELETE', path);
      expect((await ask(api, cast.callers.expert, 'GET', path)).status).toBe(200);
    });

    async function standIn(who: Who): Promise<Caller> {
      const person = await aPerson(api, 'Sam');
      if (who === 'removedMember') {
        await join(api, cast.team.admin, person, 'lead');
        await remove(api, cast.team.admin, person);
      }
      if (who === 'otherAdmin') await ask(api, person, 'POST', '/api/teams', { name: 'Gamma' });
      return person;
    }

    async function backToOwnTeam(caller: Caller): Promise<void> {
      await ask(api, caller, 'POST', '/api/auth/organization/set-active', { organizationId: cast.team.id });
    }
  });
});
