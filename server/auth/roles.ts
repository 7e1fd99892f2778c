import { createAccessControl } from 'better-auth/plugins/access';
import { defaultStatements } from 'better-auth/plugins/organization/access';
import * as z from 'zod/mini';

export const Role = z.enum(['expert', 'lead', 'admin']);
export type Role = z.infer<typeof Role>;

/** What a role may do through the organization plugin. What it may read is decided by our own routes. */
export const accessControl = createAccessControl(defaultStatements);
export const pluginRoles = {
  expert: accessControl.newRole({ organization: [], member: [], invitation: [] }),
  lead: accessControl.newRole({ organization: [], member: [], invitation: [] }),
  admin: accessControl.newRole({ organization: ['update'], member: ['create', 'update', 'delete'], invitation: [] }),
};
