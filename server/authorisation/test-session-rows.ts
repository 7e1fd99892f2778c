import { v7 } from 'uuid';
import { aFlag, aNote, aPlaybook } from '@/test/fixtures';
import { aFinished, ask, put } from '../test-people';
import { fixed, inTeam, onWeb, type Row, type Rows } from './who';

/** A session of the expert's, stored for this try. */
export const storedSession: Row['target'] = async ({ callers }, api) => {
  const session = aFinished();
  await put(api, callers.expert, session);
  return { path: `/api/sessions/${session.id}` };
};

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

export const SESSION_ROWS: Rows = {
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
  'GET /api/insights/talk': {
    target: fixed('/api/insights/talk'),
    expected: { ...onWeb(inTeam(403)), lead: 200, admin: 200, otherAdmin: 200 },
  },
  'GET /api/insights': { target: fixed('/api/insights'), expected: onWeb(inTeam(200)) },
};
