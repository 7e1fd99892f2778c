import { Hono } from 'hono';
import { clientRoutes } from './client/routes';
import type { Deps, Env } from './deps';
import { Problem } from './errors';
import { answerProblem } from './http/answer-problem';
import { limitBody } from './http/limit-body';
import type { Metrics } from './http/metrics';
import { observe } from './http/observe';
import { crossOrigin } from './http/origins';
import { securityHeaders } from './http/security-headers';
import { accountRoutes } from './routes/account';
import { auditRoutes } from './routes/audit';
import { authMount } from './routes/auth-mount';
import { calendarRoutes, feedRoutes } from './routes/calendar';
import { clientViewRoutes } from './routes/clients';
import { crmRoutes } from './routes/crm';
import { deviceRoutes } from './routes/devices';
import { flagRoutes } from './routes/flags';
import { healthRoutes } from './routes/health';
import { insightRoutes } from './routes/insights';
import { invitationRoutes } from './routes/invitations';
import { meRoutes } from './routes/me';
import { memberDeviceRoutes } from './routes/member-devices';
import { memberRoutes } from './routes/members';
import { newsRoutes } from './routes/news';
import { draftRoutes } from './routes/playbook-drafts';
import { playbookRoutes } from './routes/playbooks';
import { referenceRoutes } from './routes/reference';
import { ownReviewRoutes, reviewRoutes } from './routes/reviews';
import { ruleRoutes } from './routes/rules';
import { clientLinkRoutes, selfCheckRoutes, sentCheckRoutes } from './routes/self-checks';
import { sessionCrmRoutes } from './routes/session-crm';
import { sessionRecordRoutes } from './routes/session-record';
import { sessionRoutes } from './routes/sessions';
import { signInRoutes } from './routes/sign-in';
import { teamRoutes } from './routes/team';
import { teamDataRoutes } from './routes/team-data';
import { teamSettingsRoutes } from './routes/team-settings';
import { viewRoutes } from './routes/views';
import { webRoutes } from './routes/web';

/** The routes of the product. Chained, so that `hc<Api>` knows every path, its input and its answer. */
export function apiRoutes(deps: Deps) {
  return new Hono<Env>()
    .route('/', healthRoutes(deps))
    .route('/api/me', meRoutes(deps))
    .route('/api/account', accountRoutes(deps))
    .route('/api/sign-in', signInRoutes(deps))
    .route('/api/teams', teamRoutes(deps).create)
    .route('/api/team', teamRoutes(deps).own)
    .route('/api/team/settings', teamSettingsRoutes(deps))
    .route('/api/team/members', memberRoutes(deps))
    .route('/api/team/devices', memberDeviceRoutes(deps))
    .route('/api/team/export', teamDataRoutes(deps).data)
    .route('/api/team/deletion', teamDataRoutes(deps).deletion)
    .route('/api/audit', auditRoutes(deps))
    .route('/api/invitations', invitationRoutes(deps))
    .route('/api/playbooks/drafts', draftRoutes(deps))
    .route('/api/playbooks', playbookRoutes(deps))
    .route('/api/rules', ruleRoutes(deps))
    .route('/api/sessions', sessionRoutes(deps))
    .route('/api/sessions', reviewRoutes(deps))
    .route('/api/sessions', sessionCrmRoutes(deps))
    .route('/api/sessions', sessionRecordRoutes(deps))
    .route('/api/crm', crmRoutes(deps))
    .route('/api/reviews', ownReviewRoutes(deps))
    .route('/api/news', newsRoutes(deps))
    .route('/api/flags', flagRoutes(deps))
    .route('/api/insights', insightRoutes(deps))
    .route('/api/views', viewRoutes(deps))
    .route('/api/self-checks', selfCheckRoutes(deps))
    .route('/api/client-links', clientLinkRoutes(deps))
    .route('/api/sent-checks', sentCheckRoutes(deps))
    .route('/api/calendar', calendarRoutes(deps))
    .route('/api/clients', clientViewRoutes(deps))
    .route('/api/devices', deviceRoutes(deps));
}

export type Api = ReturnType<typeof apiRoutes>;

/** The whole server: API, sign-in, reference and the pages of the web app, on one origin. */
export function createApp(deps: Deps, metrics: Metrics) {
  const [origin = ''] = deps.origins;
  const routes = apiRoutes(deps);
  return new Hono<Env>()
    .onError((error, c) => answerProblem(error, c, deps.log))
    .use(observe(deps, metrics))
    .use(securityHeaders(origin))
    .use('/api/*', crossOrigin(deps))
    .use('/api/*', limitBody())
    .route('/', routes)
    .route('/api/auth', authMount(deps))
    .route('/api', referenceRoutes(routes))
    .all('/api/*', () => {
      throw new Problem('not-found');
    })
    .route('/c', clientRoutes(deps))
    .route('/calendar', feedRoutes(deps))
    .route('/', webRoutes(deps));
}
