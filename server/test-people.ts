import { v7 } from 'uuid';
import type { Session } from '@/lib/session/session';
import { aNo, aSession } from '@/test/fixtures';
import type { Role } from './auth/roles';
import type { TestApi } from './test-api';

/** Someone who asks the API, by the headers of their browser or extension; none for who is not signed in. */
export type Caller = { headers: Record<string, string> };
export type Person = Caller & { id: string; name: string; email: string };

export const PASSWORD = 'a calm and long password';
export const SIGNED_OUT: Caller = { headers: {} };

export type Answer = { status: number; headers: Headers; body: Record<string, unknown> & { code?: string } };

/** One request. `body` is sent as JSON, a string as it is. */
export async function ask(api: TestApi, who: Caller, method: string, path: string, body?: unknown): Promise<Answer> {
  const answer = await fetch(api.origin + path, {
    method,
    headers: { 'content-type': 'application/json', ...who.headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  // A stream of events does not end by itself.
  if (answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    await answer.body?.cancel();
    return { status: answer.status, headers: answer.headers, body: {} };
  }
  const text = await answer.text();
  const isJson = /[/+]json/.test(answer.headers.get('content-type') ?? '');
  return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : { text } };
}

export function cookiesOf(headers: Headers): string {
  return headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** A person with an account, signed in with a browser, in no team yet. */
export async function aPerson(api: TestApi, name: string): Promise<Person> {
  const email = `${name.toLowerCase()}-${v7()}@example.test`;
  const signedUp = await ask(api, { headers: { origin: api.origin } }, 'POST', '/api/auth/sign-up/email', {
    name,
    email,
    password: PASSWORD,
  });
  if (signedUp.status !== 200) throw new Error(`sign-up: ${JSON.stringify(signedUp.body)}`);
  const user = signedUp.body.user as { id: string };
  return { id: user.id, name, email, headers: { origin: api.origin, cookie: cookiesOf(signedUp.headers) } };
}

export async function join(api: TestApi, admin: Person, person: Person, role: Role): Promise<void> {
  const made = await ask(api, admin, 'POST', '/api/invitations', { role });
  const token = String(made.body.link).split('/join/')[1];
  const joined = await ask(api, person, 'POST', `/api/invitations/${token}/accept`);
  if (joined.status !== 200) throw new Error(`join: ${JSON.stringify(joined.body)}`);
}

export async function memberIdOf(api: TestApi, asker: Person, person: Person): Promise<string> {
  const { members } = (await ask(api, asker, 'GET', '/api/team/members')).body as {
    members?: { id: string; memberId: string }[];
  };
  return members?.find(({ id }) => id === person.id)?.memberId ?? 'nobody';
}

/** Takes a person out of the team of the one who asks; the person may be the same. */
export async function remove(api: TestApi, asker: Person, person: Person, sessions = 'keep'): Promise<Answer> {
  return ask(api, asker, 'DELETE', `/api/team/members/${await memberIdOf(api, asker, person)}?sessions=${sessions}`);
}

export const leave = (api: TestApi, person: Person) => remove(api, person, person);

export type Team = { id: string; admin: Person; lead: Person; expert: Person; colleague: Person };

/** A team of an admin, a lead and two experts, whose sessions are shared at once. */
export async function aTeam(api: TestApi, name: string): Promise<Team> {
  const [admin, lead, expert, colleague] = await Promise.all(
    ['Ada', 'Lea', 'Emil', 'Cora'].map((first) => aPerson(api, `${first}${name}`)),
  );
  if (!admin || !lead || !expert || !colleague) throw new Error('nobody came');
  const made = await ask(api, admin, 'POST', '/api/teams', { name });
  await join(api, admin, lead, 'lead');
  await join(api, admin, expert, 'expert');
  await join(api, admin, colleague, 'expert');
  await ask(api, admin, 'PATCH', '/api/team/settings', { shareAfterHours: 0 });
  return { id: String(made.body.id), admin, lead, expert, colleague };
}

const CLIENT = { client_id: 'eitherway-extension' };
const GRANT = { ...CLIENT, grant_type: 'urn:ietf:params:oauth:grant-type:device_code' };

/** Connects an extension of the person's by the device flow, as the panel does. */
export async function aDevice(api: TestApi, person: Person): Promise<Caller & { token: string; id: string }> {
  const code = (await ask(api, SIGNED_OUT, 'POST', '/api/auth/device/code', CLIENT)).body;
  await ask(api, person, 'GET', `/api/auth/device?user_code=${code.user_code}`);
  await ask(api, person, 'POST', '/api/auth/device/approve', { userCode: code.user_code });
  const given = await ask(api, SIGNED_OUT, 'POST', '/api/auth/device/token', {
    ...GRANT,
    device_code: code.device_code,
  });
  const token = String(given.body.access_token);
  const headers = { authorization: `Bearer ${token}` };
  const me = await ask(api, { headers }, 'GET', '/api/me');
  return { headers, token, id: String(me.body.deviceId) };
}

/** A finished session with an id of its own, as the panel sends it. */
export function aFinished(change: Partial<Session> = {}): Session {
  const begun = aSession({ id: v7(), decision: aNo() });
  return {
    ...begun,
    revision: 3,
    updatedAt: '2026-03-02T10:50:00.000Z',
    finishedAt: '2026-03-02T10:50:00.000Z',
    ...change,
  };
}

export function put(api: TestApi, who: Caller, session: Session): Promise<Answer> {
  return ask(api, who, 'PUT', `/api/sessions/${session.id}`, session);
}
