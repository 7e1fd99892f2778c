import { contentOf } from './answer';

/** The endpoints of better-auth that this app uses; they are not part of the typed API. */
export async function post<Value = unknown>(path: string, body: unknown = {}): Promise<Value> {
  const headers = { 'content-type': 'application/json' };
  const sent = fetch(`/api/auth${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  return (await contentOf(sent as Promise<Response & { ok: true; status: 200 }>)) as Value;
}

export type Credentials = { email: string; password: string };

/** Whether a second factor is still asked for. */
export async function signIn(credentials: Credentials): Promise<'signed-in' | 'second-factor'> {
  const answer = await post<{ twoFactorRedirect?: boolean }>('/sign-in/email', credentials);
  return answer?.twoFactorRedirect ? 'second-factor' : 'signed-in';
}

export const verifySecondFactor = (code: string) => post('/two-factor/verify-totp', { code });
export const verifyBackupCode = (code: string) => post('/two-factor/verify-backup-code', { code });
/** With an invitation it joins that team at once. */
export const createAccount = (account: Credentials & { name: string; invitation?: string }) =>
  post('/sign-up/email', account);
export const signOut = () => post('/sign-out');
export const chooseTeam = (organizationId: string) => post('/organization/set-active', { organizationId });
/** The address of the organisation's own sign-in, which leads back to `to`. */
export const organisationSignIn = async (to: string) =>
  (await post<{ url: string }>('/sign-in/social', { provider: 'oidc', callbackURL: to, errorCallbackURL: '/sign-in' }))
    .url;

export type DeviceRequest = { status: 'pending' | 'approved' | 'denied' };

/** Looks a code up and claims it for who is signed in, as approving it needs. */
export async function lookUpDevice(userCode: string): Promise<DeviceRequest> {
  const asked = fetch(`/api/auth/device?user_code=${encodeURIComponent(userCode)}`);
  return (await contentOf(asked as Promise<Response & { ok: true; status: 200 }>)) as DeviceRequest;
}

export const approveDevice = (userCode: string) => post('/device/approve', { userCode });
export const denyDevice = (userCode: string) => post('/device/deny', { userCode });
