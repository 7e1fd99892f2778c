import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { aFlag, aNote, aPlaybook } from '@/test/fixtures';
import { apiRoutes } from '../app';
import { onEachDatabase } from '../test-api';
import { aDevice, aFinished, aPerson, ask, aTeam, type Caller, put, SIGNED_OUT, type Team } from '../test-people';

type Cast = { team: Team; other: Team; callers: Record<Who, Caller> };
type Who = (typeof WHO)[number];
/** `device` is the expert's extension, `leadDevice` the lead's; `otherAdmin` runs another team, `teamless` has none. */
const WHO = [
  'signedOut',
  'revoked',
  'teamless',
  'expert',
  'colleague',
  'lead',
  'admin',
  'device',
  'leadDevice',
  'otherAdmin',
] as const;

type Target = { path: string; body?: unknown };
type Row = {
  target: (cast: Cast, api: Parameters<typeof put>[0]) => Target | Promise<Target>;
  expected: Record<Who, number>;
};

const closed = { signedOut: 401, revoked: 401 };
const open = (status: number) => Object.fromEntries(WHO.map((who) => [who, status])) as Record<Who, number>;
const signedIn = (status: number) => ({ ...open(status), ...closed });
const inTeam = (status: number) => ({ ...signedIn(status), teamless: 403 });
/** Web app only: an extension's token may not. */
const onWeb = (expected: Record<Who, number>) => ({ ...expected, device: 403, leadDevice: 403 });
const fixed = (path: string, body?: unknown) => () => ({ path, ...(body !== undefined && { body }) });

/** A session of the expert's, stored for this try. */
const storedSession: Row['target'] = async ({ callers }, api) => {
  const session = aFinished();
  await put(api, callers.expert, session);
  return { path: `/api/sessions/${session.id}` };
};
const freshInvitation = async ({ team }: Cast, api: Parameters<typeof put>[0]) =>
  (await ask(api, team.admin, 'POST', '/api/invitations', { role: 'expert' })).body as { id: string; link: string };
const tokenOf = ({ link }: { link: string }) => link.split('/join/')[1];

/** Something under a session of the expert's that was stored for this try, with one flag. */
const under =
  (part: (at: { flag: string }) => [string, unknown?]): Row['target'] =>
  async ({ callers }, api) => {
    const flag = v7();
    const session = aFinished({ notes: [aNote({ flags: [aFlag({ id: flag })] })] });
    await put(api, callers.expert, session);
    const [path, body] = part({ flag });
    return { path: `/api/sessions/${session.id}/${path}`, ...(body !== undefined && { body }) };
  };
/** A comment that the lead wrote on it. */
const commented =
  (body?: unknown): Row['target'] =>
  async (cast, api) => {
    const id = v7();
    const comment = { id, parentId: null, kind: 'question', anchor: null, text: 'What made them ask?' };
    const { path } = await under(() => ['comments'])(cast, api);
    await ask(api, cast.team.lead, 'POST', path, comment);
    return { path: `${path}/${id}`, ...(body !== undefined && { body }) };
  };
/** A view that the expert keeps to themselves. */
const keptView =
  (body?: unknown): Row['target'] =>
  async ({ callers }, api) => {
    const id = v7();
    await ask(api, callers.expert, 'POST', '/api/views', { id, name: 'Mine', search: '', shared: false });
    return { path: `/api/views/${id}`, ...(body !== undefined && { body }) };
  };
const PROCESS = {
  choiceNamed: 3,
  asTeam: null,
  optionsWeighed: 2,
  concernsAsked: 4,
  concernsWorkedIn: 1,
  remark: '',
};
const byReviewer = { ...onWeb(inTeam(404)), expert: 403, lead: 204, admin: 204 };
const byExpert = { ...inTeam(404), expert: 204, device: 204, lead: 403, admin: 403 };

