import type { MessageKey } from '@/components/ui/texts';
import type { Me } from '../api/queries';

export type Role = NonNullable<Me['team']>['role'];

export const ROLE_NAME: Record<Role, MessageKey> = {
  expert: 'webRoleExpert',
  lead: 'webRoleLead',
  admin: 'webRoleAdmin',
};
