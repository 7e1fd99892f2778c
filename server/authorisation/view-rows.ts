import { v7 } from 'uuid';
import { ask } from '../test-people';
import { fixed, inTeam, onWeb, type Row, type Rows } from './who';

/** A view that the expert keeps to themselves. */
const keptView =
  (body?: unknown): Row['target'] =>
  async ({ callers }, api) => {
    const id = v7();
    await ask(api, callers.expert, 'POST', '/api/views', { id, name: 'Mine', search: '', shared: false });
    return { path: `/api/views/${id}`, ...(body !== undefined && { body }) };
  };

export const VIEW_ROWS: Rows = {
  'GET /api/views': { target: fixed('/api/views'), expected: onWeb(inTeam(200)) },
  'POST /api/views': {
    target: () => ({ path: '/api/views', body: { id: v7(), name: 'Shared', search: '', shared: true } }),
    expected: { ...onWeb(inTeam(403)), lead: 201, admin: 201, otherAdmin: 201 },
  },
  'PATCH /api/views/:id': { target: keptView({ name: 'Renamed' }), expected: { ...onWeb(inTeam(404)), expert: 204 } },
  'DELETE /api/views/:id': { target: keptView(), expected: { ...onWeb(inTeam(404)), expert: 204 } },
};
