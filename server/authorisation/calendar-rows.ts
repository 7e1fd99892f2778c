import { fixed, inTeam, onWeb, type Rows } from './who';

export const CALENDAR_ROWS: Rows = {
  'GET /api/calendar': { target: fixed('/api/calendar'), expected: onWeb(inTeam(200)) },
  'POST /api/calendar': { target: fixed('/api/calendar'), expected: onWeb(inTeam(201)) },
  'DELETE /api/calendar': { target: fixed('/api/calendar'), expected: onWeb(inTeam(204)) },
  'GET /api/clients': { target: fixed('/api/clients?name=Harbour%20Hotels'), expected: onWeb(inTeam(200)) },
};
