import { hubspotStandIn } from './hubspot';
import { pipedriveStandIn } from './pipedrive';
import { salesforceStandIn } from './salesforce';
import type { StandIn } from './stand-in';
import { trytonStandIn } from './tryton';
import { twentyStandIn } from './twenty';
import { webhookStandIn } from './webhook';

/** A stand-in for each CRM, by its id. */
export const STAND_INS: Readonly<Record<string, () => Promise<StandIn>>> = {
  hubspot: hubspotStandIn,
  pipedrive: pipedriveStandIn,
  salesforce: salesforceStandIn,
  tryton: trytonStandIn,
  twenty: twentyStandIn,
  webhook: webhookStandIn,
};
