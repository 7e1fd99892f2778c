import { type Context, Hono } from 'hono';
import { audit } from '../audit/audit';
import { type Identity, identify } from '../auth/identity';
import { signUp } from '../auth/sign-up';
import { asTeam } from '../db/team-transaction';
import type { Deps, Env } from '../deps';
import { Problem } from '../errors';
import { credentialsOf } from '../http/origins';
import type { LimitName } from '../http/rate-limits';
import { unstorableAt } from '../http/unstorable';

/**
 * The endpoints of better-auth that the product uses; every other one is not there. A bearer token opens none of them:
 * a connected extension cannot change a password or a role.
 */
const OPEN: Record<string, LimitName | null> = {
  'POST /sign-up/email': 'signUpByAddress',
  'POST /sign-in/email': 'signInByAddress',
  'POST /sign-in/social': 'signInByAddress',
  'GET /callback/oidc': 'signInByAddress',
  'POST /sign-out': null,
  'GET /get-session': null,
  'GET /error': null,
  'POST /change-password': 'signInByAddress',
  'POST /update-user': null,
  'POST /revoke-sessions': null,
  'POST /two-factor/enable': 'signInByAddress',
  'POST /two-factor/disable': 'signInByAddress',
  'POST /two-factor/verify-totp': 'signInByAddress',
  'POST /two-factor/verify-backup-code': 'signInByAddress',
  'POST /two-factor/generate-backup-codes': 'signInByAddress',
  'POST /organization/set-active': null,
  'POST /device/code': 'deviceCodeByAddress',
  'POST /device/token': 'devicePollByAddress',
  'GET /device': 'deviceLookUpByAddress',
  'POST /device/approve': 'deviceLookUpByAddress',
  'POST /device/deny': 'deviceLookUpByAddress',
};

/** Of RFC 8628, which says how its answers look; and used by the extension, from an origin that is not ours. */
const DEVICE_FLOW = ['/device/code', '/device/token'];

/** A code that someone gives who is signed in already turns the second factor on. */
const SECOND_FACTOR = ['/two-factor/verify-totp', '/two-factor/disable'];

const BODY_LIMIT = 16_384;

export function authMount(deps: Deps) {
  return new Hono<Env>().on(['GET', 'POST'], '/*', async (c) => {
    const path = new URL(c.req.url).pathname.replace(/^\/api\/auth/, '');
    const limit = OPEN[`${c.req.method} ${path}`];
    if (limit === undefined) throw new Problem('not-found');
    if (limit) await deps.limits.spend(limit, c.var.address);
    const body = await readBody(c);
    if (unstorableAt(c.req.query())) throw new Problem('malformed');
    if (path === '/sign-in/email') await spendByEmail(deps, body);
    if (path === '/device/approve') await askSecondFactor(deps, c);
    const isDeviceFlow = DEVICE_FLOW.includes(path);
    const changing = SECOND_FACTOR.includes(path) ? await identify(deps.auth, deps.db, ownHeaders(deps, c)) : null;
    const hand = (to: string | null) => deps.auth.handler(forwarded(deps, c, to, isDeviceFlow));
    const answer =
      path === '/sign-up/email'
        ? await signUp(deps, accountOf(c, body), (account) => hand(JSON.stringify(account)))
        : await hand(body);
    if (changing && answer.ok) await noteSecondFactor(deps, changing, path.endsWith('disable'));
    return isDeviceFlow ? withoutCookies(answer) : asProblem(answer);
  });
}

const ownHeaders = (deps: Deps, c: Context<Env>) => credentialsOf(deps, c.req.raw.headers);

/** The teams of a person see in their logs that the second factor went on or off. */
async function noteSecondFactor(deps: Deps, who: Identity, off: boolean): Promise<void> {
  for (const team of who.teams)
    await asTeam(deps.db, team.id, (tx) =>
      audit(tx, deps, { team, user: who.user }, { action: 'second-factor-changed', details: { on: !off } }),
    );
}

