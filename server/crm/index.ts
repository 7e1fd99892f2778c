import type { CrmDefinition } from './connector';

/** Every CRM there is. The rest of the API knows none by name. */
export const crms: readonly CrmDefinition[] = [];

export function findCrm(id: string): CrmDefinition | undefined {
  return crms.find((crm) => crm.id === id);
}