const TABLE: Record<string, Row> = {
  'GET /health': { target: fixed('/health'), expected: open(200) },
  'GET /ready': { target: fixed('/ready'), expected: open(200) },
  'GET /api/me': { target: fixed('/api/me'), expected: signedIn(200) },
  'POST /api/teams': { target: fixed('/api/teams', { name: 'New' }), expected: onWeb(signedIn(201)) },
  'GET /api/team': { target: fixed('/api/team'), expected: inTeam(200) },
  'PATCH /api/team': {
    target: fixed('/api/team', { name: 'Renamed' }),
    expected: { ...onWeb(inTeam(403)), admin: 200, otherAdmin: 200 },
  },
  'GET /api/team/settings': { target: fixed('/api/team/settings'), expected: inTeam(200) },
  'PATCH /api/team/settings': {
    target: fixed('/api/team/settings', { shareAfterHours: 0 }),
    expected: { ...onWeb(inTeam(403)), admin: 200, otherAdmin: 200 },
  },
  'GET /api/team/members': { target: fixed('/api/team/members'), expected: inTeam(200) },
  'POST /api/invitations': {
    target: fixed('/api/invitations', { role: 'lead' }),
    expected: { ...onWeb(inTeam(403)), admin: 201, otherAdmin: 201 },
  },
  'GET /api/invitations': {
    target: fixed('/api/invitations'),
    expected: { ...onWeb(inTeam(403)), lead: 200, admin: 200, otherAdmin: 200 },
  },
  'DELETE /api/invitations/:id': {
    target: async (cast, api) => ({ path: `/api/invitations/${(await freshInvitation(cast, api)).id}` }),
    expected: { ...onWeb(inTeam(403)), lead: 204, admin: 204, otherAdmin: 404 },
  },
  'GET /api/invitations/:token': {
    target: async (cast, api) => ({ path: `/api/invitations/${tokenOf(await freshInvitation(cast, api))}` }),
    expected: open(200),
  },
  'POST /api/invitations/:token/accept': {
    target: async (cast, api) => ({ path: `/api/invitations/${tokenOf(await freshInvitation(cast, api))}/accept` }),
    expected: { ...onWeb(signedIn(409)), teamless: 200, otherAdmin: 200 },
  },
  'GET /api/playbooks': { target: fixed('/api/playbooks'), expected: inTeam(200) },
  'GET /api/playbooks/:id/:version': {
    target: async ({ team }, api) => {
      const playbook = { ...aPlaybook(), id: `own-${v7()}` };
      await ask(api, team.admin, 'PUT', `/api/playbooks/${playbook.id}/1`, playbook);
      return { path: `/api/playbooks/${playbook.id}/1` };
    },
    expected: { ...inTeam(200), otherAdmin: 404 },
  },
  'PUT /api/playbooks/:id/:version': {
    target: () => {
      const playbook = { ...aPlaybook(), id: `own-${v7()}` };
      return { path: `/api/playbooks/${playbook.id}/1`, body: playbook };
    },
    expected: { ...onWeb(inTeam(403)), lead: 201, admin: 201, otherAdmin: 201 },
  },
  'GET /api/sessions': { target: fixed('/api/sessions'), expected: inTeam(200) },
  'PUT /api/sessions/:id': {
    target: async (cast, api) => {
      const { path } = await storedSession(cast, api);
      return { path, body: aFinished({ id: path.split('/').at(-1) ?? '', revision: 4 }) };
    },
    // Another team has its own sessions: the same id there is another session.
    expected: { ...inTeam(403), expert: 200, device: 200, otherAdmin: 201 },
  },
  'GET /api/sessions/:id': {
    target: storedSession,
    expected: { ...inTeam(404), expert: 200, device: 200, lead: 200, admin: 200 },
  },
  'DELETE /api/sessions/:id': {
    target: storedSession,
    // For another team the id stands for nothing; deleting nothing is harmless, and the expert's session stays.
    expected: { ...inTeam(404), expert: 204, device: 204, lead: 403, admin: 204, otherAdmin: 204 },
  },
  'GET /api/sessions/:id/review': {
    target: under(() => ['review']),
    expected: { ...inTeam(404), expert: 200, device: 200, lead: 200, admin: 200 },
  },
  'POST /api/sessions/:id/comments': {
    target: under(() => ['comments', { id: v7(), parentId: null, kind: 'praise', anchor: null, text: 'Well asked.' }]),
    // The expert answers comments; the first word is a reviewer's.
    expected: { ...inTeam(404), expert: 403, device: 403, lead: 201, admin: 201 },
  },
  'PATCH /api/sessions/:id/comments/:commentId': {
    target: commented({ text: 'Asked well.' }),
    expected: { ...inTeam(404), expert: 403, device: 403, lead: 204, admin: 403 },
  },
  'DELETE /api/sessions/:id/comments/:commentId': {
    target: commented(),
    expected: { ...inTeam(404), expert: 403, device: 403, lead: 204, admin: 403 },
  },
  'POST /api/sessions/:id/comments/:commentId/acknowledge': {
    target: async (cast, api) => {
      const { path } = await commented()(cast, api);
      return { path: `${path}/acknowledge` };
    },
    expected: { ...inTeam(404), expert: 204, device: 204, lead: 403, admin: 403 },
  },
  'PUT /api/sessions/:id/flags/:flagId/verdict': {
    target: under(({ flag }) => [`flags/${flag}/verdict`, { verdict: 'agree', reason: '' }]),
    expected: { ...byReviewer, device: 403 },
  },
  'DELETE /api/sessions/:id/flags/:flagId/verdict': {
    target: under(({ flag }) => [`flags/${flag}/verdict`]),
    expected: byReviewer,
  },
  'PUT /api/sessions/:id/reviewed': { target: under(() => ['reviewed', { revision: 3 }]), expected: byReviewer },
  'DELETE /api/sessions/:id/reviewed': { target: under(() => ['reviewed']), expected: byReviewer },
  'PUT /api/sessions/:id/talk': { target: under(() => ['talk']), expected: byReviewer },
  'DELETE /api/sessions/:id/talk': {
    target: under(() => ['talk']),
    expected: { ...inTeam(404), expert: 204, device: 204, lead: 204, admin: 204 },
  },
  'PUT /api/sessions/:id/look': { target: under(() => ['look', { for: 'The cost part.' }]), expected: byExpert },
  'DELETE /api/sessions/:id/look': { target: under(() => ['look']), expected: byExpert },
  'POST /api/sessions/:id/share': { target: under(() => ['share']), expected: byExpert },
  'PUT /api/sessions/:id/process-form': {
    target: under(() => ['process-form', PROCESS]),
    expected: { ...onWeb(inTeam(404)), expert: 204, lead: 204, admin: 204 },
  },
  'DELETE /api/sessions/:id/process-form': {
    target: under(() => ['process-form']),
    expected: { ...onWeb(inTeam(404)), expert: 204, lead: 204, admin: 204 },
  },
  'GET /api/news': { target: fixed('/api/news'), expected: inTeam(200) },
  'GET /api/reviews/mine': { target: fixed('/api/reviews/mine'), expected: inTeam(200) },
  'GET /api/flags/answered': {
    target: fixed('/api/flags/answered'),
    expected: { ...onWeb(inTeam(403)), lead: 200, admin: 200, otherAdmin: 200 },
  },
  'GET /api/insights': { target: fixed('/api/insights'), expected: onWeb(inTeam(200)) },
  'GET /api/views': { target: fixed('/api/views'), expected: onWeb(inTeam(200)) },
  'POST /api/views': {
    target: () => ({ path: '/api/views', body: { id: v7(), name: 'Shared', search: '', shared: true } }),
    expected: { ...onWeb(inTeam(403)), lead: 201, admin: 201, otherAdmin: 201 },
  },
  'PATCH /api/views/:id': { target: keptView({ name: 'Renamed' }), expected: { ...onWeb(inTeam(404)), expert: 204 } },
  'DELETE /api/views/:id': { target: keptView(), expected: { ...onWeb(inTeam(404)), expert: 204 } },
  'GET /api/devices': { target: fixed('/api/devices'), expected: signedIn(200) },
  'DELETE /api/devices/:id': {
    target: async ({ team }, api) => ({ path: `/api/devices/${(await aDevice(api, team.expert)).id}` }),
    expected: { ...onWeb(signedIn(404)), expert: 204 },
  },
};

const routes = [...new Set(apiRoutes({} as never).routes.map(({ method, path }) => `${method} ${path}`))];

describe('who may use which route', () => {
  it('is decided for every route', () => {
    expect(routes.sort()).toEqual(Object.keys(TABLE).sort());
  });

  onEachDatabase((api) => {
    const cast = {} as Cast;
    beforeAll(async () => {
      const team = await aTeam(api, 'Alpha');
      const other = await aTeam(api, 'Beta');
      const revoked = await aDevice(api, team.expert);
      await ask(api, team.expert, 'DELETE', `/api/devices/${revoked.id}`);
      const callers = {
        signedOut: SIGNED_OUT,
        revoked,
        teamless: await aPerson(api, 'Toni'),
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
        const caller = changes && ['teamless', 'otherAdmin'].includes(who) ? await standIn(who) : cast.callers[who];
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
      if (who === 'otherAdmin') await ask(api, person, 'POST', '/api/teams', { name: 'Gamma' });
      return person;
    }

    async function backToOwnTeam(caller: Caller): Promise<void> {
      await ask(api, caller, 'POST', '/api/auth/organization/set-active', { organizationId: cast.team.id });
    }
  });
});
