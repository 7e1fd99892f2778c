import { queryOptions } from '@tanstack/react-query';
import { contentOf } from '../api/answer';
import { api } from '../api/api';
import { post } from '../api/sign-in';

export const accountQuery = queryOptions({
  queryKey: ['account'],
  queryFn: () => contentOf(api.account.$get()),
  staleTime: 0,
});
export type Account = Awaited<ReturnType<NonNullable<typeof accountQuery.queryFn>>>;

/** In which ways one can sign in here. */
export const waysQuery = queryOptions({
  queryKey: ['ways'],
  queryFn: () => contentOf(api['sign-in'].$get()),
  staleTime: Number.POSITIVE_INFINITY,
});

export type Begun = { totpURI: string; backupCodes: string[] };

export const beginSecondFactor = (password: string) => post<Begun>('/two-factor/enable', { password });
export const endSecondFactor = (password: string) => post('/two-factor/disable', { password });
export const newBackupCodes = (password: string) =>
  post<{ backupCodes: string[] }>('/two-factor/generate-backup-codes', { password });
export const changePassword = (currentPassword: string, newPassword: string) =>
  post('/change-password', { currentPassword, newPassword, revokeOtherSessions: true });
export const signOutEverywhere = () => post('/revoke-sessions');
