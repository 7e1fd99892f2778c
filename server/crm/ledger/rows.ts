import { and, eq } from 'drizzle-orm';
import { crmConnection, crmDelivery } from '../../db/schema';

export type Delivery = typeof crmDelivery.$inferSelect;
export type Connection = typeof crmConnection.$inferSelect;

/** A delivery is named by these four. */
export type DeliveryName = Pick<Delivery, 'teamId' | 'connectionId' | 'sessionId' | 'kind'>;
export type ConnectionName = Pick<Delivery, 'teamId' | 'connectionId'>;

export const thisDelivery = ({ teamId, connectionId, sessionId, kind }: DeliveryName) =>
  and(
    eq(crmDelivery.teamId, teamId),
    eq(crmDelivery.connectionId, connectionId),
    eq(crmDelivery.sessionId, sessionId),
    eq(crmDelivery.kind, kind),
  );

export const thisConnection = ({ teamId, connectionId }: ConnectionName) =>
  and(eq(crmConnection.teamId, teamId), eq(crmConnection.id, connectionId));