/** No new extension for a team that asks for a second factor, by who has none: its token is as good as a sign-in. */
async function askSecondFactor(deps: Deps, c: Context<Env>): Promise<void> {
  const caller = await identify(deps.auth, deps.db, ownHeaders(deps, c));
  if (caller?.team && caller.shutTeams.includes(caller.team.id)) throw new Problem('second-factor-needed');
}

/** The body as it goes on; an empty one is an empty object to better-auth, which wants JSON with that content type. */
async function readBody(c: Context<Env>): Promise<string | null> {
  if (c.req.method !== 'POST') return null;
  const text = await c.req.text();
  if (text.length > BODY_LIMIT) throw new Problem('too-large');
  if (!c.req.header('content-type')?.includes('json')) return text;
  if (text === '') return '{}';
  parseJson(text);
  return text;
}

function parseJson(text: string): unknown {
  try {
    const parsed: unknown = JSON.parse(text);
    if (!unstorableAt(parsed)) return parsed;
  } catch {
    // Not JSON, or deeper than can be looked through.
  }
  throw new Problem('malformed');
}

/** What an account is to be made of. Nothing but JSON is read, so that nothing gets past who may make one. */
function accountOf(c: Context<Env>, body: string | null): Record<string, unknown> {
  const account = c.req.header('content-type')?.includes('json') ? parseJson(body ?? '{}') : null;
  if (typeof account !== 'object' || account === null || Array.isArray(account)) throw new Problem('malformed');
  return account as Record<string, unknown>;
}

/** Tries at one account count together, wherever they come from. */
async function spendByEmail(deps: Deps, body: string | null): Promise<void> {
  const { email } = (parseJson(body || 'null') ?? {}) as { email?: unknown };
  if (typeof email === 'string') await deps.limits.spend('signInByEmail', email.toLowerCase());
}

/** The request without a bearer token, and without cookies when they are another origin's to send. */
function forwarded(deps: Deps, c: Context<Env>, body: string | null, isDeviceFlow: boolean): Request {
  // The sign-in of an organisation comes back from its own site; better-auth checks the state that its cookie signs.
  const isWayBack = c.req.method === 'GET' && c.req.path.startsWith('/api/auth/callback/');
  const headers = isWayBack ? new Headers(c.req.raw.headers) : credentialsOf(deps, c.req.raw.headers);
  headers.delete('authorization');
  headers.delete('content-length');
  if (isDeviceFlow) for (const name of ['cookie', 'origin', 'referer']) headers.delete(name);
  const url = new URL(c.req.url);
  return new Request(new URL(`${url.pathname}${url.search}`, deps.origins[0]), {
    method: c.req.method,
    headers,
    ...(body !== null && { body }),
  });
}

/** A device gets its token in the body alone. */
function withoutCookies(answer: Response): Response {
  const headers = new Headers(answer.headers);
  for (const name of ['set-cookie', 'set-auth-token']) headers.delete(name);
  headers.set('cache-control', 'no-store');
  return new Response(answer.body, { status: answer.status, headers });
}

/** Scripts of the page need no token: the cookie has it. */
async function withoutToken(answer: Response): Promise<string | null> {
  const text = await answer.text();
  if (text === '' || !answer.headers.get('content-type')?.includes('json')) return text || null;
  return JSON.stringify(JSON.parse(text), (key, value) => (key === 'token' ? undefined : value));
}

/** Failures become problem details with better-auth's code; the token of a cookie never goes into a header that scripts can read. */
async function asProblem(answer: Response): Promise<Response> {
  const headers = new Headers(answer.headers);
  headers.delete('set-auth-token');
  headers.delete('access-control-expose-headers');
  if (answer.status < 400) return new Response(await withoutToken(answer), { status: answer.status, headers });
  const said = (await answer.json().catch(() => ({}))) as {
    code?: string;
    message?: string;
    error_description?: string;
  };
  const title = said.message ?? said.error_description ?? 'This did not work.';
  const code = (said.code ?? 'sign-in').toLowerCase().replaceAll('_', '-');
  headers.delete('content-length');
  headers.set('content-type', 'application/problem+json');
  const body = { type: `/api/reference#sign-in`, title, status: answer.status, detail: title, code, message: title };
  return new Response(JSON.stringify(body), { status: answer.status, headers });
}
