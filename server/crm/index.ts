import type { CrmDefinition } from './connector';
import { trytonCrm } from './connectors/tryton';
import { webhookCrm } from './connectors/webhook';

/** Every CRM there is. The rest of the API knows none by name. */
export const crms: readonly CrmDefinition[] = [trytonCrm, webhookCrm];
