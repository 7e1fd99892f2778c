import { queryOptions } from '@tanstack/react-query';
import { contentOf } from '../api/answer';
import { api } from '../api/api';

export const memberDevicesQuery = queryOptions({
  queryKey: ['member-devices'],
  queryFn: () => contentOf(api.team.devices.$get()),
});
export type MemberDevice = Awaited<ReturnType<NonNullable<typeof memberDevicesQuery.queryFn>>>['devices'][number];

export type SessionsThen = 'keep' | 'delete';

export const removeMember = (memberId: string, sessions: SessionsThen) =>
  contentOf(api.team.members[':memberId'].$delete({ param: { memberId }, query: { sessions } }));
