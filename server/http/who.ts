import { createMiddleware } from 'hono/factory';
import { type Identity, identify } from '../auth/identity';
import type { Role } from '../auth/roles';
import type { Deps, Env, Member } from '../deps';
import { Problem } from '../errors';
import { credentialsOf } from './origins';

type Rule = {
  /** Whether a connected extension may use the route too; its scope is just these routes. */
  device?: boolean;
  /** The roles that may; all three when left out. */
  roles?: readonly Role[];
};

/** Lets signed-in people through, in a team or not; `c.var.caller` is who. */
export function signedIn(deps: Deps, rule: Rule = {}) {
  return createMiddleware<Env>(async (c, next) => {
    const caller = await identify(deps.auth, deps.db, credentialsOf(deps, c.req.raw.headers));
    if (!caller) throw new Problem('signed-out');
    admit(caller, rule);
    checkOrigin(deps, caller, c.req.raw);
    await deps.limits.spend(c.req.method === 'GET' ? 'readByPerson' : 'writeByPerson', caller.user.id);
    c.set('caller', caller);
    for (const cookie of caller.setCookies) c.header('set-cookie', cookie, { append: true });
    await next();
  });
}

/** Lets members of a team through, whose role is one of the rule's; `c.var.member` is who. */
export function inTeam(deps: Deps, rule: Rule = {}) {
  const enter = signedIn(deps, rule);
  return createMiddleware<Env>((c, next) =>
    enter(c, async () => {
      const { caller } = c.var;
      if (!caller.team) throw new Problem('no-team');
      if (caller.shutTeams.includes(caller.team.id)) throw new Problem('second-factor-needed');
      if (rule.roles && !rule.roles.includes(caller.team.role)) throw new Problem('forbidden');
      c.set('member', caller as Member);
      await next();
    }),
  );
}

function admit(caller: Identity, rule: Rule): void {
  if (caller.via === 'device' && !rule.device)
    throw new Problem('forbidden', { detail: 'A connected extension may not do this. Please use the web app.' });
}

/** A cookie may change something only from a page of ours: browsers send `Origin` with every such request. */
function checkOrigin(deps: Deps, caller: Identity, request: Request): void {
  if (caller.via === 'device' || request.method === 'GET' || request.method === 'HEAD') return;
  const origin = request.headers.get('origin');
  if (!origin || !deps.origins.includes(origin)) throw new Problem('foreign-origin');
}
