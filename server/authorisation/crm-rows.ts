import { v7 } from 'uuid';
import { DEFAULT_MAPPING } from '../crm/mapping/mapping';
import type { TestApi } from '../test-api';
import { storedSession } from './test-session-rows';
import { byAdmin, type Cast, fixed, inTeam, onWeb, type Row, type Rows } from './who';

/** A connection of the team's, to a receiver that nobody sends to. */
async function connected({ team }: Cast, api: TestApi): Promise<string> {
  const id = v7();
  await api.pool.query(
    `insert into crm_connection (team_id, id, crm, name, settings, mapping, state, send_from, created_by, created_by_name, created_at)
     values ($1, $2, 'webhook', 'Receiver', '{"url": "https://receiver.example"}', $3, 'on', now(), $4, 'Ada', now())`,
    [team.id, id, JSON.stringify(DEFAULT_MAPPING), team.admin.id],
  );
  return id;
}
const at =
  (part = '', body?: unknown): Row['target'] =>
  async (cast, api) => ({
    path: `/api/crm/connections/${await connected(cast, api)}${part}`,
    ...(body !== undefined && { body }),
  });
/** A session of the expert's whose note waits for a person. */
const atSession =
  (part: string, body?: unknown): Row['target'] =>
  async (cast, api) => {
    const connection = await connected(cast, api);
    const { path } = await storedSession(cast, api);
    await api.pool.query(
      `insert into crm_delivery (team_id, connection_id, session_id, kind, wanted, wanted_revision, state, next_at, changed_at)
       values ($1, $2, $3, 'note', 'present', 3, 'needs-match', now(), now())
       on conflict (team_id, connection_id, session_id, kind) do update set state = excluded.state`,
      [cast.team.id, connection, path.split('/').at(-1)],
    );
    return { path: `${path}/crm/${connection}/${part}`, ...(body !== undefined && { body }) };
  };
const byLead = { ...onWeb(inTeam(403)), lead: 200, admin: 200, otherAdmin: 404 };
const readers = (status: number) => ({ ...inTeam(404), expert: status, device: status, lead: status, admin: status });

export const CRM_ROWS: Rows = {
  'GET /api/crm/kinds': { target: fixed('/api/crm/kinds'), expected: byAdmin(200) },
  'GET /api/crm/consent': { target: fixed('/api/crm/consent?state=short'), expected: byAdmin(400) },
  'GET /api/crm/connections': { target: fixed('/api/crm/connections'), expected: { ...byLead, otherAdmin: 200 } },
  'POST /api/crm/connections': {
    target: () => ({
      path: '/api/crm/connections',
      body: { id: v7(), crm: 'none', name: 'None', filled: {}, consent: false, sendFrom: '2026-01-01T00:00:00.000Z' },
    }),
    expected: byAdmin(404),
  },
  'PATCH /api/crm/connections/:id': {
    target: at('', { name: 'Renamed' }),
    expected: { ...byAdmin(204), otherAdmin: 404 },
  },
  'DELETE /api/crm/connections/:id': { target: at(), expected: { ...byAdmin(204), otherAdmin: 404 } },
  'POST /api/crm/connections/:id/consent': { target: at('/consent'), expected: { ...byAdmin(422), otherAdmin: 404 } },
  'GET /api/crm/connections/:id/fields/:kind': {
    target: at('/fields/person'),
    expected: { ...byAdmin(200), otherAdmin: 404 },
  },
  'GET /api/crm/connections/:id/deliveries': { target: at('/deliveries'), expected: byLead },
  'POST /api/crm/connections/:id/retry': { target: at('/retry', {}), expected: byLead },
  'POST /api/crm/connections/:id/preview': {
    target: async (cast, api) => {
      const { path } = await storedSession(cast, api);
      const body = { mapping: DEFAULT_MAPPING, sessionId: path.split('/').at(-1), lookUp: false };
      return { path: `/api/crm/connections/${await connected(cast, api)}/preview`, body };
    },
    expected: { ...byAdmin(200), otherAdmin: 404 },
  },
  'GET /api/sessions/:id/crm': {
    target: async (cast, api) => ({ path: `${(await storedSession(cast, api)).path}/crm` }),
    expected: readers(200),
  },
  'PUT /api/sessions/:id/crm/:connectionId/match': {
    target: atSession('match', { link: null, remember: false }),
    expected: readers(204),
  },
  'POST /api/sessions/:id/crm/:connectionId/find': {
    target: atSession('find', { domain: 'nordlicht.example' }),
    expected: readers(200),
  },
  'POST /api/sessions/:id/crm/:connectionId/retry': { target: atSession('retry'), expected: readers(204) },
};
