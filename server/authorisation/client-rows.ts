import { v7 } from 'uuid';
import { shippedSelfChecks } from '@/lib/self-check/shipped';
import type { TestApi } from '../test-api';
import { ask } from '../test-people';
import { type Cast, fixed, inTeam, onWeb, type Row, type Rows } from './who';

const byLead = (status: number) => ({ ...onWeb(inTeam(403)), lead: status, admin: status, otherAdmin: status });
const [SHIPPED] = shippedSelfChecks;
const newCheck = () => ({ ...SHIPPED, id: `own-${v7()}`, version: 1 });
const newLink = () => ({ id: v7(), selfCheckId: SHIPPED?.id });

/** A link of the expert's, made for this try. */
const aLink: Row['target'] = async ({ team }, api) => {
  const body = newLink();
  await ask(api, team.expert, 'POST', '/api/client-links', body);
  return { path: `/api/client-links/${body.id}` };
};

/** What a client sent, made for this try. */
async function aSent({ team }: Cast, api: TestApi): Promise<string> {
  const id = v7();
  await api.pool.query(
    `insert into sent_check (team_id, id, link_id, self_check_id, self_check_version, language, wish, closing, answers,
       answered, organisation, name, email, time, message, sent_at)
     values ($1, $2, $2, 'is-a-talk-worth-it', 1, 'en', 'talk', 'talk', '{}', '[]', '', '', '', '', '', now())`,
    [team.id, id],
  );
  return `/api/sent-checks/${id}`;
}
const members = (status: number) => ({ ...inTeam(status), otherAdmin: 404 });

export const CLIENT_ROWS: Rows = {
  'GET /api/self-checks': { target: fixed('/api/self-checks'), expected: onWeb(inTeam(200)) },
  'GET /api/self-checks/:id/:version': {
    target: fixed(`/api/self-checks/${SHIPPED?.id}/1`),
    expected: onWeb(inTeam(200)),
  },
  'PUT /api/self-checks/:id/:version': {
    target: () => {
      const body = newCheck();
      return { path: `/api/self-checks/${body.id}/1`, body };
    },
    expected: byLead(200),
  },
  'GET /api/client-links': { target: fixed('/api/client-links'), expected: onWeb(inTeam(200)) },
  'POST /api/client-links': {
    target: () => ({ path: '/api/client-links', body: newLink() }),
    expected: onWeb(inTeam(201)),
  },
  'DELETE /api/client-links/:id': {
    target: aLink,
    expected: { ...onWeb(members(204)), colleague: 403 },
  },
  'GET /api/sent-checks': { target: fixed('/api/sent-checks'), expected: inTeam(200) },
  'POST /api/sent-checks/:id/take': {
    target: async (cast, api) => ({ path: `${await aSent(cast, api)}/take`, body: { sessionId: v7() } }),
    expected: members(204),
  },
  'POST /api/sent-checks/:id/away': {
    target: async (cast, api) => ({ path: `${await aSent(cast, api)}/away` }),
    expected: members(204),
  },
  'POST /api/sent-checks/:id/back': {
    target: async (cast, api) => ({ path: `${await aSent(cast, api)}/back`, body: { sessionId: null } }),
    expected: members(204),
  },
  'DELETE /api/sent-checks/:id': {
    target: async (cast, api) => ({ path: await aSent(cast, api) }),
    expected: { ...byLead(204), otherAdmin: 404 },
  },
};
