import { queryOptions } from '@tanstack/react-query';
import { contentOf } from '../api/answer';
import { api } from '../api/api';

export const memberDevicesQuery = queryOptions({
  queryKey: ['member-devices'],
  queryFn: () => contentOf(api.team.devices.$get()),
});
export type MemberDevice = Awaited<ReturnType<NonNullable<typeof memberDevicesQuery.queryFn>>>['devices'][number];

/** Whether one has a calendar feed; its address is told only when it is made. */
export const calendarQuery = queryOptions({
  queryKey: ['calendar'],
  queryFn: () => contentOf(api.calendar.$get()),
});

export const makeCalendar = () => contentOf(api.calendar.$post());
export const revokeCalendar = () => contentOf(api.calendar.$delete());

export type SessionsThen = 'keep' | 'delete';

export const removeMember = (memberId: string, sessions: SessionsThen) =>
  contentOf(api.team.members[':memberId'].$delete({ param: { memberId }, query: { sessions } }));
