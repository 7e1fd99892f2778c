import { v7 } from 'uuid';
import { shippedPlaybooks } from '@/lib/playbooks';
import type { TestApi } from '../test-api';
import { ask } from '../test-people';
import { type Cast, fixed, inTeam, onWeb, type Row, type Rows } from './who';

const byLead = (status: number) => ({ ...onWeb(inTeam(403)), lead: status, admin: status, otherAdmin: status });
/** Of the team's own: for another team it is not there. */
const byOwnLead = (status: number) => ({ ...byLead(status), otherAdmin: 404 });

/** A draft of a playbook of the team's, made for this try. */
const aDraft: Row['target'] = async ({ team }, api) => {
  const document = { ...shippedPlaybooks[0], id: `own-${v7()}` };
  const path = `/api/playbooks/drafts/${document.id}`;
  await ask(api, team.admin, 'PUT', path, { document, revision: 0 });
  return { path };
};

const RULE = {
  phrases: ['land and expand'],
  category: 'quota',
  ask: 'What would help you?',
  why: 'This is about our growth.',
  flags: ['we land and expand'],
  allows: ['no land and expand'],
};

/** A rule of the team's, made for this try. */
async function aRule({ team }: Cast, api: TestApi): Promise<string> {
  const path = `/api/rules/${v7()}`;
  await ask(api, team.admin, 'PUT', path, { rule: RULE, seen: null });
  return path;
}

export const PLAYBOOK_ROWS: Rows = {
  'GET /api/playbooks/usage': { target: fixed('/api/playbooks/usage'), expected: onWeb(inTeam(200)) },
  'GET /api/playbooks/recurring': { target: fixed('/api/playbooks/recurring'), expected: byLead(200) },
  'GET /api/playbooks/drafts': { target: fixed('/api/playbooks/drafts'), expected: byLead(200) },
  'GET /api/playbooks/drafts/:id': { target: aDraft, expected: byOwnLead(200) },
  'PUT /api/playbooks/drafts/:id': {
    target: () => {
      const document = { ...shippedPlaybooks[0], id: `own-${v7()}` };
      return { path: `/api/playbooks/drafts/${document.id}`, body: { document, revision: 0 } };
    },
    expected: byLead(200),
  },
  'DELETE /api/playbooks/drafts/:id': {
    target: async (cast, api) => ({ path: `${(await aDraft(cast, api)).path}?revision=1` }),
    expected: byOwnLead(204),
  },
};

export const RULE_ROWS: Rows = {
  'GET /api/rules': { target: fixed('/api/rules'), expected: inTeam(200) },
  'GET /api/rules/all': { target: fixed('/api/rules/all'), expected: byLead(200) },
  'PUT /api/rules/:id': {
    target: () => ({ path: `/api/rules/${v7()}`, body: { rule: RULE, seen: null } }),
    expected: byLead(200),
  },
  'DELETE /api/rules/:id': {
    target: async (cast, api) => ({ path: await aRule(cast, api) }),
    expected: byOwnLead(204),
  },
  'POST /api/rules/:id/try': {
    target: () => ({ path: `/api/rules/${v7()}/try`, body: { rule: RULE } }),
    expected: byLead(200),
  },
  'POST /api/rules/:id/publish': {
    target: async (cast, api) => ({ path: `${await aRule(cast, api)}/publish` }),
    expected: byOwnLead(200),
  },
  'POST /api/rules/:id/retire': {
    target: async (cast, api) => {
      const path = await aRule(cast, api);
      await ask(api, cast.team.admin, 'POST', `${path}/publish`);
      return { path: `${path}/retire` };
    },
    expected: byOwnLead(200),
  },
};
