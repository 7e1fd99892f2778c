import type { TestApi } from '../test-api';
import { aDevice, aPerson, ask, join, memberIdOf, PASSWORD } from '../test-people';
import { byAdmin, type Cast, fixed, inTeam, onWeb, open, type Rows, signedIn } from './who';

const freshInvitation = async ({ team }: Cast, api: TestApi) =>
  (await ask(api, team.admin, 'POST', '/api/invitations', { role: 'expert' })).body as { id: string; link: string };
const tokenOf = ({ link }: { link: string }) => link.split('/join/')[1];
/** Someone who joined for this try. */
async function aMember({ team }: Cast, api: TestApi): Promise<string> {
  const person = await aPerson(api, 'Mia');
  await join(api, team.admin, person, 'expert');
  return memberIdOf(api, team.admin, person);
}

export const TEAM_ROWS: Rows = {
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
    expected: { ...onWeb(signedIn(409)), teamless: 200, removedMember: 200, otherAdmin: 200 },
  },
  'GET /api/devices': { target: fixed('/api/devices'), expected: signedIn(200) },
  'DELETE /api/devices/:id': {
    target: async ({ team }, api) => ({ path: `/api/devices/${(await aDevice(api, team.expert)).id}` }),
    expected: { ...onWeb(signedIn(404)), expert: 204 },
  },
  'GET /api/account': { target: fixed('/api/account'), expected: onWeb(signedIn(200)) },
  'GET /api/sign-in': { target: fixed('/api/sign-in'), expected: open(200) },
  'GET /api/team/settings/retention': {
    target: fixed('/api/team/settings/retention?months=6'),
    expected: byAdmin(200),
  },
  'PATCH /api/team/members/:memberId': {
    target: async (cast, api) => ({ path: `/api/team/members/${await aMember(cast, api)}`, body: { role: 'lead' } }),
    expected: { ...byAdmin(204), otherAdmin: 404 },
  },
  'DELETE /api/team/members/:memberId': {
    target: async (cast, api) => ({ path: `/api/team/members/${await aMember(cast, api)}?sessions=keep` }),
    expected: { ...byAdmin(204), otherAdmin: 404 },
  },
  'GET /api/team/devices': { target: fixed('/api/team/devices'), expected: byAdmin(200) },
  'DELETE /api/team/devices/:id': {
    target: async ({ team }, api) => ({ path: `/api/team/devices/${(await aDevice(api, team.expert)).id}` }),
    expected: { ...byAdmin(204), otherAdmin: 404 },
  },
  'GET /api/team/export': { target: fixed('/api/team/export'), expected: byAdmin(200) },
  'GET /api/team/deletion': { target: fixed('/api/team/deletion'), expected: onWeb(inTeam(200)) },
  'POST /api/team/deletion': {
    target: fixed('/api/team/deletion', { name: 'Renamed', password: PASSWORD }),
    expected: byAdmin(200),
  },
  'DELETE /api/team/deletion': { target: fixed('/api/team/deletion'), expected: byAdmin(200) },
  'GET /api/audit': { target: fixed('/api/audit'), expected: byAdmin(200) },
  'GET /api/audit/export': { target: fixed('/api/audit/export'), expected: byAdmin(200) },
};
