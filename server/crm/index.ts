import type { CrmDefinition } from './connector';
import { hubspotCrm } from './connectors/hubspot';
import { pipedriveCrm } from './connectors/pipedrive';
import { salesforceCrm } from './connectors/salesforce';
import { trytonCrm } from './connectors/tryton';
import { twentyCrm } from './connectors/twenty';
import { webhookCrm } from './connectors/webhook';

/** Every CRM there is. The rest of the API knows none by name. */
export const crms: readonly CrmDefinition[] = [
  hubspotCrm,
  pipedriveCrm,
  salesforceCrm,
  trytonCrm,
  twentyCrm,
  webhookCrm,
];
