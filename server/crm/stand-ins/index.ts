import type { StandIn } from './stand-in';
import { trytonStandIn } from './tryton';
import { webhookStandIn } from './webhook';

/** A stand-in for each CRM, by its id. */
export const STAND_INS: Readonly<Record<string, () => Promise<StandIn>>> = {
  tryton: trytonStandIn,
  webhook: webhookStandIn,
};
