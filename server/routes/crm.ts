import { Hono } from 'hono';
import { describeRoute } from 'hono-openapi';
import {
  changeConnection,
  connect,
  definitionOf,
  disconnect,
  readConnection,
  retry,
} from '../crm/connections/connections';
import { askConsent, takeConsent } from '../crm/connections/consent';
import { preview } from '../crm/connections/preview';
import { listConnections, listDeliveries } from '../crm/connections/read-connections';
import { orProblem } from '../crm/connections/vendor-problem';
import { openAccount } from '../crm/open-account';
import {
  ConnectionChange,
  ConnectionParam,
  Connections,
  Consent,
  ConsentAnswer,
  CrmKinds,
  Deliveries,
  DeliveriesQuery,
  Fields,
  FieldsParam,
  NewConnection,
  Preview,
  PreviewAsked,
  Retried,
  RetryAsked,
} from '../crm/wire';
import type { Deps, Env } from '../deps';
import { Problem } from '../errors';
import { answers } from '../http/describe';
import { valid } from '../http/valid';
import { inTeam } from '../http/who';

const doc = (summary: string, answer: ReturnType<typeof answers> = answers(204)) =>
  describeRoute({ tags: ['CRM'], summary, ...answer });

/** The accounts that a team's notes go to. Admins connect them; leads see how they are. */
export function crmRoutes(deps: Deps) {
  const byAdmin = inTeam(deps, { roles: ['admin'] });
  const byLead = inTeam(deps, { roles: ['lead', 'admin'] });
  return new Hono<Env>()
    .get('/kinds', doc('Which CRMs there are, and what connecting needs', answers(200, CrmKinds)), byAdmin, (c) =>
      c.json(
        {
          kinds: deps.crm.crms.map((crm) => ({
            id: crm.id,
            name: crm.name,
            fields: crm.fields.map((field) => ({ ...field })),
            consent: deps.crm.oauth.offers(crm),
          })),
        },
        200,
      ),
    )
    .get(
      '/consent',
      doc('Where a vendor sends back who consented'),
      byAdmin,
      valid('query', ConsentAnswer),
      async (c) => {
        const { state, code } = c.req.valid('query');
        try {
          const id = await takeConsent(deps, c.var.member, { state, code });
          return c.redirect(`/team/crm?connected=${id}`);
        } catch (error) {
          if (!(error instanceof Problem)) throw error;
          return c.redirect(`/team/crm?problem=${error.code}`);
        }
      },
    )
    .get('/connections', doc('The connections and how they are', answers(200, Connections)), byLead, async (c) =>
      c.json({ connections: await listConnections(deps, c.var.member.team.id) }, 200),
    )
    .post(
      '/connections',
      doc('Connect a CRM; once an id', answers(201)),
      byAdmin,
      valid('json', NewConnection),
      async (c) => {
        const state = await connect(deps, c.var.member, c.req.valid('json'));
        return c.body(null, state === 'first' ? 201 : 200);
      },
    )
    .patch(
      '/connections/:id',
      doc('Change, pause or resume a connection'),
      byAdmin,
      valid('param', ConnectionParam),
      valid('json', ConnectionChange),
      async (c) => {
        await changeConnection(deps, c.var.member, c.req.valid('param').id, c.req.valid('json'));
        return c.body(null, 204);
      },
    )
    .delete('/connections/:id', doc('Disconnect'), byAdmin, valid('param', ConnectionParam), async (c) => {
      await disconnect(deps, c.var.member, c.req.valid('param').id);
      return c.body(null, 204);
    })
    .post(
      '/connections/:id/consent',
      doc('Where to consent', answers(200, Consent)),
      byAdmin,
      valid('param', ConnectionParam),
      async (c) => c.json({ url: await askConsent(deps, c.var.member, c.req.valid('param').id) }, 200),
    )
    .get(
      '/connections/:id/fields/:kind',
      doc('Fields that may be written', answers(200, Fields)),
      byAdmin,
      valid('param', FieldsParam),
      async (c) => {
        const { id, kind } = c.req.valid('param');
        const connection = await readConnection(deps, c.var.member.team.id, id);
        const connector = openAccount(deps.crm, definitionOf(deps, connection.crm), connection);
        const fields = connector.caps.fields.includes(kind) ? await orProblem(connector.fields(kind)) : [];
        return c.json({ fields: fields.map((field) => ({ ...field, options: [...field.options] })) }, 200);
      },
    )
    .get(
      '/connections/:id/deliveries',
      doc('The last deliveries', answers(200, Deliveries)),
      byLead,
      valid('param', ConnectionParam),
      valid('query', DeliveriesQuery),
      async (c) => {
        const { id } = c.req.valid('param');
        await readConnection(deps, c.var.member.team.id, id);
        return c.json({ deliveries: await listDeliveries(deps, c.var.member, id, c.req.valid('query').state) }, 200);
      },
    )
    .post(
      '/connections/:id/retry',
      doc('Try again what waits', answers(200, Retried)),
      byLead,
      valid('param', ConnectionParam),
      valid('json', RetryAsked),
      async (c) => {
        const deliveries = await retry(deps, c.var.member, c.req.valid('param').id, c.req.valid('json').sessionId);
        return c.json({ deliveries }, 200);
      },
    )
    .post(
      '/connections/:id/preview',
      doc('What would be written for a session, without writing it', answers(200, Preview)),
      byAdmin,
      valid('param', ConnectionParam),
      valid('json', PreviewAsked),
      async (c) => c.json(await preview(deps, c.var.member, c.req.valid('param').id, c.req.valid('json')), 200),
    );
}
