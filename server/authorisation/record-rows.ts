import { v4 } from 'uuid';
import { ask } from '../test-people';
import { storedSession } from './test-session-rows';
import { inTeam, type Row, type Rows } from './who';

/** The record of a session of the expert's, shared for this try. */
const shared =
  (part: string): Row['target'] =>
  async (cast, api) => {
    const { path } = await storedSession(cast, api);
    await ask(api, cast.callers.expert, 'POST', `${path}/record`);
    return { path: `${path}/record${part}` };
  };
const readers = { ...inTeam(404), expert: 200, device: 200, lead: 200, admin: 200 };
const byExpert = (status: number) => ({ ...inTeam(404), expert: status, device: status, lead: 403, admin: 403 });

export const RECORD_ROWS: Rows = {
  'GET /api/sessions/:id/record': { target: shared(''), expected: readers },
  'POST /api/sessions/:id/record': { target: shared(''), expected: byExpert(200) },
  'POST /api/sessions/:id/record/address': { target: shared('/address'), expected: byExpert(200) },
  // No mail is set up where this is tried.
  'POST /api/sessions/:id/record/mail': {
    target: async (cast, api) => ({ ...(await shared('/mail')(cast, api)), body: { to: 'kim@client.example' } }),
    expected: byExpert(422),
  },
  'DELETE /api/sessions/:id/record/address': { target: shared('/address'), expected: byExpert(204) },
  // Nothing was said that could be answered.
  'PUT /api/sessions/:id/record/responses/:responseId': {
    target: async (cast, api) => ({
      path: (await shared(`/responses/${v4()}`)(cast, api)).path,
      body: { answer: 'accepted' },
    }),
    expected: byExpert(404),
  },
};
